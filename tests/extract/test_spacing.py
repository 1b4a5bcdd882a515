"""Figures set apart by spaces are read as if they were not, with offsets of the text as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.extract.spacing import closed_up
from build_site.model.text import Span
from tests.extract.test_statements import read

SPACED = [
    "全年实现生产总值 512.6 亿元，比上年增长 9.2 %；新增学位 1.2 万个，完成率 104 ％。",
    "常住人口城镇化率由 2019 年的 48.6 % 提高到 52.3 %，提高 3.7 个百分点。",
    "截至 6 月底，新改建农村公路 150 公里以上。",
]


@pytest.mark.parametrize("text", SPACED)
def test_spaces_around_figures_change_nothing_but_offsets(text: str) -> None:
    tight = read(text.replace(" ", ""))
    made = read(text)
    assert [(s.value_norm, s.unit_norm, s.measure, s.kind, s.period) for s in made] == [
        (s.value_norm, s.unit_norm, s.measure, s.kind, s.period) for s in tight
    ]
    for loose, plain in zip(made, tight, strict=True):
        assert loose.figure and plain.figure
        written = loose.figure.of(text).replace(" ", "")
        assert written == plain.figure.of(text.replace(" ", ""))


@pytest.mark.parametrize(
    "text",
    [
        "市统计局 12.全年生产总值增长7%",  # the number of an item
        "增长 9.2%，居全省 第3位",  # no figure is apart from its unit
        "A 5 B 6",
    ],
)
def test_a_text_without_loose_units_is_left_as_it_is(text: str) -> None:
    assert closed_up(text) is None


def test_the_number_of_an_item_stays_apart() -> None:
    closed = closed_up("新增企业 5 家 12.全年增长7%")
    assert closed
    assert closed.text == "新增企业5家 12.全年增长7%"


@given(st.text(alphabet="增长 12.%亿元，个\u3000\u00a0年", max_size=40))
def test_every_character_kept_is_one_of_the_text_in_order(text: str) -> None:
    closed = closed_up(text)
    if closed is None:
        return
    assert closed.at == sorted(set(closed.at))
    assert closed.text == "".join(text[n] for n in closed.at[:-1])
    whole = closed.back(Span(0, len(closed.text)))
    assert whole.of(text).strip(" \u3000\u00a0").startswith(closed.text[:1].strip(" \u3000\u00a0"))
