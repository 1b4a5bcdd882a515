"""Where paragraphs start in a stretch of flat text between two headings."""

from __future__ import annotations

import itertools
import re

from build_site.model.text import Span

_LOST_BREAK = re.compile(r"(?<=[。！？：；])[”’）]?\s+(?=\S)|(?<=[。！？][”’）])\s+(?=\S)")
_ADDRESS = re.compile(r"(?<=[。！？])(?=各位代表[！!，,：:])")
_MEETING = re.compile(
    r"^[（(]?(?:\d{4}年\d{1,2}月\d{1,2}日[，,]?\s?)?在?[^。！？；]{2,40}?(?:会议|大会|集会)上[）)]?"
)
_SALUTATION = re.compile(r"(?:尊敬的)?各位(?:代表|委员)[^。！？]{0,14}?[：:](?=\S)")

_FORMULA = re.compile(r"[^。！？]{0,20}我(?:谨|受)?代表[^。！？]{4,120}。")


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space at its ends."""
    part = span.of(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))


def split_at(text: str, span: Span, cuts: list[int]) -> list[Span]:
    """Return the trimmed, non-empty parts of a span between the given offsets."""
    inner = sorted({c for c in cuts if span.start < c < span.end})
    borders = [span.start, *inner, span.end]
    parts = (trimmed(text, Span(a, b)) for a, b in itertools.pairwise(borders))
    return [part for part in parts if part.end > part.start]


def opening_breaks(text: str, span: Span) -> list[int]:
    """Return where the meeting, speaker and salutation of a flat opening end."""
    head = text[span.start : min(span.end, span.start + 300)]
    salutation = _SALUTATION.search(head)
    if not salutation:
        return []
    cuts = [salutation.start(), salutation.end()]
    meeting = _MEETING.match(head[: salutation.start()])
    if meeting:
        cuts.append(meeting.end())
    formula = _FORMULA.match(span.of(text), salutation.end())
    if formula:
        cuts.append(formula.end())
    return [span.start + cut for cut in cuts if cut]


def prose_breaks(text: str, span: Span) -> list[int]:
    """Return where lost line breaks and addresses to the deputies start a paragraph."""
    cuts = [m.end() for m in _LOST_BREAK.finditer(text, span.start, span.end)]
    cuts += [m.start() for m in _ADDRESS.finditer(text, span.start, span.end)]
    return cuts
