"""The words of flattened tables are checked when they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.vocab.flattening import (
    flattening,
    often_quoted_terms,
    parse_flattening,
    parse_quoted_terms,
    quoted_terms,
)

FILE = Path("build_site/vocab/flattening.toml")


def test_the_published_lists_load() -> None:
    assert {"个", "亿", "人次"} <= set(flattening().counters)
    assert "最多跑一次" in quoted_terms()


def test_a_name_is_quoted_always_or_only_often() -> None:
    assert "阳光厨房" in often_quoted_terms()
    assert not often_quoted_terms() & quoted_terms()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("before_date = [", "before_data = [", "before_da"),
        ('"截至目前", ', '"", ', "sentence_starts"),
        ('"企业" = "家"', '"企业" = ""', "counter_of"),
    ],
)
def test_a_wrong_list_is_refused_by_name(old: str, new: str, said: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ValueError, match=said):
        parse_flattening(text.replace(old, new), "flattening.toml")


@pytest.mark.parametrize("text", ["甲乙\n甲乙", "甲", "“甲乙”"])
def test_a_wrong_term_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"terms\.txt:\d"):
        parse_quoted_terms(text, "terms.txt")
