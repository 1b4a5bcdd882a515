"""Of what: names of indicators, coordinated names taken apart, the vocabulary asked."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from build_site.extract.memo import remembered
from build_site.extract.words import any_of
from build_site.vocab.indicators import Indicator, indicator_names
from build_site.vocab.phrasing import phrasing


class Subject(NamedTuple):
    """An indicator as written, with its id when the vocabulary knows it."""

    name: str
    indicator_id: str
    start: int  # offset in the paragraph where its words begin
    action: str = ""
    scope: str = ""
    certain: bool = True
    passing: bool = False  # not what a later clause without a subject speaks of
    base: str = ""  # what a relational noun was added to: 项目 of 项目开工率


_LONGEST = 48  # characters: no name is longer; keeps the time linear in the text
_AND = re.compile(r"以及|[、和与及并]|(?<=”)(?=“)")
# heads that coordinated names may share: 高新技术产业、装备制造业增加值
_HEADS = (
    "居民人均可支配收入|人均可支配收入|增加值|总产值|产值|投资|贷款余额|存款余额|余额|贷款|总额|收入|"
    "保险参保人数|保险参保率|参保人数|交易额|销售额|吞吐量|整体通关时间|通关时间|税收|利润总额|利润|面积|占比|比重|浓度|参保率|覆盖率|"
    "排放总量|排放量|建设进度|进度|开工率|完成率|达标率|失业率|优良率|标准|数量|人数|指数|率"
)
_PRODUCT = re.compile("(?:国内|地区)?生产总值(?:（GDP）)?")
_RESEARCH = re.compile("(?:全社会)?(?:R&D|研究与试验发展|研究与开发|研发)")
_RESEARCH_SHARE = re.compile(
    "研发(?:经费)?(?:支出|投入)?(?:强度)?(?:占|相当于|与|和)GDP(?:比重|比例|之比|比值|比率|比)?"
)
_HEAD_END = re.compile(rf"(?:{_HEADS})$")
_WRITTEN_SHORT = re.compile("进、出口")
_ABBREVIATED = re.compile(r"（[A-Za-z0-9.&]+）$")
_THREE = re.compile("第?一、?第?二、?第?三次?产业?(增加值)?$")  # 第一、二、三产业增加值
_WHOLE = re.compile(rf"(?:{_HEADS}|[数额量率值比积])$")


_CLOSING = ("总量", "总数", "数量", "个数", "户数", "家数")  # of the same thing
_EDGES = "、，：:；。 "
# what a name must hold for any change below but the stripping to apply
_VARIED = re.compile(r"的|规模以上|全市|生产总值|R&D|研究与|研发|\(|\)")


def _plain(name: str) -> str:
    """Return a name without differences that do not matter: 规模以上 and 规上, 的, brackets."""
    if not _VARIED.search(name):
        return name.strip(_EDGES)
    name = name.replace("规模以上", "规上").replace("的", "").replace("全市", "")
    name = _RESEARCH.sub("研发", _PRODUCT.sub("GDP", name))
    name = _RESEARCH_SHARE.sub("研发投入占GDP比重", name)
    return name.replace("(", "（").replace(")", "）").strip(_EDGES)


@cache
def _index() -> dict[str, Indicator]:
    return {_plain(name): indicator for name, indicator in indicator_names().items()}


# last characters of what `_plain` rewrites at the end of a name or drops there
_REWRITTEN = frozenset("的市上值)）D展发重例比率P")


@cache
def _endings() -> frozenset[str]:
    """Return the last two characters of all names, and of those `indicator_id` reads as well."""
    return frozenset({name[-2:] for name in _index()} | set(_CLOSING))


def ends_like_a_name(words: str) -> bool:
    """Say whether some words, or what they end, may be a known name; no others have an id.

    Cheap, for the many words that are asked for: their last two characters are
    those of a name, or `_plain` may rewrite them. Of fewer than two nothing is said.
    """
    last = words.rstrip(_EDGES)[-2:]
    return last in _endings() or len(last) < 2 or not _REWRITTEN.isdisjoint(last)


@cache
def _prefix() -> re.Pattern[str]:
    words = phrasing()
    return re.compile(f"{any_of(words.scopes | words.leading)}+")


@remembered
def exactly(name: str) -> str:
    """Return the id of an indicator whose name or alias this is; empty for any other words."""
    if not ends_like_a_name(name):
        return ""
    found = _index().get(_plain(name))
    return found.indicator_id if found else ""


def known_end(words: str) -> str:
    """Return the longest known name that ends some words: 平台规上工业总营收 → 规上工业总营收."""
    if ends_like_a_name(words):
        for k in range(max(1, len(words) - _LONGEST), len(words) - 2):
            if exactly(words[k:]):
                return words[k:]
    return ""


def known_start(words: str) -> str:
    """Return the longest known name that opens some words: 地区生产总值再上新台阶."""
    for k in range(min(len(words), 24), 2, -1):
        if exactly(words[:k]):
            return words[:k]
    return ""


def known_with_head(words: str, head: str) -> str:
    """Return the known name made of a stretch of some words and a head.

    推动服务业创新融合发展，增加值 → 服务业增加值.
    """
    best = ""
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + 12) + 1):
            if end - start > len(best) and exactly(words[start:end] + head):
                best = words[start:end]
    return best + head if best else ""


@remembered
def indicator_id(name: str) -> str:
    """Return the id of an indicator by one of its names; empty when it is not known.

    Only scopes, hedges, 的 and a closing 总量 or 总数 may be dropped to find it:
    数字经济核心产业制造业增加值 is not 制造业增加值.
    """
    if not ends_like_a_name(name):
        return ""
    plain = _plain(name)
    found = _index().get(plain)
    if found is None and plain.endswith(_CLOSING):
        found = _index().get(plain[:-2])  # the same thing: 地区生产总值总量
    if found is None:
        opening = _prefix().match(plain)
        found = _index().get(plain[opening.end() :]) if opening else None
    if found is None and plain.endswith("）"):
        found = _index().get(_ABBREVIATED.sub("", plain))  # 空气质量优良率（AQI）
    return found.indicator_id if found else ""


def _shared(parts: list[str]) -> list[str]:
    """Give coordinated parts the head or the opening that they share."""
    last = parts[-1]
    whole: list[str] = []
    same = {p[-1] for p in parts[:-1]}
    cut = last.find(same.pop()) + 1 if len(same) == 1 and len(parts) > 2 else 0
    if 1 < cut < len(last) and not any(indicator_id(p) or _WHOLE.search(p) for p in parts[:-1]):
        return [*(p + last[cut:] for p in parts[:-1]), last]  # 批发业、零售业、餐饮业销售额
    alike = len(parts) > 2 and len({len(p) for p in parts[:-1]}) == 1
    nameable, end = ends_like_a_name(last), last.rstrip(_EDGES)[-1:]
    head = _HEAD_END.search(last)
    for part in parts[:-1]:
        beside = last[: len(part)]
        if exactly(part) and exactly(beside) and not indicator_id(last):
            whole.append(part + last[len(part) :])  # 进口、出口货物整体通关时间
            continue
        if indicator_id(part):
            whole.append(part)
            continue
        tried = min(len(last), _LONGEST) if nameable or ends_like_a_name(part + end) else 0
        tails = (last[k:] for k in range(1, tried))
        known = next((part + tail for tail in tails if indicator_id(part + tail)), "")
        if known:
            whole.append(known)
        elif len(part) in (2, 3) and len(last) >= len(part) + 2 and (alike or not head):
            whole.append(part + last[len(part) :])  # 杭州、宁波跨境电商交易额: names of one length
        elif head and not _WHOLE.search(part):
            twice = 2 if part.endswith(head.group()[:2]) else 0  # 医疗保险、养老保险参保率
            whole.append(part + head.group()[twice:])
        else:
            whole.append(part)
    if nameable and not indicator_id(last):
        first = parts[0]
        openings = (first[:k] for k in range(min(len(first) - 1, _LONGEST), 1, -1))
        last = next((o + last for o in openings if indicator_id(o + last)), last)
    return [*whole, last]


def _halves(name: str) -> list[str]:
    """Return 城镇… and 农村… for a name with 城乡; itself alone otherwise."""
    if name.startswith("城乡") and "居民" in name and not name.endswith(("比", "差", "值")):
        return [name.replace("城乡", "城镇", 1), name.replace("城乡", "农村", 1)]
    if "存贷款" in name:
        return [name.replace("存贷款", "存款"), name.replace("存贷款", "贷款")]
    return [name]


def coordinated(core: str, count: int) -> list[str]:
    """Return the `count` names that a coordinated phrase holds, or the phrase alone.

    城镇、农村居民人均可支配收入 with two values is two names; 城乡居民收入 with two values too.
    """
    core = _THREE.sub(r"第一产业\1、第二产业\1、第三产业\1", core)
    core = _WRITTEN_SHORT.sub("进口、出口", core)
    parts = [p for p in _AND.split(core) if p]
    if len(parts) == count and count > 1:
        return _shared(parts)
    if len(parts) + 1 == count:
        split = [half for part in parts for half in _halves(part)]
        if len(split) == count:
            return split
    if len(parts) > count > 1:
        # 和 inside a name: 能源和环境: try the stronger mark alone
        strong = [p for p in core.split("、") if p]
        if len(strong) == count:
            return _shared(strong)
    return [core]


def whole_names(names: list[str]) -> bool:
    """Say whether each of some coordinated names is whole as written: all end with one head.

    全口径财政收入 and 地方级财政收入, not 软件 and 信息技术服务业收入.
    """
    heads = {head.group() if (head := _HEAD_END.search(name)) else "" for name in names}
    return len(heads) == 1 and all(heads) and all(len(n) > len(min(heads)) + 1 for n in names)


def listed(core: str) -> list[str]:
    """Return the names of a list that share one value or one verb; the phrase alone if unsure."""
    if indicator_id(core):
        return [core]
    core = _WRITTEN_SHORT.sub("进口、出口", core)
    parts = [p for p in _AND.split(core) if p]
    if len(parts) < 2:
        return [core]
    whole = _shared(parts)
    known = sum(bool(indicator_id(p)) for p in whole)
    return whole if whole_names(parts) or known >= (len(whole) + 1) // 2 else [core]
