"""Rules on any text at all: valid edits, exact undo, no order inside a stage, no digit touched."""

from __future__ import annotations

import random
import re
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.model.text import Document
from build_site.repair import all_rules
from build_site.repair.rule import Rule

SEEDS = sorted(Path("seeds").glob("*.txt"))
RULES = all_rules()
SAMPLES = sorted({raw for one in RULES for raw in (*one.repairs, *one.leaves)})
PIECES = st.one_of(
    st.sampled_from(SAMPLES),
    st.text(max_size=12),
    st.text(st.characters(min_codepoint=0x10000), max_size=4),
    st.sampled_from(
        [*"?？\ufffd()（）,.:;!\"'-—$&<>\n \u3000\xa0\u200b\ue43b０．％Ｏ", "&#65311;"]
    ),
    st.text("紀展經济〇二?；！(jìa1)0.5万%\n ", max_size=12),
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)


def run(document: Document, one: Rule) -> Document:
    return document.edited(one.name, one.find(document.text), one.certainty)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_rule_quotes_what_it_changes_and_can_be_undone(text: str) -> None:
    for one in RULES:
        edits = sorted(one.find(text), key=lambda edit: edit.start)
        assert all(text[e.start : e.end] == e.before and e.before for e in edits)
        assert all(a.end <= b.start for a, b in pairwise(edits))
        assert Document("d", text).edited(one.name, edits).undone() == text


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_all_rules_together_can_be_undone(text: str) -> None:
    document = Document("d", text)
    for one in RULES:
        document = run(document, one)
    assert document.undone() == text


def results(text: str, rules: list[Rule]) -> str:
    document = Document("d", text)
    for one in rules:
        document = run(document, one)
    return document.text


STAGES = [list(group) for _, group in groupby(RULES, key=lambda one: one.stage)]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage[0].stage.name.lower())
def test_rules_of_a_stage_commute_on_examples_and_captures(stage: list[Rule]) -> None:
    if len(stage) == 1:
        assert stage[0].find("") is not None
        return
    dice = random.Random(7)
    orders = [list(stage), list(reversed(stage))]
    orders += [dice.sample(stage, len(stage)) for _ in range(6)]
    for text in SAMPLES:
        assert len({results(text, order) for order in orders}) == 1, text
    for seed in SEEDS:
        text = seed.read_text(encoding="utf-8")
        assert len({results(text, order) for order in orders[:4]}) == 1, seed.name


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_no_digit_is_lost_or_added(seed: Path) -> None:
    raw = seed.read_text(encoding="utf-8")
    document = Document("d", raw)
    for one in RULES:
        document = run(document, one)
    assert re.findall(r"\d+(?:\.\d+)?%?", document.text) == re.findall(r"\d+(?:\.\d+)?%?", raw)


def test_clean_reports_change_in_punctuation_and_spacing_only() -> None:
    seed = next(seed for seed in SEEDS if seed.name.startswith("002"))
    document = Document("d", seed.read_text(encoding="utf-8"))
    for one in RULES:
        document = run(document, one)
    rules = {step.rule for step in document.passes}
    assert rules <= {"fullwidth_punctuation", "straight_quotes", "no_break_space"}
    letters = re.compile(r"[^\w%]+")
    assert letters.sub("", document.text) == letters.sub("", document.raw)
