from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections import Counter
from contextlib import redirect_stdout
from pathlib import Path

import duckdb
import markdown
import pytest
from bs4 import BeautifulSoup

from build_site.model.capture import InputError
from build_site.publish.pages_data import data_pages
from build_site.publish.pages_render import Renderer
from build_site.publish.pages_shelf import Shelf
from build_site.vocab.columns import load_tables
from build_site.vocab.cookbook import Example, load_cookbook
from build_site.vocab.labels import load_labels
from tests.publish.small_tables import tables

ROOT = Path(__file__).parents[2]


def page(language: str) -> BeautifulSoup:
    (only,) = data_pages(Shelf(tables("")), Renderer(load_labels(), language))
    return BeautifulSoup(only.body, "html.parser")


def printed(example: Example) -> str:
    """Return what an example prints, or its answer as CSV, run in the current folder."""
    out = io.StringIO()
    if example.language == "python":
        with redirect_stdout(out):
            exec(example.code, {})
    elif example.language == "sql":
        answer = duckdb.sql(example.code)
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(answer.columns)
        lines.writerows(answer.fetchall())
    else:
        rscript = shutil.which("Rscript")
        if rscript is None:
            pytest.skip("R is not installed here: Rscript is not on PATH")
        made = subprocess.run(
            [rscript, "--vanilla", "-e", example.code],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        assert made.returncode == 0, made.stderr
        out.write(made.stdout)
    return out.getvalue().strip("\n")


@pytest.mark.parametrize("example", load_cookbook(), ids=lambda e: f"{e.tool}: {e.en}")
def test_every_example_of_the_page_prints_what_the_page_shows(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert printed(example) == example.shows


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_holds_each_example_and_what_it_prints_to_the_letter(language: str) -> None:
    """As HTML, after Markdown has had its chance to spoil blank lines, stars and underscores."""
    (only,) = data_pages(Shelf(tables("")), Renderer(load_labels(), language))
    html = markdown.markdown(only.body, extensions=["attr_list", "md_in_html", "tables"])
    soup = BeautifulSoup(html, "html.parser")
    examples = load_cookbook()
    codes = soup.select("pre > code:not(:has(samp))")
    assert [code.get_text() for code in codes] == [e.code for e in examples]
    assert [shown.get_text() for shown in soup.select("pre samp")] == [e.shows for e in examples]
    anchors = {heading["id"] for heading in soup.select("h3[id]")}
    assert {"python", "pandas", "polars", "duckdb", "r", "excel"} <= anchors


def test_every_tool_has_two_examples_and_r_shows_what_the_others_found() -> None:
    examples = load_cookbook()
    tools = ("Python", "pandas", "polars", "DuckDB", "R")
    assert Counter(e.tool for e in examples) == dict.fromkeys(tools, 2)
    for example in (e for e in examples if e.tool == "R"):
        (same, *_) = [e for e in examples if e.en == example.en and e.tool == "polars"]
        # R writes a whole number without its .0
        assert example.shows == same.shows.replace(".0,", ",")


def test_an_example_without_its_output_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cookbook.toml"
    entry = '[[example]]\ntool="R"\nlanguage="{0}"\nzh="问"\nen="q"\ncode="1"\nshows="{1}"\n'
    path.write_text(entry.format("r", ""), encoding="utf-8")
    with pytest.raises(InputError, match=r"example 1 lacks .*shows"):
        load_cookbook(path)
    other = tmp_path / "other.toml"
    other.write_text(entry.format("perl", "1"), encoding="utf-8")
    with pytest.raises(InputError, match="perl"):
        load_cookbook(other)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_and_column_is_described(language: str) -> None:
    text = page(language).get_text()
    for name, table in load_tables().items():
        assert name in text
        for column in table.columns:
            assert column.name in text, f"{name}.{column.name}"
