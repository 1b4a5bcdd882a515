"""The home page: what this is, one example, what is covered, the latest documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_site.publish.pages_chains import Chains
from build_site.publish.pages_marks import Run, captured, runs
from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_reports import document_title
from build_site.publish.pages_shelf import Shelf, name, number, text
from build_site.publish.row import Row

_SHORT, _LONG = 50, 130  # an example that shows something and still fits a small screen
_LATEST = 8


def home_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the home page."""
    language = renderer.language
    latest = list(shelf.documents.values())[:_LATEST]
    chains = Chains(shelf, renderer)
    yield renderer.page(
        "home.md.j2",
        "",
        renderer.say("home.title"),
        figures={
            "documents": f"{len(shelf.documents):,}",
            "paragraphs": f"{len(shelf.rows('paragraphs')):,}",
            "tasks": f"{len(shelf.rows('tasks')):,}",
            "edits": f"{len(shelf.rows('edits')):,}",
        },
        example=_example(shelf, renderer),
        promise=chains.example,
        scores=chains.scores([c for c in chains.every if c.verdict != "open"]),
        years=_years(shelf),
        matrix=[
            (place, name(shelf.places.get(place), language) or place, cells)
            for place, cells in _matrix(shelf).items()
        ],
        latest=[
            (text(row, "document_id"), document_title(shelf, row, renderer), row) for row in latest
        ],
        hide=("navigation", "toc"),
    )


def _years(shelf: Shelf) -> list[int]:
    return sorted({number(row, "year") for row in shelf.documents.values()} - {0})


def _matrix(shelf: Shelf) -> Mapping[str, Mapping[int, Sequence[str]]]:
    matrix: dict[str, dict[int, list[str]]] = {}
    for document_id, row in sorted(shelf.documents.items()):
        cells = matrix.setdefault(text(row, "place_id"), {})
        cells.setdefault(number(row, "year"), []).append(document_id)
    return dict(sorted(matrix.items(), key=lambda item: (item[0].count("/"), item[0])))


def _example(shelf: Shelf, renderer: Renderer) -> Mapping[str, object] | None:
    """Choose the paragraph whose repair shows most: many rules on few characters."""
    best: tuple[tuple[int, int], Row, list[Run]] | None = None
    for document_id in shelf.documents:
        for row in shelf.paragraphs.get(document_id, ()):
            edits = shelf.paragraph_edits.get(text(row, "paragraph_id"), ())
            if not edits or not _SHORT <= len(text(row, "text_zh")) <= _LONG:
                continue
            if any(text(e, "certainty") == "conjecture" for e in edits):
                continue
            kinds = {rule for e in edits for rule in text(e, "rules").split(";")}
            merit = (len(kinds), len(edits))
            if best and merit <= best[0]:
                continue
            parts = runs(row, edits)
            if len(parts) > 1:
                best = (merit, row, parts)
    if best is None:
        return None
    row, parts = best[1], best[2]
    document = shelf.documents[text(row, "document_id")]
    return {
        "runs": parts,
        "before": captured(parts),
        "count": best[0][1],
        "document_id": text(row, "document_id"),
        "title": document_title(shelf, document, renderer),
        "paragraph_id": text(row, "paragraph_id"),
    }
