"""Claims without a number: in step with growth, stable, up, down, as assigned, done."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from build_site.extract.subjects import indicator_id, listed
from build_site.extract.words import any_of
from build_site.vocab.phrasing import phrasing


class Claim(NamedTuple):
    """One claim of a clause; `name` as written, offsets in the clause."""

    name: str
    indicator_id: str
    start: int
    end: int
    comparator: str
    measure: str
    compared_with: str = ""
    qualifier: str = ""
    value: float | None = None
    unit: str = ""


_GRP_GROWTH = "地区生产总值增速"
_MEASURABLE = re.compile(
    r"(?:率|比|差|差距|收入|投资|增加值|效率|份额|占比|比重|指数|强度|浓度|总量|总额|能耗|产值|支出|排放|价格|出口|(?<![力质能])量|生产能力)$"
)
_AMOUNT = re.compile(r"(?:率|比|收入|投资|增加值|产值|额|排放|排放量|需氧量|浓度|能耗|水耗)$")
_PART = re.compile(r"占[^、和与]+(?:份额|比重)$")  # shared by the names of a list
_GROWTH_END = re.compile(r"(?:增长|增速|增幅|涨幅|降幅|下降|降低率?)(?=$|[、和与])")
_RATIO = re.compile(r"(?:收入比|倍差|收入差距)$")
_SHARE = re.compile(r"(?:份额|占比|比重)$")
_HOW = (
    r"(?P<how>平稳|较快|适度|进一步|持续|稳步|不断|继续|逐步|逐年|明显|大幅|显著|稳中有|稳定|总体|基本|有所"
    r"|保持|均|合理)*"
)
_SYNC = re.compile(
    r"^(?P<name>.+?)(?:的)?(?:增长|增速|增幅)?(?:均|都)?(?:保持)?(?:与|同|和)(?P<with>[^，]*?(?:经济|生产总值|GDP|收入)[^，]*?)(?:增长|增速|发展)?"
    r"(?:保持)?(?P<q>基本|大体)?(?:保持|相)?(?:同步|一致|协调|适应|匹配)(?:增长)?$"
)
_FASTER = re.compile(
    r"^(?P<name>.*?)(?P<grow>增长|增速|增幅)?(?:均|都|普遍|总体|适度|明显|略|继续|要|保持|力争)*(?P<than>快于|高于|超过|跑赢|领先于|领先|好于|优于|不低于|低于|慢于|达到)"
    r"(?P<with>[^，\d]*?(?:经济增长|平均水平|平均|平均增速|生产总值|GDP|增速|增幅|经济|面上|全省|全国|全市|上年)[^，\d]*)$"
)
_STABLE = re.compile(
    rf"^(?P<name>.+?){_HOW}(?:保持)?(?P<q>基本|总体)?(?:稳定|平稳|不变|稳中提质|促稳提质|稳量提质|保稳提质)(?:在合理区间)?$|^(?:稳定|保持|稳住)(?P<name2>.+?(?:份额|占比|比重))(?P<still>(?:基本)?稳定)?$"
)
_RISES = ("提高", "提升", "增长", "上升", "扩大", "增加", "改善", "优化", "攀升")
_FALLS = ("下降", "缩小", "降低", "减少", "收窄", "回落")
_UP = re.compile(rf"^(?P<name>.+?){_HOW}(?:{'|'.join(_RISES)})$")
_DOWN = re.compile(rf"^(?P<name>.+?){_HOW}(?:{'|'.join(_FALLS)})$")
_ASSIGNED = re.compile(
    r"^(?:全面|圆满|超额|确保|力争)*(?:完成|实现)(?P<with3>(?:国家|省|上级|自治区|市|州)(?:政府)?(?:下达|确定|规定)的)"
    r"(?P<name3>[^，]{3,14}?)(?:约束性)?(?:目标|任务|指标)+$"
    r"|^(?P<name>.*?)(?:全面|全部|圆满|超额|均|确保|力争|高质量|都)*(?:完成|达到|实现|控制在)(?P<with>(?:国家|省|自治区|上级|中央|国|市|州|省级|省里|省政府|约束性)[^，]{0,8}?"
    r"(?:任务|目标|指标|要求|计划目标|控制目标|范围)(?:任务|指标|范围|数|以内|之内|内)*)$"
    r"|^(?:全面|圆满|超额|确保|力争)*(?:完成|实现)(?P<name2>(?:节能|能耗|能源|减排|降碳|环境|碳)[^，]{0,12}?)(?:目标)?(?P<with2>(?:目标)?任务|目标)$"
)
_MARKED = (
    *("民生实事", "为民办实事", "任务", "目标", "指标", "要求", "同步", "一致", "快于", "高于"),
    *("相协调", "相适应", "相匹配"),
    *("超过", "跑赢", "领先", "好于", "优于", "低于", "慢于", "稳定", "平稳", "不变", "提质"),
    *("份额", "占比", "比重", "全覆盖"),
)
_TRENDS = (*_RISES, *_FALLS)
# a flat list of words is searched for much faster than groups of them
_WORDS = re.compile("|".join((*_MARKED, *(word + "[^\u4e00-\u9fff]*$" for word in _TRENDS))))
_WORDS_ANYWHERE = re.compile("|".join((*_MARKED, *_TRENDS)))
# words without which the patterns above, slow where they match nothing, need not be tried
_OF_SYNC = re.compile("同步|一致|相?协调$|相适应$|相匹配$")
_OF_ASSIGNED = re.compile("任务|目标|指标|要求|范围")
_OF_FASTER = re.compile("快于|高于|超过|跑赢|领先|好于|优于|低于|慢于")
_OF_STABLE = re.compile("稳|不变|保持")
_ADVERB = re.compile(r"(?:高标准|高质量|高水平|全面|按期|如期|提前|超额)+")
_LIVELIHOOD = re.compile(
    r"(?:(?P<n>[一二三四五六七八九十\d]+)(?P<unit>方面|大类|类|件|项|个|大))?(?P<name>民生实事(?:项目)?|为民办实事(?:项目)?)[^，]{0,6}?"
    r"(?:全面|全部|圆满|高质量|高标准|如期|顺利|按期|已|均|超额|基本|任务|100%)*(?:完成|办结|落地|兑现|落实到位)$"
)
_COVERED = re.compile(r"^(?P<name>.{2,24}?)(?:基本|率先)?(?:实现)?(?P<cover>.{0,12}?全覆盖)$")


@cache
def _strip() -> re.Pattern[str]:
    words = phrasing()
    return re.compile(
        rf"^(?:[\s，、；：。（]|{any_of(words.leading | words.own_scopes)}(?!率|额|比))+"
    )


def _measure(name: str, default: str) -> str:
    if _RATIO.search(name):
        return "ratio"
    if _SHARE.search(name):
        return "share"
    return default


def _names(name: str, strict: bool) -> list[str]:
    """Return the indicators that a phrase names; nothing when it names none."""
    name = _GROWTH_END.sub("", name)
    if indicator_id(name):
        return [name]
    part = _PART.search(name)
    names = listed(name)
    if len(names) == 1 and not strict:
        parts = [p for p in re.split("[、和]", name) if p]
        if len(parts) > 1 and all(_AMOUNT.search(p) for p in parts):
            names = parts
    if len(names) > 1:
        return [n if "占" in n or not part else n + part.group() for n in names]
    if strict:
        parts = [p for p in re.split("[、和]", name) if p]
        if len(parts) > 1 and sum(bool(_MEASURABLE.search(p)) for p in parts) == len(parts):
            return parts
        return [name] if _MEASURABLE.search(name) and len(name) <= 18 else []
    return [name]


def _reference(words: str) -> str:
    plain = words.removesuffix("增长").removesuffix("增速").removesuffix("的")
    return _GRP_GROWTH if plain in ("经济", "地区生产总值", "生产总值", "GDP") else words


def _made(
    names: list[str],
    at: tuple[int, int],
    comparator: str,
    measure: str,
    ref: str = "",
    how: str = "",
) -> list[Claim]:
    return [
        Claim(n, indicator_id(n), *at, comparator, _measure(n, measure), ref, how) for n in names
    ]


def livelihood_done(clause: str) -> bool:
    """Say whether a clause reports the livelihood projects of the year as done."""
    if "民生实事" not in clause and "为民办实事" not in clause:
        return False
    return bool(_LIVELIHOOD.search(clause.rstrip("，、；：。 ")))


def may_hold_claims(text: str, start: int, end: int) -> bool:
    """Say whether any clause of a stretch of text can hold a claim; cheap, and True too often."""
    return _WORDS_ANYWHERE.search(text, start, end) is not None


def may_claim(clause: str) -> bool:
    """Say whether a clause holds the words of a claim, without which `claims` finds none."""
    return _WORDS.search(clause) is not None


def claims(clause: str, target: bool) -> list[Claim]:
    """Return the claims of a clause that holds no figure and of which `may_claim` is true.

    `target`: the clause sets targets.
    """
    lead = _strip().match(clause)
    start = lead.end() if lead else 0
    text = clause[start:].rstrip("，、；：。 ”）")
    at = (start, start + len(text))
    if len(text) > 60 or len(text) < 4:
        return []
    done = _LIVELIHOOD.search(text) if "实事" in text else None
    if done:
        counted = done["unit"] in ("件", "项", "个") and (done["n"] or "").isdigit()
        value = float(done["n"]) if counted else None
        name = done["name"]
        first = start + done.start()
        return [
            Claim(
                name,
                indicator_id(name),
                first if not lead else start,
                at[1],
                "complete",
                "count",
                qualifier=f"{done['n']}{done['unit']}" if done["n"] else "",
                value=value,
                unit=done["unit"] if counted else "",
            )
        ]
    whole = clause[: at[1]].strip("，、；：。 ”）")
    assigned = None
    if _OF_ASSIGNED.search(whole):
        assigned = _ASSIGNED.match(text) or _ASSIGNED.match(whole)
    if assigned:
        name = assigned["name"] or assigned["name2"] or assigned["name3"] or ""
        if len(name) >= 3 and not _ADVERB.fullmatch(name):
            ref = assigned["with"] or (assigned["with3"] or "").removesuffix("的")
            behind = assigned["name2"] or assigned["name3"]
            at = (clause.find(whole[0]), at[1]) if behind else at
            return _made(_names(name, strict=False), at, "meet_assigned", "level", ref)
        return []
    sync = _SYNC.match(text) if _OF_SYNC.search(text) else None
    if sync:
        ref = _reference(sync["with"])
        return [
            Claim(n, indicator_id(n), *at, "sync", "growth_rate", ref, sync["q"] or "")
            for n in _names(sync["name"], strict=False)
        ]
    faster = _FASTER.match(text) if _OF_FASTER.search(text) else None
    if faster and faster["than"] != "达到":
        growth = faster["grow"] or re.search("增|经济增长|面上", faster["with"])
        name = faster["name"]
        slower = faster["than"] in ("低于", "慢于")
        comparator = "lt" if slower else "ge" if faster["than"] == "不低于" else ""
        comparator = comparator or ("faster_than" if growth else "gt")
        measure = "growth_rate" if growth else _measure(name, "level")
        if name and not (_MEASURABLE.search(name) or indicator_id(name) or growth):
            return []
        names = _names(name, strict=False) if name else [""]
        ref = _reference(faster["with"])
        return [Claim(n, indicator_id(n), *at, comparator, measure, ref) for n in names]
    return _trend(text, at, target)


def _covered(text: str) -> str:
    return re.sub(r"(?:基本|率先|全面)?(?:实现)?$", "", text.removesuffix("全覆盖"))


def _trend(text: str, at: tuple[int, int], target: bool) -> list[Claim]:
    """Return claims of stability, rise and fall; only of what can be measured."""
    stable = _STABLE.match(text) if _OF_STABLE.search(text) else None
    if stable:
        names = _names(stable["name"] or stable["name2"], strict=True)
        return _made(names, at, "stable", "level", how=stable["q"] or "")
    for ends, pattern, comparator in ((_RISES, _UP, "increase"), (_FALLS, _DOWN, "decrease")):
        match = pattern.match(text) if text.endswith(ends) else None
        if match:
            name = match["name"]
            names = _names(name, strict=True)
            if not target and not any(indicator_id(n) for n in names):
                return []
            return _made(names, at, comparator, "level", how=match["how"] or "")
    covered = text.endswith("全覆盖") and len(text) <= 24 and _COVERED.match(text)
    if covered:
        return _made([_covered(text)], at, "complete", "share")
    return []
