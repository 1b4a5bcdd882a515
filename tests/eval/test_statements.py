"""The extraction stays above its floors on the gold sample."""

from pathlib import Path

import pytest

from tests.eval.statements import ELSEWHERE, FIELDS, LATER, UNUSUAL, evaluate, evaluate_held, floors


def test_extraction_stays_above_its_floors() -> None:
    score = evaluate()
    floor = floors()
    assert score.gold >= 114
    assert score.f1 >= floor["f1"], score.errors
    for name in FIELDS:
        assert score.accuracy(name) >= floor[name], score.errors


def test_extraction_stays_above_its_floors_on_the_second_sample() -> None:
    score = evaluate_held()
    floor = floors("statements_held")
    assert score.gold >= 262
    assert score.f1 >= floor["f1"], score.errors
    for name in FIELDS:
        assert score.accuracy(name) >= floor[name], score.errors


@pytest.mark.parametrize(
    ("name", "gold", "rows"),
    [
        ("statements_elsewhere", ELSEWHERE, 557),
        ("statements_unusual", UNUSUAL, 269),
        ("statements_later", LATER, 149),
    ],
)
def test_extraction_stays_above_its_floors_on_sentences_of_other_places(
    name: str, gold: Path, rows: int
) -> None:
    score = evaluate_held(gold)
    floor = floors(name)
    assert score.gold >= rows
    assert score.f1 >= floor["f1"], score.errors
    for field in FIELDS:
        assert score.accuracy(field) >= floor[field], score.errors


def test_the_scorer_notices_a_lost_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.eval import statements as module

    real = module.extract_statements
    monkeypatch.setattr(
        module, "extract_statements", lambda p, c: [found[1:] for found in real(p, c)]
    )
    assert evaluate().recall < 1.0
