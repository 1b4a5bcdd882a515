"""What a flattened table lost is found, and little is marked that was never lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from build_site.vocab.pair_places import pair_places
from tests.eval.flattener import Loss, flattened
from tests.eval.lacunae import (
    GOLD,
    HELD,
    LIVELIHOOD,
    THIRD,
    Score,
    evaluate,
    flattened_by_us,
    floors,
)
from tests.eval.pair_places import clean_texts, learned

SAMPLES = [
    (GOLD, "lacunae", 15),
    (HELD, "lacunae_held", 68),
    (THIRD, "lacunae_third", 119),
    (LIVELIHOOD, "lacunae_livelihood", 114),
]


def keeps_its_floors(score: Score, sample: str) -> None:
    assert score.recall >= floors(sample)["certain"], score.errors
    assert score.recall_likely >= floors(sample)["likely"], score.errors
    assert score.precision >= floors(sample)["precision"], score.errors
    right, made, share = score.right("restored")
    assert made >= 5
    assert share >= floors(sample)["restored"], (right, made)


@pytest.mark.parametrize(("gold", "sample", "fewest"), SAMPLES)
def test_the_losses_are_found_and_what_is_restored_was_there(
    gold: Path, sample: str, fewest: int
) -> None:
    score = evaluate(gold)
    assert score.certain >= fewest
    keeps_its_floors(score, sample)


def test_clean_reports_flattened_by_us_keep_their_floors() -> None:
    score = flattened_by_us((3,))
    assert score.certain >= 400
    keeps_its_floors(score, "lacunae_own")


def test_the_flattener_lists_exactly_what_it_took_away() -> None:
    text = "打好“甲乙”“丙丁”组合拳，新增企业12家，增长5%、6%。\n截至6月底，全市建成3个。"
    for dice in range(40):
        damaged, losses = flattened(text, random.Random(dice))
        whole, at = "", 0
        for loss in losses:
            whole += damaged[at : loss.at] + loss.lost
            at = loss.at
        assert whole + damaged[at:] == text
        assert all(isinstance(loss, Loss) and len(loss.lost) == 1 for loss in losses)
    assert any(flattened(text, random.Random(dice))[1] for dice in range(40))


def test_the_places_of_pairs_are_those_of_the_clean_captures() -> None:
    assert learned(clean_texts().values()) == pair_places()
