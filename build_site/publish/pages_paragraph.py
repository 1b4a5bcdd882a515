"""One paragraph or cell of a report page: both readings of the Chinese, the English, its edits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from posixpath import relpath

from build_site.publish.pages_apparatus import apparatus
from build_site.publish.pages_marks import Run, captured, lead_end, runs, with_lead, with_links
from build_site.publish.pages_render import Renderer
from build_site.publish.pages_shelf import Shelf, anchor, text
from build_site.publish.row import Row


def paragraph_view(
    shelf: Shelf, row: Row, document_id: str, renderer: Renderer
) -> dict[str, object]:
    """Return what report.md.j2 and tasks.j2 show of a paragraph.

    `runs` are (run, whether it belongs to the run-in heading); `captured` is
    empty where the capture reads just as the published text does.
    """
    paragraph_id = text(row, "paragraph_id")
    parts = runs(
        row,
        shelf.paragraph_edits.get(paragraph_id, ()),
        shelf.paragraph_lacunae.get(paragraph_id, ()),
    )
    raw = captured(parts)
    return {
        "id": anchor("p", paragraph_id, document_id),
        "english": _english(
            text(row, "text_en"),
            _links(shelf.figure_links_en.get(paragraph_id, ()), document_id),
        ),
        "runs": with_links(
            with_lead(parts, lead_end(row)),
            _links(shelf.figure_links.get(paragraph_id, ()), document_id),
        ),
        "captured": raw if raw != text(row, "text_zh") else "",
        "apparatus": apparatus(parts, renderer.language),
    }


def _links(
    links: Iterable[tuple[int, int, str, str]], document_id: str
) -> list[tuple[int, int, str]]:
    """Return where the figures of a paragraph lead: to the promise they are part of."""
    return [
        (start, end, f"{relpath(f'/{page}', f'/reports/{document_id}')}/#{at}")
        for start, end, page, at in links
    ]


def _english(en: str, links: Sequence[tuple[int, int, str]] = ()) -> list[tuple[Run, bool]]:
    """Return the English as runs, none where there is none."""
    return with_links([(Run("plain", en, en), False)], links) if en else []


def bare_view(zh: str, en: str) -> dict[str, object]:
    """Return the view of words that are no paragraph of the table."""
    return {
        "id": "",
        "english": _english(en),
        "runs": [(Run("plain", zh, zh), False)] if zh else [],
        "captured": "",
        "apparatus": None,
    }


def status(row: Row) -> str:
    """Return how far the translation of a row has come: none, draft or reviewed."""
    if not text(row, "text_en"):
        return "none"
    return "reviewed" if text(row, "translation_status") == "reviewed" else "draft"
