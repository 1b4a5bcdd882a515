"""Which claims may stand side by side, and which only look alike."""

from dataclasses import replace
from typing import Any

import pytest

from build_site.link import link
from build_site.link.comparable import compare
from build_site.link.naming import similarity
from tests.link.factory import claim, target

Side = dict[str, Any]

SAME: list[tuple[str, Side, Side]] = [
    (
        "one indicator under two names",
        {"name": "研发经费支出占比", "indicator": "rd-intensity", "measure": "share"},
        {"name": "研发投入强度", "indicator": "rd-intensity", "measure": "share"},
    ),
    ("园区 is 园", {"name": "小微企业园区"}, {"name": "小微企业园"}),
    ("a shorter name that keeps the head", {"name": "境内外上市和过会企业"}, {"name": "上市企业"}),
    ("援助 and 帮扶", {"name": "援助资金", "unit": "亿元"}, {"name": "帮扶资金", "unit": "亿元"}),
    (
        "urban income is part of urban and rural income",
        {"indicator": "income-urban-and-rural", "unit": "%", "comparator": "sync"},
        {"indicator": "per-capita-disposable-income-urban", "unit": "%"},
    ),
    (
        "two ways to write one wording",
        {"name": "高层次人才创业项目", "action": "招引"},
        {"name": "高层次人才创新创业项目", "action": "引进"},
    ),
    ("规模以上 is 规上 is 规模", {"name": "规模以上工业企业"}, {"name": "规模工业企业"}),
    (
        "a verb inside the name",
        {"name": "新增规上工业企业"},
        {"name": "规上工业企业", "action": "新增"},
    ),
    ("a doing behind the name", {"name": "雨污管网改造"}, {"name": "雨污管网", "action": "改造"}),
    (
        "a doing behind both names",
        {"name": "农贸市场改造"},
        {"name": "农贸市场改造", "action": "完工"},
    ),
    ("slaughtered before or behind", {"name": "出栏生猪"}, {"name": "生猪出栏"}),
    (
        "firms by 家 and by 户",
        {"name": "规上企业", "unit": "家"},
        {"name": "规上企业", "unit": "户"},
    ),
    ("an investment named", {"name": "投资50亿元以上项目"}, {"name": "50亿元以上项目"}),
    ("a share of and the proportion", {"name": "支出占收入比重"}, {"name": "支出占收入"}),
    (
        "an area and what covers it",
        {"name": "设施农业面积", "unit": "万亩", "measure": "level"},
        {"name": "设施农业", "unit": "万亩", "measure": "level"},
    ),
    (
        "a building and its project",
        {"name": "公办幼儿园", "unit": "所"},
        {"name": "公办幼儿园项目", "unit": "所", "action": "完工"},
    ),
]

APART: list[tuple[str, Side, Side]] = [
    (
        "industry above a size is not all industry",
        {"indicator": "value-added-industry", "unit": "%"},
        {"indicator": "value-added-all-industry", "unit": "%"},
    ),
    (
        "manufacturing investment is a part of fixed-asset investment",
        {"indicator": "manufacturing-investment", "unit": "%"},
        {"indicator": "fixed-asset-investment", "unit": "%"},
    ),
    (
        "growth is not a level",
        {"indicator": "gdp", "unit": "%"},
        {"indicator": "gdp", "unit": "亿元", "measure": "level"},
    ),
    (
        "207 filed are not 207 started",
        {"name": "3亿元以上项目", "action": "备案"},
        {"name": "3亿元以上项目", "action": "开工"},
    ),
    ("net is not gross", {"name": "市场主体户数", "action": "净增"}, {"name": "市场主体户数"}),
    ("another head noun", {"name": "美丽乡村示范镇"}, {"name": "美丽乡村示范村"}),
    ("another threshold", {"name": "3亿元以上项目"}, {"name": "10亿元以上项目"}),
    ("another level of authority", {"name": "省级服务综合体"}, {"name": "市级服务综合体"}),
    (
        "estates are not houses",
        {"name": "老旧小区", "unit": "个"},
        {"name": "老旧小区", "unit": "栋"},
    ),
    (
        "the city is not its centre",
        {"name": "空气优良天数", "scope": "市区", "place_id": ""},
        {"name": "空气优良天数"},
    ),
    (
        "kept is not slaughtered",
        {"name": "生猪", "action": "饲养"},
        {"name": "生猪", "action": "出栏"},
    ),
    ("a name without its head noun", {"name": "核心技术产品"}, {"name": "核心技术"}),
    (
        "new ones are not all of them",
        {"name": "高新技术企业", "action": "新认定"},
        {"name": "高新技术企业", "quote": "高新技术企业总数达到10家", "unit": "家"},
    ),
    ("provincial key projects", {"name": "省重点工程项目"}, {"name": "市重点工程项目"}),
    ("provincial and above", {"name": "省级以上绿色工厂"}, {"name": "省级绿色工厂"}),
    (
        "new is not new and rebuilt",
        {"name": "农村公路", "action": "新建"},
        {"name": "农村公路", "action": "新改建"},
    ),
    ("from outside the city, the province", {"name": "市外国内资金"}, {"name": "省外国内资金"}),
    (
        "completed is not begun",
        {"name": "老旧小区改造", "quote": "完成10个老旧小区改造", "unit": "个"},
        {"name": "老旧小区", "action": "开工改造", "unit": "个"},
    ),
    (
        "a head noun alone",
        {"name": "学位", "action": "新增"},
        {"name": "基础教育学位", "action": "新增"},
    ),
]


def _pair(first: Side, second: Side) -> tuple[Any, Any]:
    made = []
    for make, side in ((target, first), (claim, second)):
        facts = dict(side)
        quote = facts.pop("quote", facts.get("name", "甲"))
        made.append(make(quote, facts.pop("name", ""), 10.0, **facts))
    return made[0], made[1]


@pytest.mark.parametrize(("why", "first", "second"), SAME, ids=[row[0] for row in SAME])
def test_claims_about_one_thing_are_comparable(why: str, first: Side, second: Side) -> None:
    found = compare(*_pair(first, second))
    assert found is not None and found.near == ""


@pytest.mark.parametrize(("why", "first", "second"), APART, ids=[row[0] for row in APART])
def test_near_misses_are_never_comparable(why: str, first: Side, second: Side) -> None:
    found = compare(*_pair(first, second))
    assert found is None or found.near != ""


def test_a_listed_item_inherits_what_the_item_before_it_names() -> None:
    wanted = target("建成美丽乡村示范村30个", "美丽乡村示范村", 30, unit="个", action="建成")
    listed = claim("示范村54个", "示范村", 54, unit="个", before="建成美丽乡村示范镇12个、")
    other = claim("示范村100个", "示范村", 100, unit="个", before="建成特色农产品电商示范镇5个、")
    found = compare(wanted, listed)
    assert found is not None and found.near == ""
    assert compare(wanted, other) is None


def test_similarity_is_one_only_for_equal_names_and_symmetric() -> None:
    assert similarity("养老机构", "养老机构") == 1.0
    assert similarity("小微企业", "现代小微企业") == similarity("现代小微企业", "小微企业") < 1.0
    assert similarity("", "养老机构") == 0.0


def test_a_bare_name_is_headed_by_the_things_counted_before_it() -> None:
    before = "实施古城保护项目40个，完成"
    wanted = target("年度投资9亿元", "年度投资", 9, unit="亿元", measure="level", before=before)
    other = claim("古城保护项目投资8亿元", "古城保护项目投资", 8, unit="亿元", measure="level")
    found = compare(wanted, other)
    assert found is not None and found.near == ""
    alone = target("年度投资9亿元", "年度投资", 9, unit="亿元", measure="level")
    assert compare(alone, other) is None


def test_a_number_promised_that_is_only_begun_is_no_progress() -> None:
    facts = {"unit": "个", "kind": "progress", "period": "2019-H1"}
    wanted = target("实施项目40个", "古城保护项目", 40, unit="个")
    begun = claim("40个古城保护项目", "古城保护项目", 40, **facts)
    paragraph = "40个古城保护项目已开工38个"
    assert compare(wanted, begun) is not None
    assert compare(wanted, replace(begun, paragraph=paragraph)) is None


def test_half_way_things_begun_are_no_progress_of_things_done() -> None:
    facts = {"unit": "个", "kind": "progress", "period": "2019-H1"}
    begun = claim("老年食堂开工8个", "老年食堂", 8, action="开工", **facts)
    done = compare(target("建设老年食堂10个", "老年食堂", 10, unit="个"), begun)
    started = target("开工老年食堂10个", "老年食堂", 10, unit="个", action="开工")
    assert done is not None and done.near == "action"
    found = compare(started, begun)
    assert found is not None and found.near == ""


def test_a_number_promised_is_no_progress_where_those_done_are_counted_beside_it() -> None:
    facts = {"unit": "个", "kind": "progress", "period": "2019-H1"}
    wanted = target("治理行政村500个", "行政村", 500, unit="个")
    restated = claim("500个行政村", "行政村", 500, **facts)
    assert compare(wanted, replace(restated, paragraph="500个行政村已治理231个")) is None
    assert compare(wanted, replace(restated, paragraph="500个行政村全部治理")) is not None


@pytest.mark.parametrize(
    ("days", "unit_norm", "verdict"),
    [(1.0, "day", "exceeded"), (5.0, "day", "not_comparable"), (1.0, "workday", "exceeded")],
)
def test_days_answer_workdays_only_where_no_workday_more_fits_in(
    days: float, unit_norm: str, verdict: str
) -> None:
    facts = {"indicator": "business-opening-time", "measure": "level"}
    wanted = target("企业开办压缩至3个工作日", "企业开办", 3, unit_norm="workday", **facts)
    got = claim(f"企业开办{days:g}日办结", "企业开办", days, unit_norm=unit_norm, **facts)
    assert [one.verdict for one in link([wanted, got]).chains] == [verdict]
