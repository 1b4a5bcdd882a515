"""What extraction needs to know of the place where a paragraph stands."""

from __future__ import annotations

from build_site.model.report import Report
from build_site.model.statement import Context, ParagraphText


def context_of(text: str, report: Report) -> Context:
    """Return what a report says of itself; `text` is the repaired text of its capture."""
    title, place = report.piece.title, report.identity.place
    return Context(
        report.piece.kind,
        report.identity.year,
        title.of(text) if title else "",
        place.name_zh if place else "",
        report.piece.complete,
    )


def paragraph_texts(text: str, report: Report) -> tuple[ParagraphText, ...]:
    """Return the paragraphs of a report with their headings, in order."""
    return tuple(
        ParagraphText(p.span.of(text), p.role, _path(report, p.section)) for p in report.paragraphs
    )


def _path(report: Report, section: int | None) -> tuple[str, ...]:
    titles: list[str] = []
    while section is not None:
        titles.append(report.sections[section].title)
        section = report.sections[section].parent
    return tuple(reversed(titles))
