"""A document as clean Markdown with front matter. A capture is hostile input: nothing is active."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from build_site.model.report import Role
from build_site.publish.identify import NamedDocument, title_of
from build_site.publish.row import Value
from build_site.publish.rows_capture import document_title_en

_SPECIAL = re.compile(r"[\\`*_{}\[\]#!]")
# what not every dialect lets a backslash escape is written as an entity
_ENTITY = re.compile(r"[<>|~$&@^=]")
_LINE_START = re.compile(r"^(\s*)([-+:]|\d+(?=[.)](?:\s|$)))(.?)")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data)(:)|\b(www)(\.)")
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def escaped(text: str) -> str:
    """Return text of a capture as Markdown that shows it and does nothing.

    Marks of Markdown get a backslash, those of HTML become entities, addresses
    lose their link, line starts no longer open lists, headings or rules;
    control characters and direction overrides go, white space is one space.
    """
    text = re.sub(r"[ \t\u00a0]+", " ", _UNSAFE.sub("", text)).strip()
    text = _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub(_entity, text)).replace("&\\#", "&#")
    text = _ADDRESS.sub(lambda m: f"{m[1]}&#58;" if m[1] else f"{m[3]}\\.", text)
    return "\n".join(_start(line.strip()) for line in text.split("\n"))


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _start(line: str) -> str:
    """Return a line whose first characters open no list, rule or definition."""
    found = _LINE_START.match(line)
    if not found:
        return line
    _, mark, after = found.groups()
    if mark.isdigit():
        return f"{mark}\\{after}{line[found.end() :]}"
    return f"&#58;{line[1:]}" if mark == ":" else f"\\{line}"


def _front_matter(document: NamedDocument) -> Iterator[str]:
    identity, capture = document.report.identity, document.edition.capture
    fields: dict[str, Value] = {
        "document_id": document.document_id,
        "kind": document.report.piece.kind.value,
        "title_zh": title_of(document.edition, document.report),
        "title_en": document_title_en(document),
        "place_id": identity.place.place_id if identity.place else "",
        "year": identity.year,
        "meeting_zh": identity.meeting_zh,
        "delivered_on": identity.delivered_on,
        "speaker_zh": identity.speaker_zh,
        "speaker_title_zh": identity.speaker_title_zh,
        "capture": capture.file,
        "capture_sha256": capture.sha256,
        "grade": document.edition.grade,
        "complete": document.report.piece.complete,
    }
    yield "---"
    for name, value in fields.items():
        if value not in ("", None):
            clean = _UNSAFE.sub("", value) if isinstance(value, str) else value
            yield f"{name}: {json.dumps(clean, ensure_ascii=False)}"
    yield "---"


def document_markdown(document: NamedDocument) -> str:
    """Return a published document as Markdown: front matter, title, headings, paragraphs."""
    report, text = document.report, document.text
    lines = list(_front_matter(document))
    title = title_of(document.edition, report) or document_title_en(document)
    lines += ["", f"# {escaped(title)}"]
    blocks = [(extent.text.start, 0, index) for index, extent in enumerate(document.sections)]
    blocks += [(extent.text.start, 1, index) for index, extent in enumerate(document.paragraphs)]
    task = -1
    for _, which, index in sorted(blocks):
        if which == 0:
            section = report.sections[index]
            depth = min(section.level + 1, 6)
            heading = escaped(section.span.of(text)).replace("\n", " ")
            lines += ["", f"{'#' * depth} {heading}"]
            continue
        paragraph = report.paragraphs[index]
        if paragraph.task is not None and paragraph.task != task:
            task = paragraph.task
            number = report.tasks[task].number
            if number:
                lines += ["", f"**{escaped(number)}**"]
        body = escaped(paragraph.span.of(text))
        if paragraph.role is Role.LIST:
            body = "- " + body.replace("\n", "\n  ")
        lines += ["", body]
    return "\n".join(lines) + "\n"
