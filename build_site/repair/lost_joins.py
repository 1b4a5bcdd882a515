"""Figures run together, and the magnitude that a figure lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN
from build_site.repair.lost_numbers import CERTAIN, LIKELY

_POINTS = re.compile(
    r"(?<![0-9.])(?P<first>[0-9]+\.[0-9])(?P<second>[1-9]?[0-9]\.[0-9]+)(?![0-9.])"
)
_GLUED = re.compile(rf"(?<![0-9.])(?P<digits>[1-9][0-9]{{2,4}})(?P<unit>[万亿]?元以上[{HAN}]{{2}})")
_MILLIONS = re.compile(rf"[0-9]万(?P<next>[{HAN}])(?P<noun>[{HAN}]{{3}})")
_MONEY = re.compile(
    r"(?:投资|收入|支出|资金|贷款|税收|产值|营收|销售额|零售额|交易额|利润|债券|补贴|规模)"
    r"(?:达|超|约|突破|完成|为)?[0-9]+(?:\.[0-9]+)?[万亿](?=[，。；])"
)
_HUGE = re.compile(
    rf"(?P<name>[{HAN}]{{3,6}}?)(?:突破|达到?|超过?|力争|为)?(?P<value>[0-9]+(?:\.[0-9]+)?)万亿元"
)
_PLAIN = re.compile(r"(?P<value>[0-9]+\.[0-9]+)亿元")
_SUMMED = re.compile(
    rf"(?P<one>[{HAN}]{{2,5}})(?P<other>[{HAN}]{{2,5}})[0-9]+(?P<counter>[{HAN}])[，,]其中(?P=one)[0-9]"
)
_TWICE = re.compile(
    rf"“(?P<name>[{HAN}]{{2,10}})”[{HAN}]{{1,8}}?(?=(?:签约|开展|组织|建立|创建|新增|培育|建成)“(?P=name)”)"
)
_TALKS = re.compile(r"(?<=招商|洽谈|对接|合作)(?=在谈)")
_TALLY = re.compile(
    rf"(?<![0-9.])[1-9][0-9]*(?P<name>[{HAN}]{{3,6}})(?=[1-9][0-9]*(?P<next>[{HAN}]{{3}}))"
)
_TOGETHER = re.compile(
    rf"(?P<nouns>[{HAN}]{{9,24}}?)(?:进度率|完成率|覆盖率|比例|进度)?(?=均|分别)"
)
_NEAR = 1200  # code points: a target and its progress stand in one row of a table


def joins(text: str) -> Iterator[Lacuna]:
    """Yield the places where figures run together or a unit of money is cut, by kind."""
    for found in _POINTS.finditer(text):
        yield Lacuna(found.end("first"), "stop", "、", CERTAIN, "two figures run together")
    yield from _thresholds(text)
    yield from _magnitudes(text)
    for found in _MILLIONS.finditer(text):
        if found["next"] != "元" and f"万元{found['next']}{found['noun']}" in text:
            at = found.start("next")
            yield Lacuna(at, "counter", "元", CERTAIN, "so written elsewhere in the capture")
    for found in _MONEY.finditer(text):
        yield Lacuna(found.end(), "counter", "元", CERTAIN, "an amount of money without 元")
    yield from _lists(text)


def _lists(text: str) -> Iterator[Lacuna]:
    """Yield the marks missing between two things named one after the other."""
    for found in _SUMMED.finditer(text):
        yield Lacuna(found.end("one"), "stop", "、", CERTAIN, "the first part is counted behind it")
    for found in _TWICE.finditer(text):
        yield Lacuna(found.end(), "stop", "，", CERTAIN, "one clause does not name a thing twice")
    for found in _TALKS.finditer(text):
        yield Lacuna(found.start(), "stop", "，", LIKELY, "a new clause begins")
    for found in _TALLY.finditer(text):
        quoted = f"“{found['name']}”" in text
        if quoted and re.search(f"“{found['next']}", text):
            yield Lacuna(found.end(), "stop", "、", CERTAIN, "the next of a list begins")
    for found in _TOGETHER.finditer(text):
        at = _seam(text, found.start("nouns"), found.end("nouns"))
        if at:
            yield Lacuna(at, "stop", "、", CERTAIN, "two names, each counted elsewhere")


def _seam(text: str, start: int, end: int) -> int:
    """Return where one name ends and the next begins that are each counted elsewhere; 0 if none."""
    for at in range(start + 4, end - 3):
        one, other = text[max(start, at - 6) : at], text[at : min(end, at + 6)]
        if (
            re.search(rf"{one}[0-9]", text)
            and re.search(rf"(?:新增|建成|完成|创建|[，；、。])(?:{other})", text)
            and text.count(text[at - 2 : at + 2]) == 1
        ):
            return at
    return 0


def _thresholds(text: str) -> Iterator[Lacuna]:
    """Yield 51个、50亿元以上 written as 5150亿元以上: the capture names the threshold elsewhere."""
    for found in _GLUED.finditer(text):
        digits, unit = found["digits"], found["unit"]
        if text.count(digits + unit) > 1:
            continue
        near = text[max(0, found.start() - _NEAR) : found.start()]
        for cut in range(1, len(digits)):
            rest = digits[cut:]
            if rest[0] != "0" and re.search(rf"(?<![0-9.]){rest}{unit}", near):
                at = found.start() + cut
                note = f"{digits[:cut]} and {rest} run together; {rest}{unit} stands in the target"
                yield Lacuna(at, "counter", "个", CERTAIN, note)
                yield Lacuna(at, "stop", "，", CERTAIN, note)
                break


def _magnitudes(text: str) -> Iterator[Lacuna]:
    """Yield the 万 missing in 1.02亿元 where the same row aims at 1万亿元 of the same thing."""
    for target in _HUGE.finditer(text):
        aim = float(target["value"])
        noun = target["name"][-4:]
        for found in _PLAIN.finditer(text, target.end(), min(len(text), target.end() + _NEAR)):
            before = text[max(0, found.start() - 12) : found.start()]
            same = noun in before or _shared(noun, before) >= 4
            if same and aim / 2 <= float(found["value"]) <= aim * 2:
                note = f"the target of this row is {target['value']}万亿元"
                yield Lacuna(found.end("value"), "counter", "万", CERTAIN, note)


def _shared(one: str, other: str) -> int:
    """Return the length of the longest run of characters that both hold."""
    return max(
        (j - i for i in range(len(one)) for j in range(i + 1, len(one) + 1) if one[i:j] in other),
        default=0,
    )
