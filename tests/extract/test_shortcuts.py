"""What makes reading fast leaves out work, never a result."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_site.extract import masks as masking
from build_site.extract.memo import forget, remembered
from build_site.extract.qualitative import claims, may_claim, may_hold_claims
from build_site.extract.reading import FILL, folded, masked
from build_site.extract.subjects import ends_like_a_name, exactly, indicator_id
from build_site.extract.words import any_of
from build_site.vocab.indicators import indicator_names
from build_site.vocab.phrasing import phrasing

_CHARS = (
    "0125%万亿元级个家亩人年月日号期条届次强大道国市第近列附双“”（）"
    "《》-—至~+/:百千一三十两余。，、内的且满线版岁AG"
)
_WORDS = (
    *("20", "2023", "12345", "3.5", "1,200", "以上", "以上的", "以下", "及以上", "超过", "达到"),
    *(
        "万元",
        "亿元",
        "美元",
        "公里",
        "平方米",
        "学年",
        "产业",
        "政策",
        "行动",
        "周年",
        "kV",
        "TEU",
    ),
    *("分钟", "会议", "产值", "亩均税收", "蒸吨", "个月"),
)
PIECES = st.one_of(st.sampled_from(_CHARS), st.sampled_from(_WORDS))
TEXTS = st.lists(PIECES, max_size=14).map("".join)
_PLAIN_MASKS = re.compile(
    r"(?=[\d\s《“（(±第近列附双A-Za-z一二三四五六七八九十百千万亿两])(?:"
    + "|".join(f"(?P<m{n}>{pattern})" for n, (_, _, pattern) in enumerate(masking._MASKS))
    + ")"
)


@given(TEXTS)
@example("2023百亿")
@example("国道312个")
@example("“5亿元政策")
@example("12345家")
@example("5.0公里，1.5万家")
def test_masks_are_those_of_the_table_tried_one_after_the_other(text: str) -> None:
    plain = [
        (match.span(), masking._MASKS[int((match.lastgroup or "")[1:])][0])
        for match in _PLAIN_MASKS.finditer(text)
    ]
    assert [(tuple(mask.span), mask.reason) for mask in masking.masks(text)] == plain


@given(TEXTS)
@example("亩均税收均超过1,200万美元及以上企业")
@example("3万元且增长5万元以下的户")
def test_thresholds_are_found_wherever_their_pattern_matches(text: str) -> None:
    plain = [
        match.span()
        for match in masking._THRESHOLD.finditer(text)
        if any(c.isdigit() or c in "千万亿" for c in match.group())
    ]
    assert [tuple(mask.span) for mask in masking.thresholds(text)] == plain


@given(TEXTS.map(lambda text: text.replace("，", ",").replace("（", "(")))
def test_folding_changes_marks_and_no_offset(text: str) -> None:
    wide = folded(text)
    assert len(wide) == len(text)
    assert all(a == b or a in ",;:()?!" for a, b in zip(text, wide, strict=True))
    assert len(masked(wide)[1]) == len(text)
    assert FILL not in wide


def test_a_comma_between_digits_stays() -> None:
    assert folded("1,200家,3:1(含)") == "1,200家，3:1（含）"
    assert folded("无") == "无"


@given(
    st.sets(st.text("增减长加速", min_size=1, max_size=4), min_size=1),
    st.text("增减长加速", max_size=8),
)
def test_words_that_share_their_opening_match_as_a_plain_list_would(
    words: set[str], text: str
) -> None:
    plain = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    for behind in ("", "(?!长)", "$"):
        tried = re.compile(any_of(words) + behind)
        assert [m.span() for m in tried.finditer(text)] == [
            m.span() for m in re.finditer(f"(?:{plain}){behind}", text)
        ]


_EXTRA = st.sampled_from(["", "的", "全市", "规模以上", "、", "：", "总量", "总数", "（GDP）", " "])


@given(st.sampled_from(sorted(indicator_names())), _EXTRA, _EXTRA, st.integers(0, 30))
def test_what_has_an_id_ends_like_a_name(name: str, before: str, behind: str, at: int) -> None:
    words = before + name[:at] + behind + name[at:]
    if indicator_id(words) or exactly(words):
        assert ends_like_a_name(words)
    assert ends_like_a_name(name)


@pytest.mark.parametrize("words", ["小区广场", "工作措施", "推动服务业创新融合"])
def test_most_words_end_like_no_name(words: str) -> None:
    assert not ends_like_a_name(words)
    assert indicator_id(words) == exactly(words) == ""


@pytest.mark.parametrize(
    "clause",
    [
        "居民收入与经济同步增长",
        "失业率保持稳定",
        "能耗强度下降",
        "民生实事全面完成",
        "自来水全覆盖",
    ],
)
def test_a_clause_with_a_claim_is_not_passed_over(clause: str) -> None:
    assert claims(clause, target=True)
    assert may_claim(clause)
    assert may_hold_claims(f"前文。{clause}。", 3, 3 + len(clause))


@pytest.mark.parametrize("clause", ["坚持党的领导", "深化改革", "增长方式转变"])
def test_a_clause_without_the_words_of_a_claim_is_passed_over(clause: str) -> None:
    assert not may_claim(clause)


def test_only_names_of_places_start_the_best_of_a_field() -> None:
    """The grammar of figures tries each kind only at the characters that start it."""
    firsts = {pool[0] for pool in phrasing().pools}
    assert firsts.isdisjoint("0123456789一二三四五六七八九十百千两万亿-−“第前首翻")


def test_what_is_remembered_can_be_forgotten() -> None:
    asked: list[str] = []

    @remembered
    def length(words: str) -> int:
        asked.append(words)
        return len(words)

    assert [length("增长"), length("增长"), length("率")] == [2, 2, 1]
    assert asked == ["增长", "率"]
    forget()
    assert length("增长") == 2
    assert asked == ["增长", "率", "增长"]
