"""Corrections of one capture: each quotes its place, which must be one place."""

from __future__ import annotations

import pytest

from build_site.model.capture import Correction, InputError
from build_site.model.text import Certainty, Document
from build_site.repair.correct import corrected


def correction(quote: str, reading: str) -> Correction:
    return Correction(quote, reading, Certainty.CONJECTURE, "残句")


def test_a_correction_is_a_pass_with_its_reason_and_certainty() -> None:
    document = corrected(Document("c", "二号首长实施方案"), [correction("二号首长实施", "实施")])
    assert document.text == "实施方案"
    step = document.passes[-1]
    assert (step.rule, step.certainty) == ("correction", Certainty.CONJECTURE)
    assert [edit.note for edit in step.edits] == ["残句"]
    assert document.undone() == "二号首长实施方案"


def test_corrections_follow_one_another() -> None:
    document = corrected(Document("c", "甲乙"), [correction("甲", "丙"), correction("丙乙", "丁")])
    assert document.text == "丁"


@pytest.mark.parametrize(
    ("quote", "times"), [("乙", "0 times"), ("甲", "2 times"), ("", "0 times")]
)
def test_a_quote_that_is_not_one_place_stops_the_build(quote: str, times: str) -> None:
    with pytest.raises(InputError, match=times):
        corrected(Document("c", "甲甲"), [correction(quote, "丙")])


def test_overlapping_occurrences_count_as_two() -> None:
    with pytest.raises(InputError, match="2 times"):
        corrected(Document("c", "哈哈哈"), [correction("哈哈", "呵")])


def test_a_correction_that_changes_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="changes nothing"):
        corrected(Document("c", "甲乙"), [correction("甲", "甲")])


def test_a_correction_without_a_reason_is_refused() -> None:
    with pytest.raises(InputError, match="no reason"):
        corrected(Document("c", "甲乙"), [Correction("甲", "丙", Certainty.CORRECTION, " ")])
