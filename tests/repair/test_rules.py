"""Every rule does what its examples say, leaves what it should, and undoes exactly."""

from __future__ import annotations

import pytest

from build_site.model.text import Document
from build_site.repair import all_rules
from build_site.repair.rule import Rule, Stage

RULES = {one.name: one for one in all_rules()}
REPAIRS = [(n, raw, text) for n, one in RULES.items() for raw, text in one.repairs.items()]
LEAVES = [(n, text) for n, one in RULES.items() for text in one.leaves]


def run(one: Rule, text: str) -> Document:
    return Document("d", text).edited(one.name, one.find(text), one.certainty)


@pytest.mark.parametrize(("name", "raw", "text"), REPAIRS)
def test_a_rule_repairs_its_examples(name: str, raw: str, text: str) -> None:
    assert run(RULES[name], raw).text == text


@pytest.mark.parametrize(("name", "text"), LEAVES)
def test_a_rule_leaves_its_counter_examples(name: str, text: str) -> None:
    assert run(RULES[name], text).text == text


@pytest.mark.parametrize(("name", "raw", "text"), REPAIRS)
def test_a_rule_has_nothing_to_do_on_what_it_repaired(name: str, raw: str, text: str) -> None:
    assert run(RULES[name], text).text == text


@pytest.mark.parametrize(
    "one", [one for one in RULES.values() if one.stage < Stage.WORDS], ids=lambda one: one.name
)
def test_a_rule_says_what_it_does_in_both_languages_with_examples(one: Rule) -> None:
    assert one.zh.endswith("。")
    assert one.en.endswith(".")
    assert len(one.leaves) >= 4
    assert len(one.repairs) >= 3
