"""Furniture removed and body kept, by character, against marks made by reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_site.check.place import published_spans
from build_site.model.report import Edition, Kind
from build_site.model.text import Span
from tests.eval.furniture_gold import counted, marked_captures
from tests.eval.row import Row


@dataclass(slots=True)
class Counts:
    """Characters of the captures (Han and digits) by what they are and what became of them."""

    body: int = 0
    body_lost: int = 0
    furniture: int = 0
    furniture_left: int = 0

    @property
    def recall(self) -> float:
        """Return the share of furniture that was removed."""
        return 1 - self.furniture_left / self.furniture

    @property
    def precision(self) -> float:
        """Return the share of what was removed that is furniture."""
        removed = self.furniture - self.furniture_left
        return removed / (removed + self.body_lost)

    @property
    def kept(self) -> float:
        """Return the share of the body that was kept."""
        return 1 - self.body_lost / self.body


def count(editions: Sequence[Edition]) -> Counts:
    """Return how much of body and furniture the editions publish."""
    by_name = {edition.capture.capture_id[:3]: edition for edition in editions}
    counts = Counts()
    for capture in marked_captures():
        kept = published(by_name[capture.name])
        for at, char in enumerate(capture.raw):
            if not counted(char):
                continue
            if capture.fates[at] == "b":
                counts.body += 1
                counts.body_lost += not kept[at]
            elif capture.fates[at] in "fo":
                counts.furniture += 1
                counts.furniture_left += kept[at]
    return counts


def published(edition: Edition) -> bytearray:
    """Return 1 for every code point of the capture that a published document shows.

    A character that an edit rewrites counts as shown, in its new form; one that
    a recorded correction deletes does not.
    """
    document = edition.capture.document
    kept = bytearray(len(document.raw))
    for report in edition.reports:
        if report.piece.kind is Kind.NON_REPORT:
            continue
        for span in published_spans(report):
            raw = document.raw_span(span)
            kept[raw.start : raw.end] = b"\1" * (raw.end - raw.start)
    for change in document.changes():
        if "correction" in change.rules:
            _uncover(kept, change.raw, document.raw, change.text.of(document.text))
    return kept


def _uncover(kept: bytearray, raw: Span, text: str, now: str) -> None:
    """Mark what a correction deleted at the start of the text that it quotes."""
    before = raw.of(text)
    deleted = len(before) - len(now)
    if deleted > 0 and before.endswith(now):
        kept[raw.start : raw.start + deleted] = b"\0" * deleted


def rows(editions: Sequence[Edition]) -> list[Row]:
    """Return precision and recall of the removal of furniture, and the body kept."""
    c = count(editions)
    zh = f"五份采集件，汉字和数字：正文 {c.body} 个、版面杂物 {c.furniture} 个，逐段通读标注"
    en = (
        f"five captures, Han characters and digits: {c.body} of body, "
        f"{c.furniture} of furniture, marked by reading"
    )
    return [
        Row("furniture.recall", "版面杂物：召回率", "Furniture removed: recall", c.recall, zh, en),
        Row("furniture.precision", "版面杂物：精确率", "Furniture removed: precision",
            c.precision, zh, en),
        Row("furniture.body", "正文保留", "Body kept", c.kept, zh, en),
    ]  # fmt: skip
