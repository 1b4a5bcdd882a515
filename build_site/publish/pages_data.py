"""The page of the data package: its tables and columns, and how to load them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from build_site.publish.pages_render import SITE, Page, Renderer
from build_site.publish.pages_shelf import Shelf
from build_site.publish.structured import dataset_facts, script_safe
from build_site.vocab.columns import load_tables
from build_site.vocab.cookbook import load_cookbook


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
    cookbook = [
        (tool, [(e.zh if zh else e.en, e.code, e.shows) for e in examples])
        for tool, examples in groupby(load_cookbook(), key=lambda example: example.tool)
    ]
    title = renderer.say("data.title")
    page = renderer.page("data.md.j2", "data", title, tables=tables, cookbook=cookbook)
    facts = dataset_facts(
        page.title,
        renderer.say("data.intro"),
        renderer.address("data"),
        keywords=(renderer.say("kind.work_report"), renderer.say("home.title")),
        downloads=[
            ("application/json", f"{SITE}dataset/datapackage.json"),
            *(("text/csv", f"{SITE}dataset/data/{table['name']}.csv") for table in tables),
            ("application/x-tmx+xml", f"{SITE}dataset/aligned/all.tmx"),
        ],
    )
    yield replace(page, meta={**page.meta, "jsonld": script_safe(facts)})
