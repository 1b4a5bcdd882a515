"""The place of a lost quotation mark is guessed from the words on both sides of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.repair.quote_places import beginning, ending
from build_site.repair.quote_terms import bare_terms, missing_halves


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("三服务行动，", "三服务"),
        ("一带一路沿线国家", "一带一路"),
        ("外防输入、内防反弹，", "外防输入、内防反弹"),
        ("小巨人企业5家", "小巨人"),
        ("两强三提高建设，", "两强三提高"),
    ],
)
def test_a_quotation_ends_before_the_words_that_follow_quotations(text: str, end: str) -> None:
    guess = ending(text, 0, len(text))
    assert guess is not None
    assert text[: guess.at] == end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("，深入推进六争攻坚", "六争攻坚"),
        ("，大力实施两强三提高", "两强三提高"),
        ("，全面落实四个最严", "四个最严"),
        ("，坚持外防输入、内防反弹", "外防输入、内防反弹"),
    ],
)
def test_a_quotation_begins_behind_the_words_that_stand_before_quotations(
    text: str, name: str
) -> None:
    guess = beginning(text, 0, len(text))
    assert guess is not None
    assert text[guess.at :] == name


def test_there_is_no_place_in_nothing() -> None:
    assert ending("", 0, 0) is None
    assert beginning("，", 1, 1) is None


@given(st.text(alphabet="推进改革甲乙丙、，。0123%+AB“”\n", max_size=40), st.integers(0, 40))
def test_a_guess_stands_inside_the_stretch_and_cuts_no_number(text: str, low: int) -> None:
    low = min(low, len(text))
    guess = ending(text, low, len(text))
    assert guess is None or low < guess.at <= len(text)
    first = beginning(text, 0, len(text))
    assert first is None or 0 <= first.at < len(text)
    for one in (guess, first):
        pair = text[one.at - 1 : one.at + 1] if one and one.at else ""
        assert not (len(pair) == 2 and pair.isdigit())


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("已建成养老机构阳光厨房”50家。", "已建成养老机构“阳光厨房”50家。"),
        ("深化“一网通办改革。", "深化“一网通办”改革。"),
        (
            "构建“十分钟文明圈，制定方案。再建“十分钟文明圈，打造品牌。",
            "构建“十分钟文明圈”，制定方案。再建“十分钟文明圈”，打造品牌。",
        ),
    ],
)
def test_one_mark_and_a_name_that_is_often_quoted_or_recurs_prove_the_other(
    text: str, restored: str
) -> None:
    places = sorted(missing_halves(text), reverse=True)
    assert places and all(place.proved for place in places)
    for place in places:
        text = text[: place.at] + place.mark + text[place.at :]
    assert text == restored


@pytest.mark.parametrize("text", ["已建成养老机构阳光厨房50家。", "深化一网通办改革。"])
def test_a_name_that_is_only_often_quoted_proves_nothing_where_no_mark_is_left(text: str) -> None:
    assert not list(bare_terms(text))
