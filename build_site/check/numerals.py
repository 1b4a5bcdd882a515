"""The numeral certificate: no figure of a capture is lost on the way, and none is added."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_site.check.place import published_spans, unplaced
from build_site.model.finding import Finding, Severity
from build_site.model.report import Edition, Kind, Report
from build_site.model.text import Change, Document, Span

_DIGITS = "0-9０-９"
_FIGURE = re.compile(
    rf"[{_DIGITS}]+(?:[.,．，][{_DIGITS}]+)*[%％‰]?"
    r"|[〇○零一二三四五六七八九十百千万萬亿億两兩]+"
)
# One figure in two scripts or widths: these pairs are the same figure.
_SAME = str.maketrans("０１２３４５６７８９．，％萬億兩○", "0123456789.,%万亿两〇")
_SHOWN = 5  # figures named in one finding


@dataclass(frozen=True, slots=True)
class NumeralCertificate:
    """Where the figures of one document went; `figures` = published + removed + edited + missing.

    `published` counts figures that stand in the published text as in the
    capture, `edited` those that a logged edit changed, `removed` those in a run
    removed with a reason. `missing` names those that are nowhere, with their
    offset in the capture; `added` those published that the capture lacks.
    """

    capture_id: str
    document: int  # Piece.position
    document_id: str
    figures: int
    published: int
    removed: int
    edited: int
    missing: tuple[tuple[int, str], ...] = ()
    added: tuple[tuple[int, str], ...] = ()

    @property
    def holds(self) -> bool:
        """Say whether every figure is accounted for and none was added without an edit."""
        return not self.missing


def figures_in(text: str) -> Iterator[tuple[Span, str]]:
    """Yield figures with their place: Arabic runs with decimals and %, Chinese numeral runs."""
    for found in _FIGURE.finditer(text):
        yield Span(*found.span()), found[0]


def _folded(figure: str) -> str:
    return figure.translate(_SAME)


class _Ranges:
    """Sorted spans that may overlap, asked whether one of them holds a given span."""

    def __init__(self, spans: list[Span]) -> None:
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self._spans = merged
        self._starts = [span.start for span in merged]

    def hold(self, span: Span) -> bool:
        """Say whether `span` lies in one of the spans."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._spans[at].end

    def touch(self, span: Span) -> bool:
        """Say whether `span` overlaps one of the spans."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self._spans[at].end > span.start


def certificates_of(
    edition: Edition, document_ids: Mapping[int, str] | None = None
) -> tuple[NumeralCertificate, ...]:
    """Return the certificate of every published document of a capture.

    `document_ids` gives the published ids by position in the capture; without
    it a document is called by its capture and position.
    """
    return tuple(
        _certificate(
            edition,
            report,
            (document_ids or {}).get(
                report.piece.position, f"{edition.capture.capture_id}/{report.piece.position}"
            ),
        )
        for report in edition.reports
        if report.piece.kind is not Kind.NON_REPORT
    )


def _certificate(edition: Edition, report: Report, document_id: str) -> NumeralCertificate:
    document = edition.capture.document
    published = _Ranges(published_spans(report))
    lost = _Ranges(list(unplaced(edition, report)))
    removed = _Ranges([run.span for run in edition.segmentation.removed])
    changes = document.alignment.changes
    starts = [change.raw.start for change in changes]
    stretch = document.raw_span(report.piece.span)
    printed = [(document.raw_span(t.span), {t.number, t.annex}) for t in report.tasks]
    counts = {"published": 0, "removed": 0, "edited": 0}
    missing: list[tuple[int, str]] = []
    total = 0
    for found, figure in figures_in(stretch.of(document.raw)):
        raw = found.shifted(stretch.start)
        total += 1
        touched = _touching(changes, starts, raw)
        text = document.text_span(raw)
        now = text.of(document.text)
        if touched and (text.start == text.end or _folded(figure) not in _folded(now)):
            counts["edited"] += 1
        elif removed.touch(text):
            counts["removed"] += 1
        elif published.hold(text) or (touched and published.touch(text)):
            counts["published"] += 1
        elif any(p.start <= raw.start < p.end and figure in names for p, names in printed):
            counts["published"] += 1  # the number of a task, published as its number
        elif lost.touch(text):
            missing.append((raw.start, figure))
        else:
            counts["removed"] += 1  # layout, such as the head of a table column
    return NumeralCertificate(
        edition.capture.capture_id,
        report.piece.position,
        document_id,
        total,
        **counts,
        missing=tuple(missing),
        added=tuple(_added(document, report)),
    )


def _touching(changes: tuple[Change, ...], starts: list[int], raw: Span) -> bool:
    """Say whether a change overlaps a place of the capture."""
    at = bisect_right(starts, raw.end - 1) - 1
    return at >= 0 and changes[at].raw.end > raw.start


def _added(document: Document, report: Report) -> Iterator[tuple[int, str]]:
    """Yield figures of published text whose digits the capture does not show at that place."""
    changes = document.alignment.changes
    starts = [change.text.start for change in changes]
    for span in published_spans(report):
        for found, figure in figures_in(span.of(document.text)):
            if len(figure) == 1 and not figure.isdecimal():
                continue  # 一 of 一般 or 千 of 千方百计: a word, not a figure
            text = found.shifted(span.start)
            at = bisect_right(starts, text.end - 1) - 1
            if at < 0 or changes[at].text.end <= text.start:
                continue
            raw = document.raw_span(text)
            before = "".join(_folded(raw.of(document.raw)).split())
            if _folded(figure) not in before:
                yield raw.start, figure


def _certified(c: NumeralCertificate) -> Finding:
    """Return the certificate as a finding for readers."""
    lost = len(c.missing)
    return Finding(
        "numerals",
        Severity.INFO,
        c.capture_id,
        c.document,
        None,
        f"采集件此文献范围内有数字 {c.figures} 个：发布文本中 {c.published} 个，"
        f"随版面杂物删去并记录 {c.removed} 个，经有记录的改动 {c.edited} 个，缺失 {lost} 个",
        f"{c.figures} figures in the capture's stretch: {c.published} in the published text, "
        f"{c.removed} in logged removals, {c.edited} in logged edits, {lost} missing",
    )


def check_numerals(edition: Edition) -> Iterator[Finding]:
    """Yield the certificate of each document, and what is missing or was added in it."""
    for certificate in certificates_of(edition):
        yield _certified(certificate)
        for figures, severity, zh, en in (
            (certificate.missing, Severity.ERROR, "采集件中的数字未见发布", "not published"),
            (certificate.added, Severity.WARNING, "发布文本中的数字与采集件不同", "altered"),
        ):
            if figures:
                shown = "、".join(f"{figure}（{start}）" for start, figure in figures[:_SHOWN])
                named = ", ".join(f"{figure} at {start}" for start, figure in figures[:_SHOWN])
                yield Finding(
                    "numerals",
                    severity,
                    certificate.capture_id,
                    certificate.document,
                    None,
                    f"{zh}，共 {len(figures)} 个：{shown}",
                    f"{len(figures)} figures of the capture are {en}: {named}",
                )
