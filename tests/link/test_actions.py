"""Flow and stock, begun and done: what the words beside a figure say of it."""

import pytest

from build_site.link.actions import opposed, stated
from tests.link.factory import claim

STATED = [
    ("高新技术企业总数达到141家，净增29家", 141, "家", "total"),
    ("高新技术企业总数达到141家，净增29家", 29, "家", "net"),
    ("高新技术企业达到1562家", 1562, "家", "reached"),
    ("新增高新技术企业达到30家", 30, "家", "added"),
    ("累计建成停车位300个", 300, "个", "total"),
    ("老旧小区改造开工300个", 300, "个", "started"),
    ("接待游客300人次", 300, "人次", ""),
    ("完成220个老旧小区改造", 220, "个", "finished"),
    ("完成投资220亿元", 220, "亿元", ""),
    ("总量突破4600亿元", 4600, "亿元", ""),
    ("增速达到6%", 6, "%", ""),
]

OPPOSED = [
    ("added", "total"),
    ("added", "reached"),
    ("net", "reached"),
    ("filed", "started"),
    ("finished", "started"),
    ("built", "renewed"),
    ("total", ""),
    ("kept", "slaughtered"),
]

ALIKE = [
    ("added", ""),
    ("added", "finished"),
    ("total", "reached"),
    ("reached", ""),
    ("renewed", "started"),
    ("built", "finished"),
    ("filed", "filed"),
]


@pytest.mark.parametrize(("quote", "value", "unit", "group"), STATED)
def test_the_words_right_before_a_figure_say_flow_or_stock(
    quote: str, value: float, unit: str, group: str
) -> None:
    assert stated(claim(quote, "", value, unit=unit)) == group


@pytest.mark.parametrize("period", ["2019", "2019-H1"])
def test_so_far_this_year_is_no_stock(period: str) -> None:
    found = claim("累计新增就业4万人", "新增就业", 4, unit="万人", period=period)
    assert stated(found) == ("total" if period == "2019" else "")


@pytest.mark.parametrize(("first", "second"), OPPOSED)
def test_different_things_done_are_opposed_either_way(first: str, second: str) -> None:
    assert opposed(first, second) and opposed(second, first)


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_like_things_done_are_not_opposed(first: str, second: str) -> None:
    assert not opposed(first, second) and not opposed(second, first)
