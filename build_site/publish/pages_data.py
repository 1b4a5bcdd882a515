"""The page of the data package: its tables and columns, and how to load them."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_shelf import Shelf
from build_site.vocab.columns import load_tables


def data_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the page of the data package."""
    zh = renderer.language == "zh"
    tables = [
        {
            "name": name,
            "says": table.zh if zh else table.en,
            "rows": len(shelf.rows(name)),
            "columns": [
                (column.name, column.type, column.unit, column.zh if zh else column.en)
                for column in table.columns
            ],
        }
        for name, table in load_tables().items()
    ]
    yield renderer.page("data.md.j2", "data", renderer.say("data.title"), tables=tables)
