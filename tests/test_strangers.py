"""Captures of cities nobody looked at while the rules were written: what a reader finds in them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_site.build import as_json, certified, edition_at
from build_site.model.report import Edition

FOLDER = Path(__file__).parent / "strangers"
EXPECTED: list[dict[str, Any]] = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))[
    "capture"
]
REPORTED = [one for one in EXPECTED if "kind" in one]
IDENTITY = {
    "kind": "kind",
    "place_id": "place_id",
    "year": "year",
    "title": "title_zh",
    "meeting": "meeting_zh",
    "delivered_on": "delivered_on",
    "speaker": "speaker_zh",
    "acting": "acting",
    "complete": "complete",
}


@cache
def edition(file: str) -> Edition:
    return edition_at(FOLDER / file)


def published(file: str) -> list[Mapping[str, Any]]:
    found = as_json(edition(file))["documents"]
    assert isinstance(found, list)
    return [document for document in found if document["published"]]


def words(document: Mapping[str, Any]) -> str:
    headings = [section["heading_zh"] for section in document["sections"]]
    return "\n".join([*headings, *(p["text_zh"] for p in document["paragraphs"])])


def having(key: str) -> list[Any]:
    return [pytest.param(one, id=one["file"]) for one in EXPECTED if key in one]


@pytest.mark.parametrize("one", EXPECTED, ids=lambda one: one["file"])
def test_a_capture_publishes_its_documents_and_nothing_else(one: dict[str, Any]) -> None:
    assert len(published(one["file"])) == ("kind" in one), one["what"]


@pytest.mark.parametrize("one", REPORTED, ids=lambda one: one["file"])
def test_the_document_says_what_it_is(one: dict[str, Any]) -> None:
    (document,) = published(one["file"])
    stated = {key: document[field] for key, field in IDENTITY.items() if key in one}
    assert stated == {key: one[key] for key in stated}


@pytest.mark.parametrize("one", having("sections"))
def test_the_headings_are_found_in_order(one: dict[str, Any]) -> None:
    (document,) = published(one["file"])
    assert [section["heading_zh"] for section in document["sections"]] == one["sections"]


@pytest.mark.parametrize("one", having("last"))
def test_the_text_ends_where_the_report_ends(one: dict[str, Any]) -> None:
    (document,) = published(one["file"])
    prose = [p["text_zh"] for p in document["paragraphs"] if p["role"] == "prose"]
    assert prose[-1].endswith(one["last"])


@pytest.mark.parametrize("one", having("figures"))
def test_the_figures_stand_unbroken(one: dict[str, Any]) -> None:
    text = words(*published(one["file"]))
    assert [figure for figure in one["figures"] if figure not in text] == []


@pytest.mark.parametrize("one", having("absent"))
def test_furniture_and_damage_are_gone(one: dict[str, Any]) -> None:
    text = words(*published(one["file"]))
    assert [word for word in one["absent"] if word in text] == []


@pytest.mark.parametrize("one", having("once"))
def test_a_repeated_text_stands_once(one: dict[str, Any]) -> None:
    text = words(*published(one["file"]))
    assert {word: text.count(word) for word in one["once"]} == dict.fromkeys(one["once"], 1)


@pytest.mark.parametrize("one", having("appendix"))
def test_the_appendix_is_kept_apart(one: dict[str, Any]) -> None:
    (document,) = published(one["file"])
    roles = [p["role"] for p in document["paragraphs"]]
    assert roles.count("appendix") == one["appendix"]


@pytest.mark.parametrize("one", having("tasks"))
def test_the_rows_of_a_table_are_tasks(one: dict[str, Any]) -> None:
    (document,) = published(one["file"])
    tasks = document["tasks"]
    assert [task["text_zh"] for task in tasks] == one["tasks"]
    for role in ("lead", "supporting"):
        if role in one:
            named = [[a["agency_zh"] for a in t["agencies"] if a["role"] == role] for t in tasks]
            assert ["、".join(names) for names in named] == one[role]
    if "progress" in one:
        assert [task["progress_zh"] for task in tasks] == one["progress"]


@pytest.mark.parametrize("one", EXPECTED, ids=lambda one: one["file"])
def test_every_edit_can_be_undone(one: dict[str, Any]) -> None:
    document = edition(one["file"]).capture.document
    assert document.undone() == document.raw


@pytest.mark.parametrize("one", REPORTED, ids=lambda one: one["file"])
def test_no_figure_of_the_capture_is_lost(one: dict[str, Any]) -> None:
    assert [c.missing for c in certified([edition(one["file"])]) if c.missing] == []
