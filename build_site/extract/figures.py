"""The grammar of figures: a number, its multiplier and its measure unit.

`figures` finds them in a paragraph whose masks are blanked. What a figure says
(of which indicator, growth or level) is read elsewhere from the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from build_site.extract.numerals import arabic_number, multiplier
from build_site.extract.words import any_of
from build_site.model.text import Span
from build_site.vocab.measure_units import measure_units
from build_site.vocab.number_words import han_number
from build_site.vocab.phrasing import phrasing


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written. `unit` is as written with its multiplier (万标箱, 亿元)."""

    span: Span  # number and unit
    end: int  # behind a comparator that follows (左右, 以上)
    value: float
    unit: str
    unit_norm: str
    factor: float  # value × factor is in unit_norm
    measure: str  # of the unit alone: level, share, count, rank, ratio, percentage_point_change
    high: float | None = None
    comparator: str = ""  # said by the figure itself or right behind it
    per_mille: bool = False
    rank_in: str = ""
    certain: bool = True
    written_zh: bool = False  # in Chinese numerals
    verb: str = ""  # its own verb in a list: 分别增长12.3%和下降2.1%


_CN = "[一二三四五六七八九十百千两]"
_NUM = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MULT = r"[百千]?万亿|[十百千]?亿|[十百千]?万|千|百"
_END = r"(?=[，。；、）)]|$)"
_AWARDED = "获|荣|蝉|入选|夺|捧|被|登|跻|上榜|位列|成功|实现"


@cache
def _grammar() -> re.Pattern[str]:
    units = any_of(measure_units())
    pools = any_of(phrasing().pools)
    unit = rf"(?:{units}(?:/(?:(?:{_MULT})?{units}|人|年|月|日|[a-z]\w*))*(?:·\w)?)"
    arabic = (
        rf"(?P<sign>(?<![\d%‰元个亩家月年日])[-−])?(?P<num>{_NUM})(?P<p1>[余多])?"
        rf"(?:(?P<unit1>(?:{_MULT})?(?:{unit}|%)?)(?:[-—－–~～]{{1,2}}(?=\d)|(?<=\d)至(?=\d)|(?<=%)至(?=[\d.]+%))(?P<high>{_NUM}))?"
        rf"(?:(?P<mult>{_MULT})(?P<p2>[余多])?(?P<unit>{unit})|(?P<bareunit>{unit})|(?P<baremult>{_MULT}))?"
        r"(?P<p3>[余多](?=[，。；、]|$))?"
    )
    ratio = rf"(?P<left>{_NUM})\s*[:：∶比]\s*(?P<right>1|100)(?![\d.%])"
    rank = (
        rf"第(?P<rank>\d+|{_CN}{{1,3}})(?=[，。；、）)和]|$)"
        rf"|第(?P<place>\d+|{_CN}{{1,3}})[位名](?!列)"
    )
    top = rf"(?:前(?P<top>\d+|{_CN}{{1,4}})(?:[位名强]|{_END})|(?P<first>首位){_END})"
    first = rf"(?P<bestpool>{pools}[^，。；、\d\uE000]{{0,6}}?)(?P<best>第一){_END}"
    turn = rf"第(?P<nth>\d+|{_CN}+)(?P<nthunit>次|年)(?={_AWARDED})"
    double = rf"翻了?(?P<double>{_CN})番|(?P<again>翻番)"
    fraction = rf"(?P<of>{_CN}+)分之(?P<part>{_CN}+)"
    streak = rf"“?(?P<streak>\d+|{_CN}+)(?P<streakunit>连[冠增升优丰胜])”?"
    years = rf"(?<=连续)(?P<span>\d+|{_CN}{{1,3}})(?P<spanunit>年|个月|个季度|次|届)"
    tenth = rf"(?P<tenth>{_CN}|\d)(?:成)(?P<tenthmore>多|以上)?(?=[，。；、]|以上|左右|$)"
    club = (
        rf"(?P<club>{_CN}?|\d*)(?P<clubmult>[万千百]亿)"
        r"(?:元?级?(?=城市|俱乐部|行列|方阵|梯队)|(?=台阶|大关))"
    )
    chinese = (
        rf"(?P<cn>{_CN}*)(?P<cnp>[余多])?(?P<cnmult>万亿|亿|万)(?P<cnp2>[余多])?(?P<cnunit>{unit})"
        rf"|(?P<cn1>{_CN}+)(?P<cn1p>[余多])?(?P<cn1unit>倍|个百分点|元|亩|公里|公顷)"
        rf"|(?P<cn2>[二两三四五六七八九十百千]{{1,4}})(?P<cn2p>[余多])?(?P<cn2unit>位|名|家|项|座|所|个|条|场|艘|处|次|件)"
    )
    kinds = (ratio, rank, top, first, turn, streak, years, double, fraction, tenth)
    firsts = "".join(sorted({pool[0] for pool in phrasing().pools}))
    start = rf"(?=[\d一二三四五六七八九十百千两万亿\-−第前首翻“{firsts}])"
    return re.compile(start + "(?:" + "|".join((*kinds, arabic, club, chinese)) + ")")


_SPECIAL = (
    *("left", "rank", "place", "top", "first", "best", "nth"),
    *("streak", "span", "double", "again", "of", "tenth", "clubmult"),
)
_CLUB = re.compile(r"跻身|迈入|进入|跨入|跨上|站上|迈上|步入|晋级")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(any_of(phrasing().after))


@cache
def _unit(written: str) -> tuple[str, float, str]:
    """Return unit_norm, factor and measure of a unit without multiplier."""
    known = measure_units()
    if written in known:
        unit = known[written]
        return unit.unit_norm, unit.factor, unit.measure
    names: list[str] = []
    factor = 1.0
    for n, part in enumerate(re.split("/", written)):
        word = re.match(_MULT, part) if part not in known else None
        unit_part = known.get(part[word.end() :] if word else part)
        if word and unit_part:
            factor /= multiplier(word[0])
        names.append(unit_part.unit_norm if unit_part else part)
        if unit_part:
            factor = factor * unit_part.factor if n == 0 else factor / unit_part.factor
    return "/".join(names), factor, "level"


def _number(numeral: str) -> float:
    return arabic_number(numeral) if numeral[0].isdigit() else han_number(numeral)


def _special(match: re.Match[str]) -> Figure | None:
    """Read what is not number + unit: ratios, ranks, turns, fractions; None for the rest."""
    span = Span(*match.span())
    got = match.groupdict()
    if got["left"]:
        value = arabic_number(got["left"]) / arabic_number(got["right"])
        return Figure(span, span.end, value, "", "ratio", 1, "ratio")
    if got["rank"] or got["place"]:
        return Figure(span, span.end, _number(got["rank"] or got["place"]), "位", "rank", 1, "rank")
    if got["top"]:
        return Figure(span, span.end, _number(got["top"]), "位", "rank", 1, "rank", comparator="le")
    if got["first"]:
        return Figure(span, span.end, 1, "位", "rank", 1, "rank")
    if got["best"]:
        start = match.start("best")
        return Figure(Span(start, span.end), span.end, 1, "位", "rank", 1, "rank")
    if got["nth"]:
        unit = got["nthunit"]
        norm = "count" if unit == "次" else "year"
        return Figure(span, span.end, _number(got["nth"]), unit, norm, 1, "count", written_zh=True)
    if got["streak"]:
        return Figure(
            span, span.end, _number(got["streak"]), got["streakunit"], "count", 1, "count"
        )
    if got["span"]:
        norm = {"年": "year", "个月": "month", "个季度": "quarter"}.get(got["spanunit"], "count")
        return Figure(span, span.end, _number(got["span"]), got["spanunit"], norm, 1, "count")
    if got["double"] or got["again"]:
        value = _number(got["double"] or "一")
        return Figure(span, span.end, value, "番", "doubling", 1, "ratio", written_zh=True)
    if got["of"]:
        value = 100 * _number(got["part"]) / _number(got["of"])
        return Figure(span, span.end, value / 100, "", "percent", 100, "share", written_zh=True)
    if got["clubmult"]:
        if not _CLUB.search(match.string, max(0, span.start - 14), span.start):
            return None
        word = got["clubmult"]
        value = _number(got["club"] or "一")
        return Figure(
            span,
            span.end,
            value,
            word + "元",
            "CNY",
            multiplier(word),
            "level",
            comparator="gt",
            written_zh=True,
        )
    if got["tenth"]:
        return Figure(
            span,
            span.end,
            _number(got["tenth"]),
            "成",
            "percent",
            10,
            "share",
            comparator="gt" if got["tenthmore"] == "多" else "",
            written_zh=True,
        )
    return None


def _quantity(match: re.Match[str]) -> Figure:
    """Read number + multiplier + unit in Arabic or Chinese numerals."""
    got = match.groupdict()
    span = Span(*match.span())
    if got["num"]:
        word, unit = got["mult"] or got["baremult"] or "", got["unit"] or got["bareunit"] or ""
        value = arabic_number(got["num"]) * (-1 if got["sign"] else 1)
        more = got["p1"] or got["p2"] or got["p3"]
        high = arabic_number(got["high"]) if got["high"] else None
        zh = False
    elif got["cnmult"]:
        word, unit = got["cnmult"], got["cnunit"]
        value = han_number(got["cn"]) if got["cn"] else 1
        more, high, zh = got["cnp"] or got["cnp2"], None, True
    else:
        key = "cn1" if got["cn1"] else "cn2"
        word, unit = "", got[f"{key}unit"]
        value, more, high, zh = han_number(got[key]), got[f"{key}p"], None, True
    if unit:
        norm, factor, measure = _unit(unit)
    else:
        norm, factor, measure = ("count", 1.0, "count") if word else ("", 1.0, "level")
    return Figure(
        span,
        span.end,
        value,
        word + unit,
        norm,
        factor * multiplier(word),
        measure,
        high=high if high is not None and high > value else None,
        comparator="range" if high is not None and high > value else "gt" if more else "",
        per_mille=norm == "per_mille",
        certain=bool(unit),
        written_zh=zh,
    )


_REACHES = re.compile(
    r"(?:突破|超过?|达到?|接?近|将近|逾|跨过?|上|破|过|至|到|为|约|千亿|增加|投资)$"
)
_RANKED = re.compile(
    r"居|列|排|跻身|升至|保持|稳定在|进入|挺进|蝉联|全国|全省|全市|全球|世界|国内|省内|和第\d+$|跃"
)
_NAMED = re.compile(r"[“‘一大体化方层维级\ue000]")


_ASIDE = re.compile("\ue000{3,4}(?=左右|以上|以内)")  # a second unit in brackets: 头（只）左右


def _in_place(match: re.Match[str]) -> bool:
    """Say whether a Chinese numeral is a figure here, not part of a name (万亩千亿, 五个一)."""
    got = match.groupdict()
    text, start, end = match.string, match.start(), match.end()
    before, behind = text[max(0, start - 6) : start], text[end : end + 1]
    if got["rank"] or got["first"] or got["top"]:
        clause = re.split("[，。；]", text[max(0, start - 30) : start])[-1]
        return bool(_RANKED.search(clause)) and not clause.endswith(("摆在", "放在"))
    if got["cnmult"]:
        digits = got["cn"].strip("十百千") if got["cn"] else ""
        return bool(digits or _REACHES.search(before))
    if got["cn1"]:
        if got["cn1unit"] in ("倍", "个百分点"):
            return True
        return bool(_REACHES.search(before)) or not re.match(r"[\u4e00-\u9fff]", behind)
    if got["cn2"]:
        if _NAMED.match(behind) or not got["cn2"].strip("十百千"):
            return False
        if got["cn2unit"] in ("位", "名"):
            return not before.endswith(("第", "前"))
        return bool(_acts().search(before)) and not before.endswith("第")
    return True


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(any_of(phrasing().actions) + "$")


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a paragraph whose masks are blanked, in order."""
    for match in _grammar().finditer(text):
        if not _in_place(match):
            continue
        special = any(match[g] for g in _SPECIAL)
        figure = _special(match) if special else _quantity(match)
        if figure is None:
            continue
        aside = _ASIDE.match(text, figure.span.end)
        behind = _after().match(text, aside.end() if aside else figure.span.end)
        if behind:
            comparator = phrasing().after[behind[0]]
            if behind[0] == "内" and figure.measure == "count":
                comparator = figure.comparator
            figure = replace(figure, end=behind.end(), comparator=figure.comparator or comparator)
        yield figure
