"""The published rule of verdicts, case by case."""

from dataclasses import replace
from typing import Any

import pytest

from build_site.link import verdict
from tests.link.factory import claim, progress, target

GRP = claim("地区生产总值增长6.8%", "地区生产总值", 6.8, unit="%", indicator="gdp")

# comparator, target, outcome, verdict, strict verdict
NUMBERS = [
    ("eq", 10.0, 10.0, "met", "met"),
    ("eq", 10.0, 11.0, "exceeded", "exceeded"),
    ("eq", 10.0, 9.9, "missed", "missed"),
    ("ge", 10.0, 10.0, "met", "met"),
    ("ge", 10.0, 12.0, "exceeded", "exceeded"),
    ("ge", 10.0, 9.0, "missed", "missed"),
    ("gt", 10.0, 10.0, "missed", "missed"),
    ("gt", 10.0, 10.1, "exceeded", "exceeded"),
    ("approx", 6.0, 5.8, "met", "missed"),
    ("approx", 6.0, 5.5, "met", "missed"),
    ("approx", 6.0, 5.4, "missed", "missed"),
    ("approx", 6.0, 6.6, "exceeded", "exceeded"),
    ("le", 5.0, 4.8, "met", "met"),
    ("le", 5.0, 5.0, "met", "met"),
    ("le", 5.0, 5.1, "missed", "missed"),
    ("lt", 5.0, 5.0, "missed", "missed"),
]


@pytest.mark.parametrize(("comparator", "wanted", "got", "loose", "strict"), NUMBERS)
def test_numbers_are_judged_by_their_comparator(
    comparator: str, wanted: float, got: float, loose: str, strict: str
) -> None:
    promise = target("增长", "服务业增加值", wanted, unit="%", comparator=comparator)
    found = verdict(promise, None, claim("增长", "服务业增加值", got, unit="%"))
    assert (found.code, found.strict) == (loose, strict)
    assert found.reason_zh and found.reason_en


def test_crossing_the_number_again_meets_a_promise_to_cross_it() -> None:
    promise = target("突破2000亿元", "投资", 2000, unit="亿元", measure="level", comparator="gt")
    outcome = claim("突破2000亿元", "投资", 2000, unit="亿元", measure="level", comparator="gt")
    assert verdict(promise, None, outcome).code == "met"


def test_nearly_is_not_reached() -> None:
    promise = target("超过2.8%", "研发", 2.8, unit="%", measure="share", comparator="gt")
    outcome = claim("接近2.8%", "研发", 2.8, unit="%", measure="share", comparator="approx")
    assert verdict(promise, None, outcome).code == "missed"


def test_lower_is_better_where_the_vocabulary_says_so() -> None:
    facts: dict[str, Any] = {"unit": "%", "measure": "share", "indicator": "npl-ratio"}
    promise = target("不良贷款率1%", "不良贷款率", 1.0, **facts)
    assert verdict(promise, None, claim("0.9%", "不良贷款率", 0.9, **facts)).code == "exceeded"
    assert verdict(promise, None, claim("1.2%", "不良贷款率", 1.2, **facts)).code == "missed"


def test_a_promised_cut_is_met_by_a_deeper_cut_and_missed_by_a_rise() -> None:
    facts: dict[str, Any] = {
        "unit": "%",
        "indicator": "general-expenditure-cut",
        "direction": "down",
    }
    promise = target("压减一般性支出5%", "一般性支出", 5.0, **facts)
    assert verdict(promise, None, claim("压减5.7%", "一般性支出", 5.7, **facts)).code == "exceeded"
    assert verdict(promise, None, claim("压减4%", "一般性支出", 4.0, **facts)).code == "missed"


def test_a_fall_never_meets_a_promise_to_grow() -> None:
    promise = target("增长5%", "出口", 5.0, unit="%", direction="up")
    outcome = claim("下降8%", "出口", 8.0, unit="%", direction="down")
    assert verdict(promise, None, outcome).code == "missed"


@pytest.mark.parametrize(
    ("comparator", "got", "code", "strict"),
    [
        ("sync", 6.4, "met", "missed"),
        ("sync", 6.2, "missed", "missed"),
        ("sync", 7.9, "exceeded", "exceeded"),
        ("faster_than", 6.9, "met", "met"),
        ("faster_than", 6.8, "missed", "missed"),
    ],
)
def test_relative_targets_are_judged_by_the_figure_they_refer_to(
    comparator: str, got: float, code: str, strict: str
) -> None:
    promise = target("基本同步", "收入", comparator=comparator, measure="growth_rate")
    outcome = claim("增长", "收入", got, unit="%")
    found = verdict(promise, None, outcome, reference=GRP)
    assert (found.code, found.strict) == (code, strict)
    assert verdict(promise, None, outcome).code == "not_measurable"


@pytest.mark.parametrize(
    ("wanted", "got", "code"),
    [
        (100, 50, "on_track"),
        (100, 49, "behind"),
        (100, 100, "met"),
        (100, 120, "exceeded"),
    ],
)
def test_half_a_year_is_judged_by_half_the_target(wanted: float, got: float, code: str) -> None:
    promise = target("新增停车位", "停车位", wanted, unit="个", action="新增")
    assert verdict(promise, progress("新增", "停车位", got, unit="个"), None).code == code


def test_half_a_year_never_decides_a_rate_or_a_stock() -> None:
    rate = target("增长6%", "投资", 6.0, unit="%")
    assert verdict(rate, progress("增长9%", "投资", 9.0, unit="%"), None).code == "on_track"
    stock = target("参保人数50万人", "参保人数", 50, unit="人")
    found = verdict(stock, progress("参保人数60人", "参保人数", 60, unit="人"), None)
    assert found.code == "on_track"


def test_a_stated_completion_that_does_not_compute_is_disputed() -> None:
    facts: dict[str, Any] = {"unit": "家", "task_id": "t"}
    promise = target("小微企业1000家", "小微企业", 1000, **facts)
    said = progress("小微企业8065家", "小微企业", 8065, **facts)
    wrong = replace(said, paragraph="小微企业8065家，完成目标的67.2%")
    assert verdict(promise, wrong, None).code == "disputed"
    right = replace(said, paragraph="小微企业8065家，完成目标的806.5%")
    assert verdict(promise, right, None).code == "exceeded"


def test_silence_is_not_reported_only_when_a_later_report_exists() -> None:
    promise = target("新增停车位100个", "停车位", 100, unit="个")
    assert verdict(promise, None, None, covered=True).code == "not_reported"
    assert verdict(promise, None, None).code == ""


def test_a_reworded_capture_is_never_judged() -> None:
    promise = target("增长6%", "投资", 6.0, unit="%", grade="spun")
    assert verdict(promise, None, claim("增长9%", "投资", 9.0, unit="%")).code == ""


def test_what_cannot_be_compared_says_why() -> None:
    promise = target("增长7.5%", "引进内资", 7.5, unit="%")
    outcome = claim("实到内资1368亿元", "引进内资", 1368, unit="亿元", measure="level")
    found = verdict(promise, None, outcome, near="measure")
    assert found.code == "not_comparable" and "1368亿元" in found.reason_zh
