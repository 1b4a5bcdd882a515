"""The comparison counts what a cleaner does, and its last run is complete."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.eval import bench_extract, compare, compare_extract
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


def last_run() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(OUT.read_text(encoding="utf-8"))
    return rows


def test_the_last_run_holds_every_tool_and_fact() -> None:
    cleaners = {f"compare.{tool.lower()}.{fact}" for tool in TOOLS for fact in FACTS}
    names = ("own", "own-quantities", *compare_extract.TOOLS)
    readers = {f"compare.extract.{name.lower()}" for name in names}
    assert {row["key"] for row in last_run()} == cleaners | readers
    assert {row["date"] for row in last_run()} == {"2026-11-22"}


def test_the_sample_of_the_readers_is_the_one_of_the_last_run() -> None:
    size = sum(len(line.encode()) for line in compare_extract.sample_lines())
    of_readers = [row for row in last_run() if row["key"].startswith("compare.extract.")]
    assert all(f" {size} " in row["sample_en"] for row in of_readers)


OWN = {"statements": (1.0, 7), "quantities": (0.5, 8)}


def test_our_two_rows_say_what_each_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare_extract, "TOOLS", {})
    monkeypatch.setattr(compare_extract, "own", lambda lines: OWN)
    whole, quantities = compare_extract.rows("2026-11-22")
    assert (whole["key"], quantities["key"]) == (
        "compare.extract.own",
        "compare.extract.own-quantities",
    )
    assert "只读数量" in str(quantities["measure_zh"])
    assert "得 8 处" in str(quantities["measure_zh"])
    assert "reading quantities only" in str(quantities["measure_en"])
    assert "only" not in str(whole["measure_en"])


def test_our_rows_say_so_without_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare_extract, "TOOLS", {})
    monkeypatch.setattr(compare_extract, "own", lambda lines: None)
    assert [row["value"] for row in compare_extract.rows("2026-11-22")] == ["–", "–"]


def test_a_reader_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = {"no-such-library": ("数", "numbers", compare_extract.TOOLS["cn2an"][2])}
    monkeypatch.setattr(compare_extract, "TOOLS", missing)
    monkeypatch.setattr(compare_extract, "own", lambda lines: OWN)
    own, quantities, row = compare_extract.rows("2026-11-22")
    assert "7 found" in str(own["measure_en"])
    assert own["value_number"] == pytest.approx(0.138, abs=0.02)
    assert quantities["value_number"] == pytest.approx(0.276, abs=0.04)
    assert (row["value"], row["value_number"]) == ("–", 0)
    assert row["measure_en"] == "no-such-library: could not be installed"


def test_our_own_extraction_is_timed_in_another_process() -> None:
    result = compare_extract.own(["地区生产总值达到4015亿元，增长5.8%。"] * 50)
    assert result is not None
    assert result.keys() == {"statements", "quantities"}
    assert all(0 < seconds < 5 and found == 100 for seconds, found in result.values())
    assert compare_extract.own(["一"], Path("no", "python")) is None


def test_no_run_profits_from_what_the_one_before_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forgotten: list[str] = []
    monkeypatch.setattr(bench_extract, "forget", lambda: forgotten.append("all"))
    assert bench_extract.timed(bench_extract.statements, ["新增企业5家。"])[1] == 1
    assert len(forgotten) == bench_extract.REPEATS
