"""Values that cannot be as written: several numbers run together, dates that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.finding import Finding, Severity
from build_site.model.report import Edition, Kind, Report
from build_site.model.text import Span

_MULTIPLIERS = ("万", "亿")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?$")
_AMOUNT = re.compile("[万亿]?[美港欧日]?元")
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


def _reduced(edition: Edition, report: Report) -> Iterator[tuple[Span, str, str]]:
    """Yield (place, Chinese, English) of amounts that lack 万 or 亿 by the target of their row.

    The reading is that of the lacuna marked there; the value stays as written.
    """
    text = edition.capture.document.text
    for lacuna in edition.lacunae:
        inside = report.piece.span.start <= lacuna.start <= report.piece.span.end
        if not inside or lacuna.kind != "counter" or lacuna.likely not in _MULTIPLIERS:
            continue
        number = _NUMBER.search(text, max(0, lacuna.start - 20), lacuna.start)
        rest = _AMOUNT.match(text, lacuna.start)
        if number and rest:
            written = number[0] + rest[0]
            meant = number[0] + lacuna.likely + rest[0]
            yield (
                Span(number.start(), rest.end()),
                f"数量级存疑：写作{written}，同一行的目标表明应为{meant}",
                f"order of magnitude: written {written}, likely {meant}; {lacuna.note}",
            )


def check_values(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each suspicious value in published text; the text is left as it is."""
    text = edition.capture.document.text
    for report in edition.reports:
        if report.piece.kind is Kind.NON_REPORT:
            continue
        for paragraph in report.paragraphs:
            for place, zh, en in suspicious(paragraph.span.of(text)):
                yield _finding(edition, report, place.shifted(paragraph.span.start), zh, en)
        for place, zh, en in _reduced(edition, report):
            yield _finding(edition, report, place, zh, en)


def _finding(edition: Edition, report: Report, place: Span, zh: str, en: str) -> Finding:
    capture_id = edition.capture.capture_id
    return Finding("values", Severity.WARNING, capture_id, report.piece.position, place, zh, en)
