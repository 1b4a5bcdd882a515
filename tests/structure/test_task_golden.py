"""The two seeds that hold tasks, against tables read by eye from the captures."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from build_site.model.report import Report
from build_site.read import read_capture
from build_site.repair import repair
from build_site.segment import segment
from build_site.structure import structure

ROOT = Path(__file__).parents[2]
SEEDS = {"001": "001_b82c4cc453275fd4.txt", "003": "003_b3114618043ee1f5.txt"}


def reports(number: str) -> tuple[str, list[Report]]:
    text = repair(read_capture(ROOT / "seeds" / SEEDS[number]).document).text
    return text, [structure(text, piece) for piece in segment(text).pieces]


def rows(number: str) -> str:
    _, found = reports(number)
    lines = ["key\tofficial\ttitle\tagencies\tprogress\tcompletions"]
    for task in (task for report in found for task in report.tasks):
        cells = (
            task.key,
            task.lead_official_zh,
            task.lead_official_title_zh,
            "|".join(a.name_zh for a in task.agencies),
            str(len(task.progress)),
            "|".join(f"{c.percent:g}" for c in task.completions),
        )
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("number", SEEDS)
def test_tasks_of_a_seed_match_the_golden_table(number: str) -> None:
    golden = ROOT / "tests" / "golden" / f"tasks-{number}.tsv"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(rows(number), encoding="utf-8")
    assert rows(number) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("number", "labels"), [("001", 89), ("003", 132)])
def test_every_printed_label_of_agencies_becomes_one_agencies_paragraph(
    number: str, labels: int
) -> None:
    raw = (ROOT / "seeds" / SEEDS[number]).read_text(encoding="utf-8")
    _, found = reports(number)
    assert raw.count("责任单位:") == labels
    roles = [p.role.value for report in found for p in report.paragraphs]
    assert roles.count("agencies") == labels


@pytest.mark.parametrize("number", SEEDS)
def test_no_character_of_a_table_stands_in_two_paragraphs(number: str) -> None:
    _, found = reports(number)
    for report in found:
        spans = [s.span for s in report.sections] + [p.span for p in report.paragraphs]
        spans.sort()
        assert all(a.end <= b.start for a, b in pairwise(spans))
