"""Lines → Report: identity, headings, sections, tables."""

from __future__ import annotations

from build_site.model.report import Kind, Outline, Piece, Report
from build_site.structure.headings import outline
from build_site.structure.identity import identify
from build_site.structure.labelled_items import labels_items, read_labelled_items
from build_site.structure.progress_table import in_columns, read_progress_table
from build_site.structure.responsibility_list import read_responsibility_list

_READERS = {
    Kind.WORK_REPORT: outline,
    Kind.PROGRESS_TABLE: read_progress_table,
    Kind.RESPONSIBILITY_BREAKDOWN: read_responsibility_list,
}


def structure(text: str, piece: Piece) -> Report:
    """Return the report a piece holds; a non-report keeps its identity but has no contents."""
    reader = _READERS.get(piece.kind)
    if piece.kind is Kind.RESPONSIBILITY_BREAKDOWN and in_columns(text, piece):
        reader = read_progress_table
    if piece.kind is Kind.PROGRESS_TABLE and labels_items(text, piece):
        reader = read_labelled_items
    found = reader(text, piece) if reader else Outline((), ())
    return Report(piece, identify(text, piece), found.sections, found.paragraphs, found.tasks)
