"""The extraction stays above its floors on the gold sample."""

import pytest

from tests.eval.statements import FIELDS, evaluate, evaluate_held, floors


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


def test_the_scorer_notices_a_lost_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.eval import statements as module

    real = module.extract_statements
    monkeypatch.setattr(
        module, "extract_statements", lambda p, c: [found[1:] for found in real(p, c)]
    )
    assert evaluate().recall < 1.0
