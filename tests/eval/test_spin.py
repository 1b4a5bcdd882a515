"""The repair of spun text stays below its ceilings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.eval.spin import Rate, ceilings, measure_capture, measure_halves, measure_own_spinner
from tests.eval.spinner import spin, spinner_words

MEASURES: dict[str, Callable[[], Rate]] = {
    "capture": measure_capture,
    "halves_strict": lambda: measure_halves(thesaurus=False),
    "halves_thesaurus": lambda: measure_halves(thesaurus=True),
    "own_spinner": measure_own_spinner,
}


@pytest.mark.parametrize("name", MEASURES)
def test_the_error_rate_stays_below_its_ceiling(name: str) -> None:
    rate = MEASURES[name]()
    assert rate.size > 15000
    assert rate.before / rate.size > 0.15
    assert rate.cer <= ceilings()[name], rate.errors[:20]


def test_the_spinner_works_in_layers_and_keeps_figures() -> None:
    spun = spin("全面实施改革，完成投资12.5亿元，增长3%。", 1, words=1.0, characters=1.0)
    assert spun == "周全施止鼎新，告竣出资12.5亿元，删加3%。"


def test_the_spinner_has_one_word_for_each() -> None:
    assert all(a != b for a, b in spinner_words().items())
