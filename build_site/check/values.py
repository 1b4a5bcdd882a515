"""Values that cannot be as written: several numbers run together, dates that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.finding import Finding, Severity
from build_site.model.report import Edition, Kind
from build_site.model.text import Span

_DATE = re.compile(r"(?<![\d.])(\d{1,2})月(\d{1,2})日")
_TWO_POINTS = re.compile(r"(?<![\d.])\d+\.\d+\.\d+(?![\d.])")
_JOINED = re.compile(r"(?<![\d.])\d+(?:\.\d+)?[%％]\d+(?:\.\d+)?[%％]")
_LONG = re.compile(r"(?<![\d.])(?:[3-9]\d{2,}|[2-9]\d{3,})(?:\.\d+)?[%％]")


def suspicious(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield (place, Chinese, English) of values that cannot be as written."""
    for found in _DATE.finditer(text):
        if not (1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 31):
            yield Span(*found.span()), f"日期不存在：{found[0]}", f"no such date: {found[0]}"
    for pattern in (_TWO_POINTS, _JOINED):
        for found in pattern.finditer(text):
            yield (
                Span(*found.span()),
                f"数字连写，界限不明：{found[0]}",
                f"numbers run together: {found[0]}",
            )
    for found in _LONG.finditer(text):
        yield (
            Span(*found.span()),
            f"百分比异常偏大：{found[0]}",
            f"unusually large percentage: {found[0]}",
        )


def check_values(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each suspicious value in published text; the text is left as it is."""
    text = edition.capture.document.text
    for report in edition.reports:
        if report.piece.kind is Kind.NON_REPORT:
            continue
        for paragraph in report.paragraphs:
            for place, zh, en in suspicious(paragraph.span.of(text)):
                yield Finding(
                    "values",
                    Severity.WARNING,
                    edition.capture.capture_id,
                    report.piece.position,
                    place.shifted(paragraph.span.start),
                    zh,
                    en,
                )
