"""Figures in English words: measure units in the plural where English has one."""

import pytest

from build_site.vocab.figure_words import amount_en


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (3, "workday", "3 workdays"),
        (1, "day", "1 day"),
        (1200, "mu", "1,200 mu"),
        (5.8, "percent", "5.8%"),
        (2, "person", "2 people"),
    ],
)
def test_a_value_is_said_with_its_measure_unit(value: float, unit: str, words: str) -> None:
    assert amount_en(value, unit) == words
