"""How far things have come, what a noun of relation is said of, ranks in names: half are traps."""

import pytest

from build_site.extract.states import finished, stated
from build_site.extract.wholes import whole_of
from tests.extract.test_statements import GOALS, read

STATES = {
    "老旧小区全部开工": ("老旧小区", "开工"),
    "美丽城镇建设项目已全面开工": ("美丽城镇建设项目", "开工"),
    "行政村已完成治理": ("行政村", "完成治理"),
    "产业大楼全面建成": ("产业大楼", "建成"),
    "新项目开工": ("新项目开工", ""),
    "老旧小区全部": ("老旧小区全部", ""),
    "项目已完成并网": ("项目已完成并网", ""),
    "全面建成小康社会": ("全面建成小康社会", ""),
}
# text: (name, action, value) of each statement
NAMES = {
    "123个老旧小区全部开工,完工41个。": [("老旧小区", "开工", 123), ("老旧小区", "完工", 41)],
    "500个行政村已完成治理231个。": [("行政村", "", 500), ("行政村", "完成治理", 231)],
    "国省道养护大修开工146公里,完成67公里。": [
        ("国省道养护大修", "开工", 146),
        ("国省道养护大修", "完成", 67),
    ],
    "养护大修国省道150公里。": [("国省道", "养护大修", 150)],
    "老旧小区改造惠及2.31万户。": [("老旧小区改造", "惠及", 2.31)],
    "惠及居民8600余户。": [("居民", "惠及", 8600)],
    "农村低保标准提高到年人均4500元。": [("农村低保标准", "", 4500)],
    "新发展设施农业5.6万亩。": [("设施农业", "新发展", 5.6)],
    "力争蝉联全国文明城市“四连冠”。": [("全国文明城市", "蝉联", 4)],
    "农村户厕改造提升5万户。": [("农村户厕改造提升", "", 5)],
    "低保标准提升5%。": [("低保标准", "", 5)],
    "实施重点项目300个,完成年度投资650亿元。": [
        ("重点项目", "实施", 300),
        ("重点项目年度投资", "", 650),
    ],
    "制造业投资增长8.1%。": [("制造业投资", "", 8.1)],
    "改造国道G320线150公里。": [("国道G320线", "改造", 150)],
    "完成320国道改造。": [],
    "办理许可1200件。": [("许可", "办理", 1200)],
    "企业开办可一日办结。": [("企业开办", "", 1)],
    "企业开办3日内办结。": [("企业开办", "", 3)],
    "5日,全市重大项目集中开工。": [],
    "一日三餐有保障。": [],
}
SCOPES = {
    "306个市级重点项目完成投资688亿元。": ("市级重点项目完成投资", ""),
    "市级龙头企业26家。": ("市级龙头企业", ""),
    "市级一般公共预算收入20亿元。": ("一般公共预算收入", "市级"),
    "市区空气优良率90%。": ("空气优良率", "市区"),
}


@pytest.mark.parametrize(("words", "expected"), STATES.items())
def test_a_state_behind_a_name_is_told_from_the_name(words: str, expected: tuple[str, str]) -> None:
    assert stated(words) == expected


@pytest.mark.parametrize(("text", "expected"), NAMES.items())
def test_a_name_keeps_no_verb_and_no_period(
    text: str, expected: list[tuple[str, str, float]]
) -> None:
    assert [(s.indicator_zh, s.action, s.value) for s in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), SCOPES.items())
def test_a_rank_belongs_to_the_name_except_before_accounts(
    text: str, expected: tuple[str, str]
) -> None:
    made = read(text)[-1]
    assert (made.indicator_zh, made.scope) == expected


def test_days_that_something_takes_are_days_and_hold_at_most_with_their_word() -> None:
    (plain,) = read("企业开办一日办结。", GOALS)
    (within,) = read("企业开办3日内办结。", GOALS)
    assert (plain.unit_zh, plain.unit_norm, plain.comparator) == ("日", "day", "eq")
    assert (within.value, within.comparator) == (3, "le")


@pytest.mark.parametrize(
    ("words", "said"), [("，已完成", "完成"), ("完成", "完成"), ("完成投资", ""), ("", "")]
)
def test_done_without_more_is_its_own_state(words: str, said: str) -> None:
    assert finished(words) == said


@pytest.mark.parametrize(
    ("name", "noun", "whole"),
    [
        ("工程累计完成投资", "投资", "工程"),
        ("千万元以上产业项目", "投资", "千万元以上产业项目"),
        ("投资", "投资", "投资"),
        ("上市公司数量", "总投资", "上市公司"),
        ("企业资产总额", "利润", "企业"),
        ("", "投资", ""),
    ],
)
def test_a_noun_of_relation_is_said_of_the_thing(name: str, noun: str, whole: str) -> None:
    assert whole_of(name, noun) == whole
