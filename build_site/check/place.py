"""Where published text stands in the repaired text of a capture."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.model.report import Edition, Report
from build_site.model.text import Span
from build_site.vocab.layout import is_layout


def published_spans(report: Report) -> list[Span]:
    """Return the spans of title, headings and paragraphs, sorted."""
    spans = [section.span for section in report.sections]
    spans += [paragraph.span for paragraph in report.paragraphs]
    if report.piece.title:
        spans.append(report.piece.title)
    return sorted(spans)


def unplaced(edition: Edition, report: Report) -> Iterator[Span]:
    """Yield stretches of a document that are no layout and that nothing accounts for."""
    text = edition.capture.document.text
    covered = published_spans(report)
    covered += [run.span for run in edition.segmentation.removed]
    at, stop = report.piece.span
    printed = {number for task in report.tasks for number in (task.number, task.annex)}
    for start, end in [*sorted(covered), Span(stop, stop)]:
        stretch = text[at : min(start, stop)]
        body = stretch.strip()
        if not is_layout(body, report.piece.kind, printed):
            low = at + len(stretch) - len(stretch.lstrip())
            yield Span(low, low + len(body))
        at = max(at, end)
        if at >= stop:
            break
