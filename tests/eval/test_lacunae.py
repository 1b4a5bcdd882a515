"""What a flattened table lost is found, and little is marked that was never lost."""

from __future__ import annotations

from tests.eval.lacunae import evaluate, floors


def test_the_losses_are_found() -> None:
    score = evaluate()
    assert score.certain >= 15
    assert score.recall >= floors()["certain"], score.errors
    assert score.recall_likely >= floors()["likely"], score.errors
    assert score.precision >= floors()["precision"], score.errors
