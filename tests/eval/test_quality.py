"""What is measured quickly keeps its floors, and the table for readers is sound."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from build_site.model.report import Edition
from tests.eval import collected, furniture, structures
from tests.eval.furniture_gold import marked_captures
from tests.eval.quality import TABLE, quick_rows, read_captures, table
from tests.eval.row import Row, floors, written

ROOT = Path()
COLUMNS = {"measure_zh", "measure_en", "value", "floor", "sample_zh", "sample_en", "date"}


@pytest.fixture(scope="module")
def found() -> tuple[Edition, ...]:
    return read_captures(ROOT)


@pytest.fixture(scope="module")
def rows(found: tuple[Edition, ...]) -> list[Row]:
    return quick_rows(found, ROOT)


def test_every_quick_measure_keeps_its_floor(rows: Sequence[Row]) -> None:
    assert [f"{r.key}: {r.shown}, floor {r.floor_shown}" for r in rows if not r.holds] == []


@pytest.mark.parametrize(
    "section",
    ["furniture", "characters", "documents", "headings", "boundaries", "tasks", "figures",
     "parity"],
)  # fmt: skip
def test_every_floor_is_measured(section: str, rows: Sequence[Row]) -> None:
    measured = {row.key for row in rows}
    assert {f"{section}.{name}" for name in floors()[section]} <= measured


def test_furniture_that_is_not_removed_is_counted(found: tuple[Edition, ...]) -> None:
    spoilt = []
    for edition in found:
        reports = list(edition.reports)
        piece = reports[0].piece
        wider = replace(piece, title=piece.span._replace(start=0))
        spoilt.append(replace(edition, reports=(replace(reports[0], piece=wider), *reports[1:])))
    assert furniture.count(spoilt).recall < furniture.count(found).recall


def test_body_that_is_not_published_is_counted(found: tuple[Edition, ...]) -> None:
    spoilt = [
        replace(e, reports=tuple(replace(r, paragraphs=r.paragraphs[1:]) for r in e.reports))
        for e in found
    ]
    assert furniture.count(spoilt).body_lost > furniture.count(found).body_lost


def test_a_wrong_identity_heading_or_task_is_counted(found: tuple[Edition, ...]) -> None:
    spoilt = []
    for edition in found:
        reports = tuple(
            replace(
                r,
                identity=replace(r.identity, year=1999),
                sections=r.sections[1:],
                tasks=r.tasks[:-1],
            )
            for r in edition.reports
        )
        spoilt.append(replace(edition, reports=reports))
    low = {row.key for row in structures.rows(spoilt) if not row.holds}
    assert low == {"documents.right", "headings.recall", "tasks.t001", "tasks.t003"}


def test_the_marks_of_the_furniture_quote_the_captures() -> None:
    assert [capture.name for capture in marked_captures()] == ["000", "001", "002", "003", "004"]


def test_a_missing_scorer_is_a_row_that_says_so() -> None:
    (row,) = collected.rows((), "no_such_scorer")
    assert row.shown == "–"
    assert row.holds


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [(1.0, "share", "100%"), (0.99999, "share", "99.99%"), (0.0005, "share", "0.05%"),
     (0.0, "share", "0%"), (3, "count", "3"), (0.456, "speed", "0.46")],
)  # fmt: skip
def test_numbers_are_written_without_flattery(value: float, form: str, shown: str) -> None:
    assert written(value, form) == shown


def test_a_ceiling_and_a_floor_are_kept_in_opposite_ways() -> None:
    low = Row("characters.glosses", "", "", 1, "", "", form="count", at_most=True)
    assert not low.holds
    assert low.floor_shown == "≤ 0"
    high = Row("characters.damaged", "", "", 3, "", "", form="count")
    assert high.holds
    assert high.floor_shown == "≥ 3"


def test_the_published_table_has_every_column_and_every_quick_measure(rows: list[Row]) -> None:
    published = json.loads((ROOT / TABLE).read_text(encoding="utf-8"))
    assert all(line.keys() >= COLUMNS for line in published)
    keys = [line["key"] for line in published]
    assert len(keys) == len(set(keys))
    assert {row.key for row in rows} <= set(keys)
    assert {line["key"] for line in table(rows) if "key" in line} <= set(keys)
