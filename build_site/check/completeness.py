"""Text that breaks off, and text that is in no paragraph, heading, title or removed run."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.check.place import unplaced
from build_site.model.finding import Finding, Severity
from build_site.model.report import Edition, Kind, Report, Role
from build_site.model.text import Span

_ENDS = frozenset("。！？!?…”’）)》")
_SHORT = 12  # code points: a shorter last line is a signature or a caption, not a sentence


def _breaks_off(edition: Edition, report: Report) -> Span | None:
    """Return the last paragraph if its sentence has no end."""
    prose = [p for p in report.paragraphs if p.role is Role.PROSE]
    if report.piece.kind is not Kind.WORK_REPORT or not prose:
        return None
    last = prose[-1].span.of(edition.capture.document.text).rstrip()
    return None if len(last) < _SHORT or last[-1] in _ENDS else prose[-1].span


def check_completeness(edition: Edition) -> Iterator[Finding]:
    """Yield findings for documents that break off and text that nothing accounts for."""
    for report in edition.reports:
        if report.piece.kind is Kind.NON_REPORT:
            continue
        where = (edition.capture.capture_id, report.piece.position)
        last = _breaks_off(edition, report)
        if not report.piece.complete or last:
            yield Finding(
                "completeness",
                Severity.WARNING,
                *where,
                last,
                "文本似未完，可能中断",
                "the text seems to break off",
            )
        for place in unplaced(edition, report):
            size = place.end - place.start
            yield Finding(
                "unplaced",
                Severity.WARNING,
                *where,
                place,
                f"有 {size} 个字符不属于任何段落、标题或删除段",
                f"{size} characters are in no paragraph, heading or removed run",
            )
