"""The trimmed, non-empty lines of a text, with a bullet told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_site.model.text import Span

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•●◆■▪‧◦►▶★☆]|#{1,6}(?=[ \t]))\s*(?=\S)")
# A page saved as one line opens with its title: 2022年某市政府工作报告 各位代表：
_RUN_IN_TITLE = re.compile(
    r"[^。！？；，：\s]{0,40}政府工作报告(?:\s*[（(]\d{4}年?[）)])?(?=\s+(?:\S.{0,160}?)?各位代表)"
)
_FLAT = 200  # code points of a line that holds more than a title


@dataclass(frozen=True, slots=True)
class Line:
    """One trimmed line. `text` is what `span` marks; `bullet` is the mark in front of it."""

    span: Span
    text: str
    bullet: Span | None = None


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` that hold anything but white space, in order."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        bullet = _BULLET.match(body)
        mark: Span | None = None
        if bullet:
            mark = Span(start, start + len(bullet.group().rstrip()))
            start += bullet.end()
            body = body[bullet.end() :]
        title = _RUN_IN_TITLE.match(body) if len(body) >= _FLAT else None
        if title:
            found.append(Line(Span(start, start + title.end()), title.group(), mark))
            rest = body[title.end() :].lstrip()
            start, body, mark = start + len(body) - len(rest), rest, None
        found.append(Line(Span(start, start + len(body)), body, mark))
    return found
