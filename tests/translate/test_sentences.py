"""Which English sentence says which Chinese one: told where it can be, the whole where not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.text import Span
from build_site.model.translation import Status, Translation
from build_site.translate.sentences import aligned, aligned_figures

ZH = "地区生产总值增长5.8%。出口占全省份额基本稳定。“新升规”企业140家！"
EN = "GRP grew by 5.8 percent. The share of exports was stable. There were 140 “new firms”!"


def english(zh: str, en: str, quote: str) -> str:
    start = zh.index(quote)
    translation = Translation(en, Status.DRAFT, aligned(zh, en))
    return translation.of(Span(start, start + len(quote)))


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("增长5.8%", "GRP grew by 5.8 percent."),
        ("出口占全省份额基本稳定", "The share of exports was stable."),
        ("企业140家", "There were 140 “new firms”!"),
        ("增长5.8%。出口", "GRP grew by 5.8 percent. The share of exports was stable."),
    ],
)
def test_a_quote_is_given_in_the_sentences_it_touches(quote: str, expected: str) -> None:
    assert english(ZH, EN, quote) == expected


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("甲组5个。乙组6个。", "Group A has 5, group B has 6."),  # other numbers of sentences
        ("甲组5个。乙组6个。", "Group B has 6. Group A has 5."),  # sentences changed places
    ],
)
def test_the_whole_is_given_where_sentences_cannot_be_told_apart(zh: str, en: str) -> None:
    assert english(zh, en, "甲组5个") == en


@pytest.mark.parametrize(
    "en",
    [
        "No. 3 of 14 grew by 5.8 percent. It was stable.",
        "3. Growth was 5.8 percent. It was stable.",
        "Dr. Li said 5.8 percent and 3. It was stable.",
        "It grew, e.g. by 5.8 percent, in 3 places. “It” was stable.",
    ],
)
def test_abbreviations_decimals_and_item_numbers_end_no_sentence(en: str) -> None:
    assert len(aligned("3地增长5.8%。保持稳定。", en)) == 2


def test_the_number_of_the_first_item_of_a_list_ends_no_sentence() -> None:
    zh, en = "有2件：1.新建5家。2.改造6家。", "They are 2: 1. To build 5. 2. To rebuild 6."
    assert english(zh, en, "改造6家") == "2. To rebuild 6."


@pytest.mark.parametrize(("zh", "en"), [("", ""), ("甲。", ""), ("", "A."), ("甲。", "  ")])
def test_nothing_is_aligned_without_both_texts(zh: str, en: str) -> None:
    assert aligned(zh, en) == ()


def test_a_help_in_hectares_that_the_chinese_does_not_say_parts_nothing() -> None:
    en = "We supplied 15 mu (about 1 hectare). It was 5.8 percent more."
    assert english("供应15亩。增长5.8%。", en, "供应15亩") == "We supplied 15 mu (about 1 hectare)."


@given(st.text("甲乙5。！\n”", max_size=30), st.text("Ab5 .!\n”", max_size=40))
def test_pairs_are_in_order_do_not_overlap_and_lose_no_sign(zh: str, en: str) -> None:
    pairs = aligned(zh, en)
    for side, text in ((0, zh), (1, en)):
        spans = [pair[side] for pair in pairs]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        if pairs:
            kept = "".join(span.of(text) for span in spans)
            assert "".join(kept.split()) == "".join(text.split())


def figures(zh: str, en: str) -> list[tuple[str, str]]:
    return [(one.zh.of(zh), one.en.of(en)) for one in aligned_figures(zh, en, aligned(zh, en))]


def test_a_figure_is_found_in_its_english_units_and_in_its_own_sentence() -> None:
    zh = "生产总值4015亿元，增长5.8%。城镇5.8%，农村6万人。"
    en = "GRP was 401.5 billion yuan, up 5.8 percent. Urban 5.8 percent, rural 60,000."
    assert figures(zh, en) == [
        ("4015亿", "401.5 billion"),
        ("5.8%", "5.8 percent"),
        ("5.8%", "5.8 percent"),
        ("6万", "60,000"),
    ]
    (_, first, second, _) = aligned_figures(zh, en, aligned(zh, en))
    assert first.en.end < en.index("Urban") < second.en.start


def test_figures_that_share_a_word_of_scale_are_each_found() -> None:
    assert figures("投资300万元和500万元。", "Investment of 3 and 5 million yuan.") == [
        ("300万", "3"),
        ("500万", "5 million"),
    ]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("甲5个、乙5个。", "5 of A and of B."),  # which of the two is meant?
        ("甲5个。", "Five of A."),  # in words
        ("第三位。", "Third place."),
        ("甲5个。", ""),
    ],
)
def test_a_figure_that_cannot_be_told_is_not_paired(zh: str, en: str) -> None:
    assert figures(zh, en) == []
