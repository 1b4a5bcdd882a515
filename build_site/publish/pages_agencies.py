"""The list of agencies and a page for each: what it leads and what it supports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_reports import document_title
from build_site.publish.pages_shelf import Shelf, anchor, name, text


def agency_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the list of agencies and the page of each."""
    other = "en" if renderer.language == "zh" else "zh"
    listed = []
    for agency_id, row in shelf.agencies.items():
        tasks = _tasks(shelf, agency_id, renderer)
        place = text(row, "place_id")
        facts: dict[str, Any] = {
            "id": agency_id,
            "name": name(row, renderer.language),
            "other_name": text(row, f"name_{other}"),
            "other_language": other,
            "place": place if place in shelf.places else "",
            "place_name": name(shelf.places.get(place), renderer.language),
            "lead": tasks["lead"],
            "supporting": tasks["supporting"],
        }
        listed.append(facts)
        yield renderer.page("agency.md.j2", f"agencies/{agency_id}", str(facts["name"]), **facts)
    listed.sort(key=lambda facts: (-len(facts["lead"]), str(facts["id"])))
    yield renderer.page(
        "agencies.md.j2",
        "agencies",
        renderer.say("agencies.title"),
        agencies=listed,
        hide=("navigation", "toc"),
    )


def _tasks(
    shelf: Shelf, agency_id: str, renderer: Renderer
) -> Mapping[str, list[Mapping[str, str]]]:
    tasks: dict[str, list[Mapping[str, str]]] = {"lead": [], "supporting": []}
    seen: set[tuple[str, str]] = set()
    for part in shelf.agency_tasks.get(agency_id, ()):
        task_id, role = text(part, "task_id"), text(part, "role")
        task = shelf.tasks.get(task_id)
        if task is None or role not in tasks or (task_id, role) in seen:
            continue
        document_id = text(task, "document_id")
        document = shelf.documents.get(document_id)
        if document is None:
            continue
        seen.add((task_id, role))
        tasks[role].append(
            {
                "document_id": document_id,
                "document": document_title(shelf, document, renderer),
                "at": anchor("t", task_id, document_id),
                "number": text(task, "number"),
                "text": name(task, renderer.language, "text"),
            }
        )
    return tasks
