from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from build_site.publish.pages_data import data_pages
from build_site.publish.pages_render import Renderer
from build_site.publish.pages_shelf import Shelf
from build_site.vocab.columns import load_tables
from build_site.vocab.labels import load_labels
from tests.publish.small_tables import tables

ROOT = Path(__file__).parents[2]


def page(language: str) -> BeautifulSoup:
    (only,) = data_pages(Shelf(tables("")), Renderer(load_labels(), language))
    return BeautifulSoup(only.body, "html.parser")


def test_the_python_example_of_the_page_reads_the_committed_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    example = page("en").find("pre", attrs={"aria-label": "Python"})
    assert example is not None
    monkeypatch.chdir(ROOT)
    names: dict[str, list[dict[str, str]]] = {}
    exec(example.get_text(), names)
    file = ROOT / "dataset" / "data" / "documents.json"
    known = json.loads(file.read_text(encoding="utf-8"))
    assert [d["document_id"] for d in names["documents"]] == [d["document_id"] for d in known]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_and_column_is_described(language: str) -> None:
    text = page(language).get_text()
    for name, table in load_tables().items():
        assert name in text
        for column in table.columns:
            assert column.name in text, f"{name}.{column.name}"
