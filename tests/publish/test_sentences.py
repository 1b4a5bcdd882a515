"""The English of one sentence: given where it can be told, empty where it cannot."""

from __future__ import annotations

import pytest

from build_site.publish.sentences import english_sentence

ZH = "地区生产总值增长5.8%。出口占全省份额基本稳定。“新升规”企业140家！"
EN = "GRP grew by 5.8 percent. The share of exports was stable. There were 140 firms!"


@pytest.mark.parametrize(
    ("quote", "english"),
    [
        ("增长5.8%", "GRP grew by 5.8 percent."),
        ("出口占全省份额基本稳定", "The share of exports was stable."),
        ("企业140家", "There were 140 firms!"),
    ],
)
def test_the_sentence_of_a_quote_is_found_by_its_place(quote: str, english: str) -> None:
    start = ZH.index(quote)
    assert english_sentence(ZH, EN, start, start + len(quote)) == english


@pytest.mark.parametrize(
    ("zh", "en", "start", "end"),
    [
        (ZH, "", 0, 5),  # not translated
        (ZH, "GRP grew. The rest was stable.", 0, 5),  # another number of sentences
        (ZH, EN, 0, 20),  # over two sentences
        ("增长5.8%。", "It grew by 5.9 percent.", 0, 6),  # another figure
    ],
)
def test_nothing_is_given_where_it_cannot_be_told(zh: str, en: str, start: int, end: int) -> None:
    assert english_sentence(zh, en, start, end) == ""


def test_decimals_and_abbreviated_numbers_end_no_sentence() -> None:
    assert english_sentence("增长5.8%。", "It grew by 5.8 percent.", 0, 6) != ""
