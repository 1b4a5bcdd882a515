"""Which claims may stand side by side, and which only look alike."""

from typing import Any

import pytest

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
