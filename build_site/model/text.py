"""Text that remembers where it came from: spans, edits, passes, documents.

All offsets are Unicode code points, zero-based, end-exclusive.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class EditError(ValueError):
    """An edit does not quote the text it claims to change, or overlaps another."""


class Span(NamedTuple):
    """A stretch of text: code points, zero-based, end-exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of `text` this span marks."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return this span moved by `by` code points."""
        return Span(self.start + by, self.end + by)


class Certainty(StrEnum):
    """How sure an intervention is; ordered from surest to least sure."""

    MECHANICAL = "mechanical"
    CORRECTION = "correction"
    CONJECTURE = "conjecture"

    @property
    def doubt(self) -> int:
        """Return 0 for the surest; larger means less sure."""
        return list(Certainty).index(self)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `before`, which stands at `start`, by `after`.

    `before` quotes the text and is never empty: an insertion quotes its
    neighbour, so that every published character has a place in the capture.
    """

    start: int
    before: str
    after: str
    alternatives: tuple[str, ...] = ()
    note: str = ""

    @property
    def end(self) -> int:
        """Return the offset behind the quoted text."""
        return self.start + len(self.before)


@dataclass(frozen=True, slots=True)
class Pass:
    """What one rule changed, in the coordinates of the text it was given."""

    rule: str
    certainty: Certainty
    edits: tuple[Edit, ...]

    def apply(self, text: str) -> str:
        """Return `text` with the edits made; raise EditError if a quote is wrong."""
        parts: list[str] = []
        at = 0
        for edit in self.edits:
            if not edit.before:
                raise EditError(f"{self.rule}: an edit at {edit.start} quotes nothing")
            if edit.start < at:
                raise EditError(f"{self.rule}: edits overlap at {edit.start}")
            if text[edit.start : edit.end] != edit.before:
                found = text[edit.start : edit.end]
                raise EditError(
                    f"{self.rule}: at {edit.start} the text reads {found!r}, not {edit.before!r}"
                )
            parts += (text[at : edit.start], edit.after)
            at = edit.end
        parts.append(text[at:])
        return "".join(parts)

    def undo(self, text: str) -> str:
        """Return the text as it was before `apply`."""
        parts: list[str] = []
        at = shift = 0
        for edit in self.edits:
            start = edit.start + shift
            parts += (text[at:start], edit.before)
            at = start + len(edit.after)
            shift += len(edit.after) - len(edit.before)
        parts.append(text[at:])
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Change:
    """One place where capture and text differ: all passes there merged into one."""

    raw: Span
    text: Span
    rules: tuple[str, ...]
    certainty: Certainty
    alternatives: tuple[str, ...] = ()
    note: str = ""


def _joined(one: Change, other: Change) -> Change:
    """Merge what is known about two changes; the spans are set by the caller."""
    rules = one.rules + tuple(r for r in other.rules if r not in one.rules)
    return replace(
        one,
        rules=rules,
        certainty=max(one.certainty, other.certainty, key=lambda c: c.doubt),
        alternatives=one.alternatives
        + tuple(a for a in other.alternatives if a not in one.alternatives),
        note="; ".join(dict.fromkeys(n for n in (one.note, other.note) if n)),
    )


class Alignment:
    """The changes between a capture and its text, and the way across in both directions."""

    def __init__(self, changes: tuple[Change, ...] = ()) -> None:
        self.changes = changes
        self._text_starts = [c.text.start for c in changes]
        self._text_ends = [c.text.end for c in changes]
        self._raw_starts = [c.raw.start for c in changes]
        self._raw_ends = [c.raw.end for c in changes]

    def raw_span(self, span: Span) -> Span:
        """Return the place in the capture of a span of the text; wider at a change."""
        return self._across(
            span, self._text_starts, self._text_ends, self._raw_starts, self._raw_ends
        )

    def text_span(self, span: Span) -> Span:
        """Return the place in the text of a span of the capture; wider at a change."""
        return self._across(
            span, self._raw_starts, self._raw_ends, self._text_starts, self._text_ends
        )

    @staticmethod
    def _across(
        span: Span,
        starts: list[int],
        ends: list[int],
        other_starts: list[int],
        other_ends: list[int],
    ) -> Span:
        # The start belongs to the change it falls strictly inside of or opens;
        # a change that ends where the span starts (a deletion, say) lies before it.
        i = bisect_right(ends, span.start)
        if i < len(starts) and starts[i] < span.start:
            start = other_starts[i]
        else:
            start = span.start + (other_ends[i - 1] - ends[i - 1] if i else 0)
        # The end belongs to the change it falls strictly inside of or closes;
        # a change that starts where the span ends lies behind it.
        j = bisect_left(starts, span.end)
        if j and ends[j - 1] > span.end:
            end = other_ends[j - 1]
        else:
            end = span.end + (other_ends[j - 1] - ends[j - 1] if j else 0)
        return Span(start, max(start, end))

    def then(self, step: Pass) -> Alignment:
        """Return this alignment followed by one more pass."""
        out: list[Change] = []
        old = iter(self.changes)
        pending = next(old, None)
        raw_shift = 0  # raw minus current offset, behind the last old change passed
        shift = 0  # new minus current offset, behind the last edit passed

        def keep(change: Change) -> None:
            out.append(replace(change, text=change.text.shifted(shift)))

        for edit in step.edits:
            while pending and (
                pending.text.end < edit.start
                or (pending.text.end == edit.start)
                or (pending.text.start == pending.text.end == edit.start)
            ):
                keep(pending)
                raw_shift = pending.raw.end - pending.text.end
                pending = next(old, None)
            raw_start, cur_start = edit.start + raw_shift, edit.start
            raw_end, cur_end = edit.end + raw_shift, edit.end
            merged = Change(
                Span(0, 0), Span(0, 0), (step.rule,), step.certainty, edit.alternatives, edit.note
            )
            absorbed: Change | None = None
            while pending and pending.text.start < edit.end:
                absorbed = _joined(absorbed, pending) if absorbed else pending
                if pending.text.start < cur_start:
                    cur_start, raw_start = pending.text.start, pending.raw.start
                raw_shift = pending.raw.end - pending.text.end
                raw_end = max(pending.raw.end, edit.end + raw_shift)
                cur_end = max(cur_end, pending.text.end)
                pending = next(old, None)
            if absorbed:
                # another edit may begin inside the tail of an absorbed change: keep it pending
                merged = _joined(absorbed, merged)
            grown = len(edit.after) - len(edit.before)
            change = replace(
                merged,
                raw=Span(raw_start, raw_end),
                text=Span(cur_start + shift, cur_end + shift + grown),
            )
            if out and change.text.start < out[-1].text.end:
                # two edits inside one earlier change become one change
                last = out.pop()
                change = replace(
                    _joined(last, merged),
                    raw=Span(last.raw.start, max(last.raw.end, raw_end)),
                    text=Span(last.text.start, max(last.text.end + grown, change.text.end)),
                )
            out.append(change)
            shift += grown
        while pending:
            keep(pending)
            pending = next(old, None)
        return Alignment(tuple(out))


@dataclass(frozen=True)
class Document:
    """A decoded capture and every pass made over it."""

    id: str
    raw: str
    passes: tuple[Pass, ...] = ()

    @cached_property
    def text(self) -> str:
        """Return the text as repaired."""
        text = self.raw
        for step in self.passes:
            text = step.apply(text)
        return text

    @cached_property
    def alignment(self) -> Alignment:
        """Return the way between capture and text."""
        alignment = Alignment()
        for step in self.passes:
            alignment = alignment.then(step)
        return alignment

    def edited(
        self, rule: str, edits: Iterable[Edit], certainty: Certainty = Certainty.MECHANICAL
    ) -> Document:
        """Return the document with one more pass; itself if there is nothing to change.

        Edits that change nothing are dropped. Raises EditError if a quote is
        wrong or two edits overlap.
        """
        ordered = sorted((e for e in edits if e.before != e.after), key=lambda e: e.start)
        if not ordered:
            return self
        step = Pass(rule, certainty, tuple(ordered))
        text = step.apply(self.text)
        document = Document(self.id, self.raw, (*self.passes, step))
        document.__dict__["text"] = text  # already known: do not replay every pass
        return document

    def undone(self) -> str:
        """Return the capture, found by undoing every pass from the last to the first."""
        text = self.text
        for step in reversed(self.passes):
            text = step.undo(text)
        return text

    def raw_span(self, span: Span) -> Span:
        """Return the place in the capture of a span of the text."""
        return self.alignment.raw_span(span)

    def text_span(self, span: Span) -> Span:
        """Return the place in the text of a span of the capture."""
        return self.alignment.text_span(span)

    def changes(self) -> Iterator[Change]:
        """Yield every place where capture and text differ, in order."""
        yield from self.alignment.changes


@dataclass(frozen=True, slots=True)
class Lacuna:
    """A place in the repaired text where something is known to be missing.

    `start` is the offset before which it is missing; `likely` is the reading a
    careful editor would propose, never put into the text.
    """

    start: int
    kind: str  # quote_mark | digit | counter | month | stop | bracket | word
    likely: str
    certainty: str  # certain | likely | unrecoverable
    note: str = ""
