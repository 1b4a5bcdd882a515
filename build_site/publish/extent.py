"""Where a published stretch stands in its capture, and which changes lead from one to the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from build_site.model.text import Certainty, Change, Document, Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """One edit of a published stretch: `after` stands where the capture has `raw`."""

    raw: Span
    before: str
    after: str
    change: Change

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the rules that made it, in order."""
        return self.change.rules

    @property
    def certainty(self) -> Certainty:
        """Return the certainty of its least certain rule."""
        return self.change.certainty


@dataclass(frozen=True, slots=True)
class Extent:
    """A published stretch: replaying `replacements` over `raw` gives `text` of the document."""

    text: Span
    raw: Span
    replacements: tuple[Replacement, ...]


def _leading_space(text: str) -> int:
    return len(text) - len(text.lstrip())


def _clipped(document: Document, change: Change, text: Span) -> Span:
    """Return the part of a change's place in the capture that belongs to `text`.

    What the change publishes outside `text` is cut away where the capture shows
    the same characters, or white space for white space; else the whole place counts.
    """
    before = change.raw.of(document.raw)
    head = document.text[change.text.start : max(change.text.start, text.start)]
    tail = document.text[min(change.text.end, text.end) : change.text.end]
    low, high = change.raw
    if head and before.startswith(head):
        low += len(head)
    elif head and head.isspace():
        low += _leading_space(before)
    if tail and before.endswith(tail):
        high -= len(tail)
    elif tail and tail.isspace():
        high -= len(before) - len(before.rstrip())
    return Span(low, high) if low < high else change.raw


class Extents:
    """Finds the extents of stretches of one capture; ask for them in text order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.changes = document.alignment.changes
        self._starts = [change.text.start for change in self.changes]
        self._ends = [change.text.end for change in self.changes]

    def of(self, span: Span, floor: int = 0) -> Extent:
        """Return the extent of a non-empty span of the repaired text.

        A deletion at the border (a gloss behind the last character) belongs to
        the stretch if it holds more than white space and does not begin before
        `floor`, the offset in the capture behind the stretch before.
        """
        near = self._near(span)
        touching = [
            (change, _clipped(self.document, change, span))
            for change in near
            if change.text.start < span.end and change.text.end > span.start
        ]
        start, end = self.document.raw_span(span)
        if touching and touching[0][0].text.start < span.start:
            start = touching[0][1].start
        if touching and touching[-1][0].text.end > span.end:
            end = touching[-1][1].end
        deleted = [change for change in near if change.text.start == change.text.end]
        for change in reversed([c for c in deleted if c.text.start == span.start]):
            before = change.raw.of(self.document.raw)
            low = change.raw.start + _leading_space(before)
            if before.strip() and change.raw.end == start and low >= floor:
                start = low
                touching.insert(0, (change, Span(low, change.raw.end)))
        for change in (c for c in deleted if c.text.start == span.end):
            before = change.raw.of(self.document.raw)
            if before.strip() and change.raw.start == end:
                end = change.raw.start + len(before.rstrip())
                touching.append((change, Span(change.raw.start, end)))
        replacements = (self._replacement(change, place, span) for change, place in touching)
        return Extent(span, Span(start, end), tuple(r for r in replacements if r.before != r.after))

    def _near(self, span: Span) -> list[Change]:
        """Return the changes that touch a stretch or its borders, in order."""
        first = bisect_left(self._ends, span.start)
        last = bisect_right(self._starts, span.end)
        return list(self.changes[first:last])

    def _replacement(self, change: Change, place: Span, span: Span) -> Replacement:
        low, high = max(change.text.start, span.start), min(change.text.end, span.end)
        after = self.document.text[low : max(low, high)]
        return Replacement(place, place.of(self.document.raw), after, change)


def replayed(raw: str, extent: Extent) -> str:
    """Return the stretch made from the capture and its replacements alone."""
    parts: list[str] = []
    at = extent.raw.start
    for replacement in extent.replacements:
        parts += (raw[at : replacement.raw.start], replacement.after)
        at = replacement.raw.end
    parts.append(raw[at : extent.raw.end])
    return "".join(parts)
