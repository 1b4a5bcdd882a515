"""The comparison counts what a cleaner does, and its last run is complete."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.eval import compare
from tests.eval.compare import OUT, TOOLS, Clean, Counts, measure

FACTS = {"body", "furniture", "glosses", "figures", "marks", "speed"}


def measured(monkeypatch: pytest.MonkeyPatch, clean: Clean, one_to_one: bool) -> Counts:
    make: Callable[[], Clean] = lambda: clean  # noqa: E731
    monkeypatch.setattr(compare, "TOOLS", {"own": make})
    monkeypatch.setattr(compare, "_LINE_BY_LINE", frozenset({"own"} if one_to_one else ()))
    monkeypatch.setattr(compare, "_REPEATS", 1)
    return measure("own")


def test_a_cleaner_that_does_nothing_keeps_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    for one_to_one in (True, False):
        counts = measured(monkeypatch, list, one_to_one)
        assert counts.kept == counts.body > 160_000
        assert counts.left == counts.furniture > 1_500
        assert counts.glosses == 1581
        assert (counts.figures, counts.marks) == (0, 0)


def test_a_cleaner_that_drops_everything_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = measured(monkeypatch, lambda lines: [], False)
    assert (counts.kept, counts.left, counts.glosses) == (0, 0, 0)
    assert counts.figures > 3_500


def test_changed_figures_and_lost_marks_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(lines: list[str]) -> list[str]:
        return [line.replace("4015", "4016").replace("“", '"') for line in lines]

    counts = measured(monkeypatch, spoil, True)
    assert counts.figures >= 1
    assert counts.marks > 1_000
    assert counts.kept < counts.body


def test_the_last_run_holds_every_tool_and_fact() -> None:
    rows = json.loads(OUT.read_text(encoding="utf-8"))
    assert {row["key"] for row in rows} == {
        f"compare.{tool.lower()}.{fact}" for tool in TOOLS for fact in FACTS
    }
    assert {row["date"] for row in rows} == {"2026-11-22"}
