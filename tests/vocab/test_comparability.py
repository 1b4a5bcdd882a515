"""The word lists of links and verdicts are refused when they contradict themselves."""

from pathlib import Path

import pytest

import build_site.vocab
from build_site.model.capture import InputError
from build_site.vocab.comparability import comparability, parse_comparability
from build_site.vocab.verdict_reasons import parse_reasons, reason

LISTS = (Path(build_site.vocab.__file__).parent / "comparability.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('net = ["净增"]', 'net = ["净增", "备案"]', "备案 stands in two groups"),
        ('= "gdp"', '= "no-such-indicator"', "no such indicator"),
        ("[counters]", "[counter]", "unknown or missing"),
    ],
)
def test_a_contradiction_is_refused_with_the_file(before: str, after: str, problem: str) -> None:
    assert before in LISTS
    with pytest.raises(InputError, match=r"lists\.toml") as caught:
        parse_comparability(LISTS.replace(before, after, 1), "lists.toml")
    assert problem in str(caught.value)


def test_longer_words_come_before_the_words_inside_them() -> None:
    words = comparability().discriminators
    assert words.index("进出口") < words.index("出口")
    assert words.index("高新技术") < words.index("技能")


def test_a_reason_needs_both_languages() -> None:
    with pytest.raises(InputError, match="met needs zh and en"):
        parse_reasons('[met]\nzh = "达到"\n', "reasons.toml")


def test_a_reason_is_filled_in_language_by_language() -> None:
    facts = {"outcome": "4015亿元", "target": ">4000亿元"}, {"outcome": "A", "target": "B"}
    zh, en = reason("exceeded", *facts)
    assert "4015亿元" in zh and "A" in en and "4015" not in en
    with pytest.raises(KeyError):
        reason("exceeded", {}, {})
