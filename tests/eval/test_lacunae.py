"""What a flattened table lost is found, and little is marked that was never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.eval.lacunae import GOLD, HELD, evaluate, floors


@pytest.mark.parametrize(
    ("gold", "sample", "fewest"), [(GOLD, "lacunae", 15), (HELD, "lacunae_held", 68)]
)
def test_the_losses_are_found(gold: Path, sample: str, fewest: int) -> None:
    score = evaluate(gold)
    assert score.certain >= fewest
    assert score.recall >= floors(sample)["certain"], score.errors
    assert score.recall_likely >= floors(sample)["likely"], score.errors
    assert score.precision >= floors(sample)["precision"], score.errors


@pytest.mark.parametrize(("gold", "sample"), [(GOLD, "lacunae"), (HELD, "lacunae_held")])
def test_what_is_restored_was_there(gold: Path, sample: str) -> None:
    right, made, share = evaluate(gold).right("restored")
    assert made >= 5
    assert share >= floors(sample)["restored"], (right, made)
