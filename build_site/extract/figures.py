"""The grammar of figures: a number, its multiplier and its measure unit.

`figures` finds them in a paragraph whose masks are blanked. What a figure says
(of which indicator, growth or level) is read elsewhere from the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from build_site.extract import parts
from build_site.extract.figure import Figure
from build_site.extract.numerals import arabic_number, multiplier
from build_site.extract.words import any_of
from build_site.model.text import Span
from build_site.vocab.measure_units import measure_units
from build_site.vocab.number_words import han_number
from build_site.vocab.phrasing import phrasing

_CN = "[一二三四五六七八九十百千两]"
_NUM = r"\d++(?:,\d{3})*+(?:\.\d++)?+"  # never given back: no part of a number is one
_MULT = r"[百千]?万亿|[十百千]?亿|[十百千]?万|千|百"
_END = r"(?=[，。；、）)]|$)"
_AWARDED = "获|荣|蝉|入选|夺|捧|被|登|跻|上榜|位列|成功|实现"


@cache
def _grammar(with_best: bool) -> re.Pattern[str]:
    """Return the grammar; without the best of a field (全省第一), which needs its 第一."""
    units = any_of(measure_units())
    pools = any_of(phrasing().pools)
    unit = rf"(?:{units}(?:/(?:(?:{_MULT})?{units}|人|年|月|日|[a-z]\w*))*(?:·\w)?)"
    arabic = (
        rf"(?P<sign>(?<![\d%‰元个亩家月年日])[-−])?(?P<num>{_NUM})(?P<p1>[余多])?"
        rf"(?:(?P<unit1>(?:{_MULT})?(?:{unit}|%)?)(?:[-—－–~～]{{1,2}}(?=\d)|(?<=\d)至(?=\d)|(?<=%)至(?=[\d.]+%))(?P<high>{_NUM}))?"
        rf"(?:(?P<mult>{_MULT})(?P<p2>[余多])?(?P<unit>{unit})|(?P<bareunit>{unit})|(?P<baremult>{_MULT}))?"
        r"(?P<p3>[余多](?=[，。；、]|$))?"
    )
    kinds = {
        "ratio": rf"(?P<left>{_NUM})\s*[:：∶︰比]\s*(?P<right>1|100)(?![\d.%])",
        "rank": rf"第(?P<rank_n>\d+|{_CN}{{1,3}})(?=[，。；、）)和]|$)",
        "place": rf"第(?P<place_n>\d+|{_CN}{{1,3}})[位名](?!列)",
        "top": rf"前(?P<top_n>\d+|{_CN}{{1,4}})(?:[位名强]|{_END})",
        "first": f"首位{_END}",
        "best": rf"{pools}[^，。；、\d\uE000]{{0,6}}?(?P<best_n>第一){_END}",
        "turn": rf"第(?P<turn_n>\d+|{_CN}+)(?P<turn_unit>次|年)(?={_AWARDED})",
        "streak": rf"“?(?P<streak_n>\d++|{_CN}++)(?P<streak_unit>连[冠增升优丰胜])”?",
        "years": rf"(?<=连续)(?P<years_n>\d+|{_CN}{{1,3}})(?P<years_unit>年|个月|个季度|次|届)",
        **parts.PARTS,
        "arabic": arabic,
        "club": (
            rf"(?P<club_n>{_CN}?|\d*)(?P<club_mult>[万千百]亿)"
            r"(?:元?级?(?=城市|俱乐部|行列|方阵|梯队)|(?=台阶|大关))"
        ),
        "many": (
            rf"(?P<many_n>{_CN}*)(?P<many_p>[余多])?(?P<many_mult>万亿|亿|万)(?P<many_p2>[余多])?"
            rf"(?P<many_unit>{unit})"
        ),
        "amount": (
            rf"(?P<amount_n>{_CN}+)(?P<amount_p>[余多])?"
            r"(?P<amount_unit>倍|个百分点|元|亩|公里|公顷)"
        ),
        "few": (
            r"(?P<few_n>[一二两三四五六七八九十百千零]{1,7})(?P<few_p>[余多])?"
            r"(?P<few_unit>位|名|家|项|座|所|个|条|场|艘|处|次|件)"
        ),
        "round": (
            rf"(?P<round_n>万亿|[百千]?[万亿]|[百千])(?P<round_unit>{unit})?"
            r"(?=以上|大关|[，。；、）]|$)"
        ),
    }
    groups = {name: f"(?P<{name}>{pattern})" for name, pattern in kinds.items()}
    firsts = "".join(sorted({pool[0] for pool in phrasing().pools}))
    # each tried only at what can start it; no kind that starts with 第 or so starts otherwise
    best, ordinal = groups.pop("best"), "|".join(groups.pop(name) for name in _ORDINAL)
    by_start = {
        "第前首翻": ordinal,
        "过半一": groups.pop("half"),
        r"\d一二三四五六七八九十百千两万亿\-−“": "|".join(groups.values()),
    }
    if with_best:
        by_start[firsts] = best
    started = "|".join(f"(?=[{chars}])(?:{pattern})" for chars, pattern in by_start.items())
    return re.compile(f"(?=[{''.join(by_start)}])(?:{started})")


_ORDINAL = ("rank", "place", "top", "first", "turn", "double")
_ASIDE = "\ue000{3,4}(?=左右|以上|以内)"  # a second unit in brackets: 头（只）左右
_OF_GOAL = "的(?:预期|控制|年度)?目标(?=以内|之内|左右)"  # 控制在5.5%的预期目标以内
_CLUB = re.compile(r"跻身|迈入|进入|跨入|跨上|站上|迈上|步入|晋级")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(f"(?:{_ASIDE}|{_OF_GOAL})?(?P<word>{any_of(phrasing().after)})")


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


def _rank(match: re.Match[str]) -> Figure | None:
    kind = match.lastgroup or ""
    if kind == "place" and _GAP.match(match.string, match.end()):
        return None  # 与第二位的差距
    if kind != "place":
        before = match.string[max(0, match.start() - 30) : match.start()]
        clause = _STOP.split(before)[-1]
        if not _RANKED.search(clause) or clause.endswith(("摆在", "放在")):
            return None
    span = Span(*match.span())
    value = 1 if kind == "first" else _number(match[f"{kind}_n"])
    comparator = "le" if kind == "top" else ""
    return Figure(span, span.end, value, "位", "rank", 1, "rank", comparator=comparator)


def _best(match: re.Match[str]) -> Figure:
    span = Span(match.start("best_n"), match.end())
    return Figure(span, span.end, 1, "位", "rank", 1, "rank")


def _ratio(match: re.Match[str]) -> Figure:
    span = Span(*match.span())
    value = arabic_number(match["left"]) / arabic_number(match["right"])
    return Figure(span, span.end, value, "", "ratio", 1, "ratio")


_SPANS_OF_TIME = {"年": "year", "个月": "month", "个季度": "quarter"}


def _turns(match: re.Match[str]) -> Figure:
    """Read a turn (第3次获), a run (三连冠) or a stretch of years (连续5年)."""
    kind = match.lastgroup or ""
    span, unit = Span(*match.span()), match[f"{kind}_unit"]
    norm = _SPANS_OF_TIME.get(unit, "count")
    return Figure(
        span,
        span.end,
        _number(match[f"{kind}_n"]),
        unit,
        norm,
        1,
        "count",
        written_zh=kind == "turn",
    )


def _club(match: re.Match[str]) -> Figure | None:
    span = Span(*match.span())
    if not _CLUB.search(match.string, max(0, span.start - 14), span.start):
        return None
    word = match["club_mult"]
    return Figure(
        span,
        span.end,
        _number(match["club_n"] or "一"),
        word + "元",
        "CNY",
        multiplier(word),
        "level",
        comparator="gt",
        written_zh=True,
    )


def _quantity(
    span: Span, value: float, word: str, unit: str, high: float | None, more: str | None, zh: bool
) -> Figure:
    """Return number + multiplier `word` + unit."""
    if unit:
        norm, factor, measure = _unit(unit)
    else:
        norm, factor, measure = ("count", 1.0, "count") if word else ("", 1.0, "level")
    if high is not None and high <= value:
        high = None
    return Figure(
        span,
        span.end,
        value,
        word + unit,
        norm,
        factor * multiplier(word) if word else factor,
        measure,
        high,
        "range" if high is not None else "gt" if more else "",
        norm == "per_mille",
        "",
        bool(unit),
        zh,
    )


_ARABIC = ("sign", "num", "p1", "high", "mult", "p2", "unit", "bareunit", "baremult", "p3")


def _arabic(match: re.Match[str]) -> Figure:
    sign, num, p1, high, mult, p2, unit, bareunit, baremult, p3 = match.group(*_ARABIC)
    return _quantity(
        Span(*match.span()),
        arabic_number(num) * (-1 if sign else 1),
        mult or baremult or "",
        unit or bareunit or "",
        arabic_number(high) if high else None,
        p1 or p2 or p3,
        False,
    )


def _many(match: re.Match[str]) -> Figure | None:
    """Read 三千万元, unless it is part of a name: 万亩千亿."""
    numeral = match["many_n"]
    if not (numeral and numeral.strip("十百千")) and not _REACHES.search(_before(match)):
        return None
    value = han_number(numeral) if numeral else 1
    more = match["many_p"] or match["many_p2"]
    word, unit = match["many_mult"], match["many_unit"]
    return _quantity(Span(*match.span()), value, word, unit, None, more, True)


def _round(match: re.Match[str]) -> Figure | None:
    """Read a round number that something reaches: 常住人口突破千万, 亩产突破千斤."""
    if not _PASSES.search(_before(match)):
        return None
    numeral, unit = match["round_n"], match["round_unit"] or ""
    digit = numeral[0] in "百千"
    word = numeral[1:] if digit else numeral
    value = han_number(numeral) // multiplier(word or "")
    figure = _quantity(Span(*match.span()), value, word, unit, None, None, True)
    if unit:
        return figure
    if "亿" in word:  # nothing else is counted in hundreds of millions: 总产值突破万亿
        return figure._replace(unit_norm="CNY", measure="level")
    return figure._replace(unit_norm="count", measure="count")


def _amount(match: re.Match[str]) -> Figure | None:
    unit = match["amount_unit"]
    if unit not in ("倍", "个百分点") and not _REACHES.search(_before(match)):
        end = match.end()
        if "\u4e00" <= match.string[end : end + 1] <= "\u9fff":
            return None
    value = han_number(match["amount_n"])
    return _quantity(Span(*match.span()), value, "", unit, None, match["amount_p"], True)


def _few(match: re.Match[str]) -> Figure | None:
    """Read 三家 where something acts on it; a name is none: 五个一."""
    numeral, unit, end = match["few_n"], match["few_unit"], match.end()
    if _NAMED.match(match.string, end) or not numeral.strip("十百千"):
        return None
    before = _before(match)
    if before.endswith(("第", "前", "十", "百", "千")) or numeral in ("一", "零"):
        return None
    exact = bool(_EXACT.fullmatch(numeral)) or (match["few_p"] and _HUNDREDS.fullmatch(numeral))
    if unit not in ("位", "名") and not exact and not _acts().search(before):
        return None
    value = han_number(numeral)
    return _quantity(Span(*match.span()), value, "", unit, None, match["few_p"], True)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 6) : match.start()]


_READERS: dict[str, Callable[[re.Match[str]], Figure | None]] = {
    "ratio": _ratio,
    "rank": _rank,
    "place": _rank,
    "top": _rank,
    "first": _rank,
    "best": _best,
    "turn": _turns,
    "streak": _turns,
    "years": _turns,
    "double": parts.double,
    "percent": parts.percent,
    "fraction": parts.fraction,
    "quotient": parts.quotient,
    "days": parts.days,
    "tenth": parts.tenth,
    "half": parts.half,
    "arabic": _arabic,
    "club": _club,
    "round": _round,
    "many": _many,
    "amount": _amount,
    "few": _few,
}
_REACHES = re.compile(
    r"(?:突破|超过?|达到?|接?近|将近|逾|跨过?|上|破|过|至|到|为|约|千亿|增加|投资)$"
)
_GAP = re.compile("的?(?:差距|距离)")
_PASSES = re.compile(r"(?:突破|超过?|达到?|首超|逾|跨过?|破|(?<!通)过|超越)$")
# numerals that count, whatever stands before them: 一百二十六, 四百余
_EXACT = re.compile(r"[一二三四五六七八九]百零?[一二三四五六七八九](?:十[一二三四五六七八九]?)?")
_HUNDREDS = re.compile(r"[一二两三四五六七八九][百千]")
_RANKED = re.compile(
    r"居|列|排|跻身|升至|保持|稳定在|进入|挺进|蝉联|全国|全省|全市|全球|世界|国内|省内|和第\d+$|跃"
)
_NAMED = re.compile(r"[“‘一大体化方层维级\ue000]")


_STOP = re.compile("[，。；]")


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(any_of(phrasing().actions) + "$")


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a paragraph whose masks are blanked, in order."""
    after, comparators = _after(), phrasing().after
    for match in _grammar("第一" in text).finditer(text):
        figure = _READERS[match.lastgroup or ""](match)
        if figure is None:
            continue
        behind = after.match(text, figure.end)
        if behind:
            comparator, word = figure.comparator, behind["word"]
            if not comparator and not (word == "内" and figure.measure == "count"):
                comparator = comparators[word]
            figure = figure._replace(end=behind.end(), comparator=comparator)
        yield figure
