"""Raw beside repaired, place by place: what `build-site explain` and the capture pages show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_site.model.text import Change, Document, Span

CONTEXT = 24  # code points of text kept on each side of a change


@dataclass(frozen=True, slots=True)
class Explained:
    """One stretch with its changes: `raw` and `text` are what stood and what stands there.

    `raw_marks` and `text_marks` are the changed parts, in code points of
    `raw` and `text`; `line` is the line of the capture, counted from 1.
    """

    line: int
    raw_start: int
    raw: str
    text: str
    raw_marks: tuple[Span, ...]
    text_marks: tuple[Span, ...]
    changes: tuple[Change, ...]


def explained(document: Document, at: str = "") -> Iterator[Explained]:
    """Yield every changed stretch of a document, neighbours joined, in order.

    With `at`, only the stretches in which this text stands, in the capture or
    as repaired.
    """
    group: list[Change] = []
    for change in document.changes():
        if group and change.text.start - group[-1].text.end > CONTEXT:
            yield from _stretch(document, group, at)
            group = []
        group.append(change)
    if group:
        yield from _stretch(document, group, at)


def _stretch(document: Document, group: list[Change], at: str) -> Iterator[Explained]:
    text, raw = document.text, document.raw
    before = raw[max(0, group[0].raw.start - CONTEXT) : group[0].raw.start].rsplit("\n", 1)[-1]
    after = raw[group[-1].raw.end : group[-1].raw.end + CONTEXT].split("\n", 1)[0]
    raw_from, raw_to = group[0].raw.start - len(before), group[-1].raw.end + len(after)
    text_from, text_to = group[0].text.start - len(before), group[-1].text.end + len(after)
    raw_part, text_part = raw[raw_from:raw_to], text[text_from:text_to]
    if at and at not in raw_part and at not in text_part:
        return
    yield Explained(
        raw.count("\n", 0, group[0].raw.start) + 1,
        raw_from,
        raw_part,
        text_part,
        tuple(change.raw.shifted(-raw_from) for change in group),
        tuple(change.text.shifted(-text_from) for change in group),
        tuple(group),
    )
