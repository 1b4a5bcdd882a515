"""Atom feeds of each language: the release, its documents, and the corrections made by hand.

All dates come from the data: a feed built twice from the same tables is the
same, whatever the clock says.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from build_site.publish.pages_apparatus import one_language
from build_site.publish.pages_render import SITE, Renderer
from build_site.publish.pages_reports import document_title
from build_site.publish.pages_shelf import Shelf, anchor, text
from build_site.publish.row import Row, Tables
from build_site.vocab.labels import LANGUAGES, load_labels

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAGS = {"zh": "zh-CN", "en": "en"}
CORRECTION = "correction"  # the rule of the records in sidecars
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_feeds(tables: Tables, site: Path, address: str, created: str, version: str) -> None:
    """Write feed.xml of each language into `site`, to be served at `address`.

    `created` (ISO 8601 date) and `version` are those of the data package.
    """
    shelf, labels = Shelf(tables), load_labels()
    for language in LANGUAGES:
        renderer = Renderer(labels, language)
        file = site / ("feed.xml" if language == "zh" else f"{language}/feed.xml")
        file.parent.mkdir(parents=True, exist_ok=True)
        content = feed(shelf, renderer, address.rstrip("/") + "/", created, version)
        file.write_text(content, encoding="utf-8")


def feed(shelf: Shelf, renderer: Renderer, address: str, created: str, version: str) -> str:
    """Return the Atom feed of one language; `address` ends in a slash."""
    home = renderer.address("").replace(SITE, address)
    root = ET.Element(
        "feed",
        {
            "xmlns": "http://www.w3.org/2005/Atom",
            "xml:lang": _TAGS[renderer.language],
        },
    )
    _words(root, "id", home)
    _words(root, "title", renderer.say("home.title"))
    _words(root, "subtitle", renderer.say("home.what"))
    _words(root, "updated", _moment(created))
    _words(ET.SubElement(root, "author"), "name", "work-reports")
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{home}feed.xml")
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=home)
    release = ET.SubElement(root, "entry")
    changes = renderer.address("changes").replace(SITE, address)
    _words(release, "id", f"{changes}#{version}")
    _words(release, "title", renderer.say("feed.release", version=version))
    _words(release, "updated", _moment(created))
    ET.SubElement(release, "link", rel="alternate", type="text/html", href=changes)
    for row in shelf.documents.values():
        _entry(root, shelf, row, renderer, address, created)
    for edit in shelf.rows("edits"):
        document = shelf.documents.get(text(edit, "document_id"))
        if document is not None and CORRECTION in text(edit, "rules").split(";"):
            _correction(root, shelf, edit, document, renderer, address, created)
    ET.indent(root, "")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _entry(
    root: ET.Element, shelf: Shelf, row: Row, renderer: Renderer, address: str, created: str
) -> None:
    document_id = text(row, "document_id")
    link = renderer.address(f"reports/{document_id}").replace(SITE, address)
    entry = ET.SubElement(root, "entry")
    _words(entry, "id", link)
    _words(entry, "title", document_title(shelf, row, renderer))
    day = text(row, "delivered_on") or text(row, "issued_on")
    if _DAY.fullmatch(day):
        _words(entry, "published", _moment(day))
    _words(entry, "updated", _moment(created))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    kind = renderer.word("kind", text(row, "kind"))
    ET.SubElement(entry, "category", term=text(row, "kind"), label=kind)
    grade = renderer.word("grade", shelf.grade(row))
    _words(entry, "summary", renderer.say("feed.summary", kind=kind, grade=grade))


def _correction(
    root: ET.Element,
    shelf: Shelf,
    edit: Row,
    document: Row,
    renderer: Renderer,
    address: str,
    created: str,
) -> None:
    """Add what one record of a sidecar changed, with its reason, at the place it changed."""
    document_id = text(document, "document_id")
    page = renderer.address(f"reports/{document_id}").replace(SITE, address)
    letter = "p" if text(edit, "paragraph_id") else "s"
    place = text(edit, "paragraph_id") or text(edit, "section_id")
    link = f"{page}#{anchor(letter, place, document_id)}" if place else page
    entry = ET.SubElement(root, "entry")
    _words(entry, "id", f"{page}#{anchor('e', text(edit, 'edit_id'), document_id)}")
    title = document_title(shelf, document, renderer)
    _words(entry, "title", renderer.say("feed.correction", title=title))
    _words(entry, "updated", _moment(created))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    ET.SubElement(entry, "category", term=CORRECTION, label=renderer.say("feed.corrected"))
    _words(entry, "summary", one_language(text(edit, "note"), renderer.language))


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _words(parent: ET.Element, tag: str, words: str) -> None:
    ET.SubElement(parent, tag).text = _NOT_XML.sub("\ufffd", words)
