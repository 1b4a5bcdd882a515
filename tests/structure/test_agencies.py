from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.text import Span
from build_site.structure.agencies import assigned, listed, looks_like_agency, tails


def names(text: str) -> list[list[str]]:
    whole = Span(0, len(text))
    return [[n.span.of(text) for n in tail.named] for tail in tails(text, whole)]


def roles(text: str) -> str:
    whole = Span(0, len(text))
    named = [n for tail in tails(text, whole) for n in tail.named]
    return " ".join(f"{a.name_zh}:{a.role}" for a in assigned(text, named))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("责任单位：市教育局、市财政局", [["市教育局", "市财政局"]]),
        ("增长6%。（责任单位：市教育局、市财政局）", [["市教育局", "市财政局"]]),
        ("（责任单位：市教育局、市财政局）。", [["市教育局", "市财政局"]]),
        (
            "责任单位：市商务局、各区县政府<南太湖新区、长合区管委会>",
            [["市商务局", "各区县政府<南太湖新区、长合区管委会>"]],
        ),
        (
            "责任单位：市政务办（数字化改革专班）、市委办公室",
            [["市政务办（数字化改革专班）", "市委办公室"]],
        ),
        (
            "责任单位：市经信局、市发展改革委（列第一位者为工作牵头单位或汇总单位，下同）",
            [["市经信局", "市发展改革委"]],
        ),
        ("责任单位：长合区管委会（筹）、长兴县政府", [["长合区管委会（筹）", "长兴县政府"]]),
        ("甲事；牵头市领导：张三，责任单位：市教育局；乙事", [["市教育局"]]),
        (
            "（省发展改革委牵头，省财政厅、省水利厅配合）",
            [["省发展改革委", "省财政厅", "省水利厅"]],
        ),
        ("（市工信局、市商务局等按职责分工负责）", [["市工信局", "市商务局"]]),
        ("责任单位：市农业农村局及各区县政府", [["市农业农村局", "各区县政府"]]),
        # negatives: not a list of agencies
        ("各责任单位要高度重视", []),
        ("（由财政负责）", []),
        ("完成三(二)班的改造", []),
        ("落实企业主体责任，单位GDP能耗下降3.2%", []),
        ("（含普惠托位600个，各地负责）", []),
        ("责任单位：市自然资源和规划局", [["市自然资源和规划局"]]),
    ],
)
def test_a_tail_gives_its_agencies_in_order_and_prose_gives_none(
    text: str, expected: list[list[str]]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("责任单位：甲局、乙局", "甲局:lead 乙局:supporting"),
        ("牵头单位：甲局；配合单位：乙局、丙局", "甲局:lead 乙局:supporting 丙局:supporting"),
        ("牵头单位：甲局、乙局", "甲局:lead 乙局:lead"),
        ("（牵头单位：甲局，责任单位：乙局）", "甲局:lead 乙局:supporting"),
        ("责任单位：甲局、乙局（牵头）", "甲局:supporting 乙局:lead"),
        ("配合单位：甲局", "甲局:supporting"),
    ],
)
def test_the_first_named_leads_unless_a_label_names_the_lead(text: str, expected: str) -> None:
    assert roles(text) == expected


def test_a_tail_names_its_officials_with_their_titles() -> None:
    text = "新增托位。牵头市领导：阮叶萍，责任单位：市教育局"
    (tail,) = tails(text, Span(0, len(text)))
    assert tail.span.of(text) == "牵头市领导：阮叶萍，责任单位：市教育局"
    assert [(o.name, o.title) for o in tail.officials] == [("阮叶萍", "")]


def test_a_tail_whose_opening_bracket_was_lost_ends_at_its_closing_bracket() -> None:
    text = "学校5所牵头市领导：阮叶萍，责任单位：市教育局）；依托学校，建成基地"
    (tail,) = tails(text, Span(0, len(text)))
    assert tail.span.of(text).endswith("市教育局）；")


@pytest.mark.parametrize(
    "words", ["市教育局", "各区县政府", "市级其他有关单位", "湖州海关", "团市委"]
)
def test_names_of_agencies_are_recognised(words: str) -> None:
    assert looks_like_agency(words)


@pytest.mark.parametrize(
    "words", ["完成投资5亿元", "推进改革", "2023年政府", "", "市政府：要求各单位"]
)
def test_other_words_are_not_taken_for_agencies(words: str) -> None:
    assert not looks_like_agency(words)


@given(st.text(alphabet="市局委（）()<>、，；。责任单位：牵头0 ", max_size=60))
def test_every_name_is_quoted_from_the_text_and_tails_never_overlap(text: str) -> None:
    at = 0
    for tail in tails(text, Span(0, len(text))):
        assert at <= tail.span.start < tail.span.end <= len(text)
        assert all(
            tail.span.start <= n.span.start < n.span.end <= tail.span.end for n in tail.named
        )
        at = tail.span.end


@given(st.lists(st.sampled_from(["市教育局", "各区县政府<甲区、乙区>", "湖州海关"]), min_size=1))
def test_a_list_is_split_into_what_it_was_joined_from(agencies: list[str]) -> None:
    text = "、".join(agencies)
    assert [n.span.of(text) for n in listed(text, Span(0, len(text)))] == agencies
