"""The trimmed, non-empty lines of a text, with a bullet told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_site.model.text import Span

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"[•●◆■▪‧◦►▶★☆]\s*(?=\S)")


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
            mark = Span(start, start + 1)
            start += bullet.end()
            body = body[bullet.end() :]
        found.append(Line(Span(start, start + len(body)), body, mark))
    return found
