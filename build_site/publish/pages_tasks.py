"""Rows of the task tables: progress tables and responsibility breakdowns."""

from __future__ import annotations

from collections.abc import Mapping

from build_site.publish.pages_names import office, person
from build_site.publish.pages_paragraph import bare_view, paragraph_view
from build_site.publish.pages_render import Renderer
from build_site.publish.pages_shelf import Shelf, anchor, number, text
from build_site.publish.row import Row

_SIDES = {"progress": "progress", "agencies": "agencies"}  # any other role tells the task itself


def task_rows(
    shelf: Shelf, task: Row, document_id: str, renderer: Renderer
) -> Mapping[str, object]:
    """Return what the table row of one task shows."""
    task_id = text(task, "task_id")
    cells: dict[str, list[Mapping[str, object]]] = {"target": [], "progress": [], "agencies": []}
    for paragraph in shelf.task_paragraphs.get(task_id, ()):
        side = _SIDES.get(text(paragraph, "role"), "target")
        cells[side].append(paragraph_view(shelf, paragraph, document_id, renderer))
    if not cells["target"]:
        cells["target"] = [bare_view(text(task, "text_zh"), text(task, "text_en"))]
    return {
        "type": "task",
        "id": anchor("t", task_id, document_id),
        "number": text(task, "number"),
        "annex": text(task, "annex"),
        "official": person(task, "lead_official", renderer.language),
        "official_title": office(task, "lead_official", renderer.language),
        "target": cells["target"],
        "progress": cells["progress"],
        "places_of_agencies": [cell["id"] for cell in cells["agencies"]],
        "agencies": [_agency(shelf, part, renderer) for part in _parts(shelf, task_id)],
        "completions": [
            {
                "percent": f"{float(str(row['percent'])):g}%",
                "of": text(row, "of_zh"),
                "uncertain": text(row, "alignment") == "uncertain",
            }
            for row in shelf.completions.get(task_id, ())
        ],
    }


def _parts(shelf: Shelf, task_id: str) -> list[Row]:
    rows = shelf.task_agencies.get(task_id, ())
    return sorted(rows, key=lambda row: (text(row, "item_id"), number(row, "position")))


def _agency(shelf: Shelf, part: Row, renderer: Renderer) -> Mapping[str, object]:
    agency_id = text(part, "agency_id")
    agency = shelf.agencies.get(agency_id)
    written = text(part, "agency_zh")
    shown = written if renderer.language == "zh" else (text(agency or {}, "name_en") or written)
    return {"id": agency_id if agency else "", "name": shown, "role": text(part, "role")}
