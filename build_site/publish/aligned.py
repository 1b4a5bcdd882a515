"""The aligned text for translators: TSV and TMX of each document and of all, TBX of the terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple
from xml.etree import ElementTree as ET

from build_site.model.publication import Release
from build_site.publish.pages_shelf import Shelf, number, text
from build_site.publish.row import Row, Tables
from build_site.vocab.glossary import Term, load_glossary

ALL = "all"
_ZH, _EN = "zh-CN", "en"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_COLUMNS = ("id", "document_id", "role", "zh", "en", "translation_status")
_BREAKS = re.compile("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XCS = "TBXBasicXCSV02.xcs"


class Pair(NamedTuple):
    """A heading or paragraph in both languages; `en` is empty when it is not translated."""

    identifier: str
    document_id: str
    role: str
    zh: str
    en: str
    status: str


def aligned_files(tables: Tables, release: Release) -> dict[str, bytes]:
    """Return every file below dataset/aligned/ by its path in dataset/."""
    shelf = Shelf(tables)
    files: dict[str, bytes] = {}
    every: list[Pair] = []
    for document_id in sorted(shelf.documents):
        pairs = document_pairs(shelf, document_id)
        every += pairs
        files[f"aligned/{document_id}.tsv"] = tsv_bytes(pairs)
        files[f"aligned/{document_id}.tmx"] = tmx_bytes(pairs, release)
    files[f"aligned/{ALL}.tsv"] = tsv_bytes(every)
    files[f"aligned/{ALL}.tmx"] = tmx_bytes(every, release)
    files["aligned/glossary.tbx"] = tbx_bytes(load_glossary())
    return files


def document_pairs(shelf: Shelf, document_id: str) -> list[Pair]:
    """Return the headings and paragraphs of a document in the order of the text."""
    found: list[tuple[int, int, Pair]] = []
    for section in shelf.sections.get(document_id, ()):
        zh = text(section, "heading_zh") or text(section, "title_zh")
        pair = _pair(section, "section_id", "heading", zh, text(section, "title_en"))
        found.append((number(section, "raw_start"), 0, pair))
    for row in shelf.paragraphs.get(document_id, ()):
        pair = _pair(
            row, "paragraph_id", text(row, "role"), text(row, "text_zh"), text(row, "text_en")
        )
        found.append((number(row, "raw_start"), 1, pair))
    return [pair for _, _, pair in sorted(found, key=lambda item: item[:2])]


def _pair(row: Row, key: str, role: str, zh: str, en: str) -> Pair:
    status = (text(row, "translation_status") or "draft") if en else "none"
    return Pair(text(row, key), text(row, "document_id"), role, zh, en, status)


def tsv_bytes(pairs: Sequence[Pair]) -> bytes:
    """Return the pairs as tab-separated lines with a header; no field holds a tab or break."""
    lines = ["\t".join(_COLUMNS)]
    lines += ["\t".join(_BREAKS.sub(" ", field) for field in pair) for pair in pairs]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def tmx_bytes(pairs: Iterable[Pair], release: Release) -> bytes:
    """Return the translated pairs as TMX 1.4; its status stands in a property of each pair."""
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "build-site",
            "creationtoolversion": release.version,
            "creationdate": release.created.replace("-", "") + "T000000Z",
            "segtype": "paragraph",
            "o-tmf": "csv",
            "adminlang": _EN,
            "srclang": _ZH,
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    for pair in pairs:
        if not pair.en:
            continue
        unit = ET.SubElement(body, "tu", tuid=pair.identifier)
        ET.SubElement(unit, "prop", type="x-status").text = pair.status
        ET.SubElement(unit, "prop", type="x-role").text = pair.role
        for language, words in ((_ZH, pair.zh), (_EN, pair.en)):
            variant = ET.SubElement(unit, "tuv", {_LANG: language})
            ET.SubElement(variant, "seg").text = _xml(words)
    return _document(root)


def tbx_bytes(terms: Sequence[Term]) -> bytes:
    """Return the glossary as TBX-Basic (ISO 30042:2019), one concept for each term."""
    root = ET.Element(
        "tbx",
        {"type": "TBX-Basic", "style": "dca", _LANG: _EN, "xmlns": "urn:iso:std:iso:30042:ed-2"},
    )
    header = ET.SubElement(root, "tbxHeader")
    about = ET.SubElement(header, "fileDesc")
    ET.SubElement(ET.SubElement(about, "titleStmt"), "title").text = "Terms of work reports"
    source = ET.SubElement(about, "sourceDesc")
    ET.SubElement(source, "p").text = "work-reports: the terms the English edition is held to"
    coding = ET.SubElement(header, "encodingDesc")
    ET.SubElement(coding, "p", type="XCSURI").text = _XCS
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for term in terms:
        # the name of a concept must outlive changes of the order of the list
        name = "c-" + sha256(term.zh.encode("utf-8", "replace")).hexdigest()[:10]
        entry = ET.SubElement(body, "conceptEntry", id=name)
        for language, words in ((_ZH, term.zh), (_EN, term.en)):
            section = ET.SubElement(entry, "langSec", {_LANG: language})
            ET.SubElement(ET.SubElement(section, "termSec"), "term").text = _xml(words)
            if language == _EN and term.note_en:
                ET.SubElement(section[0], "note").text = _xml(term.note_en)
    return _document(root)


def _xml(words: str) -> str:
    """Return text without the characters that XML 1.0 cannot hold; U+FFFD stands for each."""
    return _NOT_XML.sub("\ufffd", words)


def _document(root: ET.Element) -> bytes:
    ET.indent(root, "")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()
