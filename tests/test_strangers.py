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
    "speaker_title": "speaker_title_zh",
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


def document_of(one: Mapping[str, Any]) -> dict[str, Any]:
    found = published(one["file"])
    assert len(found) == one.get("of", 1)
    return dict(found[one.get("which", 1) - 1])


def words(document: Mapping[str, Any]) -> str:
    headings = [section["heading_zh"] for section in document["sections"]]
    return "\n".join([*headings, *(p["text_zh"] for p in document["paragraphs"])])


def having(key: str) -> list[Any]:
    return [pytest.param(one, id=one["file"]) for one in EXPECTED if key in one]


@pytest.mark.parametrize("one", EXPECTED, ids=lambda one: one["file"])
def test_a_capture_publishes_its_documents_and_nothing_else(one: dict[str, Any]) -> None:
    assert len(published(one["file"])) == one.get("of", int("kind" in one)), one["what"]


@pytest.mark.parametrize("one", REPORTED, ids=lambda one: one["file"])
def test_the_document_says_what_it_is(one: dict[str, Any]) -> None:
    document = document_of(one)
    stated = {key: document[field] for key, field in IDENTITY.items() if key in one}
    assert stated == {key: one[key] for key in stated}


@pytest.mark.parametrize("one", having("sections"))
def test_the_headings_are_found_in_order(one: dict[str, Any]) -> None:
    document = document_of(one)
    assert [section["heading_zh"] for section in document["sections"]] == one["sections"]


@pytest.mark.parametrize("one", having("levels"))
def test_the_headings_are_ranked(one: dict[str, Any]) -> None:
    assert [section["level"] for section in document_of(one)["sections"]] == one["levels"]


@pytest.mark.parametrize("one", having("first"))
def test_the_text_begins_where_the_report_begins(one: dict[str, Any]) -> None:
    prose = [p["text_zh"] for p in document_of(one)["paragraphs"] if p["role"] == "prose"]
    assert prose[0].startswith(one["first"])


@pytest.mark.parametrize("one", having("last"))
def test_the_text_ends_where_the_report_ends(one: dict[str, Any]) -> None:
    document = document_of(one)
    prose = [p["text_zh"] for p in document["paragraphs"] if p["role"] == "prose"]
    assert prose[-1].endswith(one["last"])


@pytest.mark.parametrize("one", having("figures"))
def test_the_figures_stand_unbroken(one: dict[str, Any]) -> None:
    text = words(document_of(one))
    assert [figure for figure in one["figures"] if figure not in text] == []


@pytest.mark.parametrize("one", having("absent"))
def test_furniture_and_damage_are_gone(one: dict[str, Any]) -> None:
    text = words(document_of(one))
    assert [word for word in one["absent"] if word in text] == []


@pytest.mark.parametrize("one", having("once"))
def test_a_repeated_text_stands_once(one: dict[str, Any]) -> None:
    text = words(document_of(one))
    assert {word: text.count(word) for word in one["once"]} == dict.fromkeys(one["once"], 1)


@pytest.mark.parametrize("one", having("appendix"))
def test_the_appendix_is_kept_apart(one: dict[str, Any]) -> None:
    document = document_of(one)
    roles = [p["role"] for p in document["paragraphs"]]
    assert roles.count("appendix") == one["appendix"]


@pytest.mark.parametrize("one", having("in_appendix"))
def test_the_appendix_holds_what_stands_behind_the_report(one: dict[str, Any]) -> None:
    paragraphs = document_of(one)["paragraphs"]
    text = "\n".join(p["text_zh"] for p in paragraphs if p["role"] == "appendix")
    assert [word for word in one["in_appendix"] if word not in text] == []


@pytest.mark.parametrize("one", having("withheld"))
def test_what_is_no_report_is_withheld_with_a_reason(one: dict[str, Any]) -> None:
    found = as_json(edition(one["file"]))["documents"]
    assert isinstance(found, list)
    assert found
    assert all(document["reason_withheld"] for document in found)


@pytest.mark.parametrize("one", having("task_count"))
def test_labelled_items_are_tasks_with_their_progress(one: dict[str, Any]) -> None:
    tasks = document_of(one)["tasks"]
    assert len(tasks) == one["task_count"]
    assert [done for done in one["done"] if done not in {t["progress_zh"] for t in tasks}] == []


def leads(one: Mapping[str, Any], role: str) -> list[str]:
    named = (
        [a["agency_zh"] for a in task["agencies"] if a["role"] == role]
        for task in document_of(one)["tasks"]
    )
    return ["、".join(names) for names in named]


@pytest.mark.parametrize("one", having("lead"))
def test_the_first_named_agency_leads(one: dict[str, Any]) -> None:
    assert leads(one, "lead") == one["lead"]


@pytest.mark.parametrize("one", having("tasks"))
def test_the_rows_of_a_table_are_tasks(one: dict[str, Any]) -> None:
    document = document_of(one)
    tasks = document["tasks"]
    assert [task["text_zh"] for task in tasks] == one["tasks"]
    if "supporting" in one:
        assert leads(one, "supporting") == one["supporting"]
    if "progress" in one:
        assert [task["progress_zh"] for task in tasks] == one["progress"]


@pytest.mark.parametrize("one", EXPECTED, ids=lambda one: one["file"])
def test_every_edit_can_be_undone(one: dict[str, Any]) -> None:
    document = edition(one["file"]).capture.document
    assert document.undone() == document.raw


@pytest.mark.parametrize("one", REPORTED, ids=lambda one: one["file"])
def test_no_figure_of_the_capture_is_lost(one: dict[str, Any]) -> None:
    assert [c.missing for c in certified([edition(one["file"])]) if c.missing] == []
