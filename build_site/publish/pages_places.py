"""The list of places and a page for each place that has documents or holds one that does."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_reports import document_title
from build_site.publish.pages_shelf import Shelf, name, text


def place_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the list of places and the page of each."""
    shown = shown_places(shelf)
    names = {place: name(shelf.places[place], renderer.language) for place in shown}
    by_place: dict[str, list[tuple[str, str]]] = {place: [] for place in shown}
    for document_id, row in shelf.documents.items():
        if text(row, "place_id") in by_place:
            entry = (document_id, document_title(shelf, row, renderer))
            by_place[text(row, "place_id")].append(entry)
    agencies: dict[str, list[tuple[str, str]]] = {place: [] for place in shown}
    for agency_id, row in shelf.agencies.items():
        if text(row, "place_id") in agencies:
            agencies[text(row, "place_id")].append((agency_id, name(row, renderer.language)))
    yield renderer.page(
        "places.md.j2",
        "places",
        renderer.say("places.title"),
        places=[(p, names[p], shelf.places[p], len(by_place[p])) for p in shown],
        hide=("navigation", "toc"),
    )
    other = "en" if renderer.language == "zh" else "zh"
    for place in shown:
        row = shelf.places[place]
        parent = text(row, "parent_id")
        yield renderer.page(
            "place.md.j2",
            f"places/{place}",
            names[place],
            row=row,
            other_name=text(row, f"name_{other}"),
            other_language=other,
            parent=(parent, names[parent]) if parent in names else None,
            children=[(p, names[p]) for p in shown if text(shelf.places[p], "parent_id") == place],
            documents=by_place[place],
            agencies=agencies[place],
        )


def shown_places(shelf: Shelf) -> list[str]:
    """Return the places with a page: those of documents and agencies, and what they lie in."""
    wanted: set[str] = set()
    rows = (*shelf.documents.values(), *shelf.agencies.values())
    for row in rows:
        place = text(row, "place_id")
        while place in shelf.places and place not in wanted:
            wanted.add(place)
            place = text(shelf.places[place], "parent_id")
    return sorted(wanted)
