"""Quotation marks and brackets that open and never close, or close and never opened."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.model.finding import Finding, Severity
from build_site.model.report import Edition, Kind
from build_site.model.text import Span

_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "「": "」", "(": ")"}
_OPENS = {close: open_ for open_, close in _PAIRS.items()}
# 1）and a) number an item: their bracket has no partner
_NUMBERING = frozenset(
    "0123456789０１２３４５６７８９abcdefghijklmnopqrstuvwxyz一二三四五六七八九十"
)


def unbalanced(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, mark) of each mark without partner; half and full width pair with each other.

    A closing bracket behind a number at the start of the text numbers an item.
    """
    open_: list[tuple[int, str]] = []
    for at, mark in enumerate(text):
        kind = {"（": "(", "）": ")"}.get(mark, mark)
        if kind in _PAIRS:
            open_.append((at, kind))
        elif kind in _OPENS:
            index = next(
                (i for i in range(len(open_) - 1, -1, -1) if open_[i][1] == _OPENS[kind]), None
            )
            if index is not None:
                yield from open_[index + 1 :]
                del open_[index:]
            elif not (kind == ")" and at and set(text[:at]) <= _NUMBERING):
                yield at, kind
    yield from open_


def check_marks(edition: Edition) -> Iterator[Finding]:
    """Yield one finding per paragraph whose marks do not pair."""
    text = edition.capture.document.text
    for report in edition.reports:
        if report.piece.kind is Kind.NON_REPORT:
            continue
        for paragraph in report.paragraphs:
            alone = sorted(unbalanced(paragraph.span.of(text)))
            if alone:
                start = paragraph.span.start + alone[0][0]
                marks = "".join(mark for _, mark in alone)
                yield Finding(
                    "marks",
                    Severity.WARNING,
                    edition.capture.capture_id,
                    report.piece.position,
                    Span(start, start + 1),
                    f"引号或括号不成对：{marks}",
                    f"quotation marks or brackets without partner: {marks}",
                )
