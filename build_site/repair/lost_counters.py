"""Counters that a flattened table lost behind its numbers, and the stop lost with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN
from build_site.repair.lost_numbers import CERTAIN, LIKELY
from build_site.repair.quote_terms import POLICIES, bare_terms
from build_site.repair.words import likelihood
from build_site.vocab.flattening import flattening
from build_site.vocab.pair_places import pair_places

_NUMBER = re.compile(
    rf"(?<![0-9.．+\-—/%％A-Za-z第“‘《〔\[#])[1-9][0-9]*"
    rf"(?P<next>[{HAN}“]|[，。；、]|（(?=牵头|联系|责任)|$)",
    re.MULTILINE,
)
_LINES = ("12345", "12315", "12388", "96345")  # telephone numbers, never a count
_SHORT_LINES = ("110", "119", "120")
_LINE = re.compile("热线|电话|报警|指挥|急救|接警|联动|[、“”]")
_OWNERS = re.compile("（?(?:责任|牵头|联系)")
_OWNED = re.compile("[（，。；、]|(?:责任|牵头|联系)")
_CODE = re.compile(rf"(?<=[“])[0-9]+(?P<next>[，。；、]|[{HAN}]{{2}})")
_PROGRAMME = re.compile(rf"[{HAN}]{{0,12}}(?:工程|计划|行动|战略|体系|目标|大会战)")
_GRADE = re.compile(r"(?<![0-9.])[1-9][0-9]{2,}(?=[A-E]级)")
_ROUGHLY = re.compile("(?:以上|左右|以内)(?=[，。；、])")
_STARTS = re.compile(f"(?!以上|以下|以内|左右)[{HAN}]")
_POINTS = re.compile(r"[0-9](?=百分点)")
_QUARTER = re.compile(rf"(?<=[{HAN}])(?:[5-9]|[1-9][0-9])(?=季度)")
_CLASS = re.compile(
    rf"(?<=[{HAN}])(?=类(?:及以上|以上)?(?:优质)?(?:水质|水体|标准))(?<![ⅠⅡⅢⅣⅤ一二三四五各两劣种同分])"
)
_NUMBERED = re.compile(
    "(?:第|前|附件|热线|号|截至|年|月|至|表|图|步骤|编号|邮编|电话|人民政府|版)$"
)
_INDEX = re.compile("(?:为|达|到|指数|得分|评分|总分|均分)$")
_STOPS = ("", "，", "。", "；", "、", "“", "（")
_NO_COUNTERS = "万亿年月日余多以至和的到岁"
_ABOUT = "余多几来万亿年月日号时分秒点级岁星期后至到或和与比的"
_VERBS = ("新增", "完成", "达到", "建成", "实现", "建设", "培育", "创建")
_QUOTES = str.maketrans("", "", "“”")
_UNROUND = re.compile("[0-9]{2,}[1-9]")
_YEARS = re.compile(r"(?:19[5-9]|20[0-4])[0-9]$")
_WORD = 3.0  # nats: so much likelier is a word that begins with a counter than the counter
_AHEAD = 7  # code points behind a number that tell whether a counter begins it
_OPENS = 0.5  # nats: the words behind a number rather begin a clause than belong to it
_SURELY_COUNTED = 1.3  # nats: three sightings to none
_COUNTED = -0.7  # nats: the words before it are rather counted than count


@cache
def _counters() -> re.Pattern[str]:
    return re.compile(
        "|".join(map(re.escape, sorted(flattening().counters, key=lambda c: -len(c))))
    )


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, flattening().clause_starts)))


def counters(text: str) -> Iterator[Lacuna]:
    """Yield the counters missing behind whole numbers, with what the capture writes elsewhere."""
    seen = _usage(text)
    for found in _NUMBER.finditer(text):
        at = found.start("next")
        if not _is_bare(text, found, at):
            continue
        if _is_code(text, found.start(), at):
            yield Lacuna(found.start(), "quote_mark", "“", LIKELY, "the number of a programme")
            yield Lacuna(at, "quote_mark", "”", LIKELY, "the number of a programme")
            continue
        yield from _counter(text, found.start(), at, seen)
    for found in _CODE.finditer(text):
        at = found.start("next")
        whole = re.match("[^“”\n]{0,60}”", text[at:])
        if not whole and (found["next"][:1] in "，。；、" or found["next"] in POLICIES):
            note = "a number of policies without its counter"
            yield Lacuna(at, "counter", "条", CERTAIN, note)
            yield Lacuna(at, "quote_mark", "”", CERTAIN, "the quotation has no end")
    for found in _POINTS.finditer(text):
        yield Lacuna(found.end(), "counter", "个", CERTAIN, "percentage points are counted")
    for found in _GRADE.finditer(text):
        yield Lacuna(found.end(), "counter", "家", CERTAIN, "a number before a grade")
    for found in _QUARTER.finditer(text):
        yield Lacuna(found.end(), "counter", "个", CERTAIN, "there is no such quarter")
        yield Lacuna(found.end(), "stop", "，", CERTAIN, "there is no such quarter")
    for found in _CLASS.finditer(text):
        yield Lacuna(found.start(), "digit", "Ⅲ", CERTAIN, "a class of water without its numeral")


def _is_bare(text: str, found: re.Match[str], at: int) -> bool:
    """Return whether a whole number stands where a counter must follow and none does."""
    number, following = text[found.start() : at], found["next"]
    if number in _LINES or (number in _SHORT_LINES and _LINE.match(text, at)):
        return False
    if _YEARS.match(number) and following not in ("，", "。", "；"):
        return False
    low = max(0, found.start() - 40)
    before = text[max(low, text.rfind("\n", low, found.start()) + 1) : found.start()].rstrip()
    if not before or _NUMBERED.search(before):
        return False
    clause = bool(_clauses().match(text, at))
    if not re.search(rf"[{HAN}）”]$", before):
        return before[-1] in "，；。、" and (
            clause or (following not in _STOPS and not _allowed(text, at))
        )
    if clause or following in ("“", "（"):
        return True
    if following in ("，", "。", "；"):
        return not _YEARS.match(number) and not _INDEX.search(before)
    if _ROUGHLY.match(text, at):
        return _is_noun(before) and not _INDEX.search(before)
    if following == "、":
        return bool(re.match(f"、[{HAN}]{{2}}", text[at : at + 3])) and not _INDEX.search(before)
    return following != "" and not _allowed(text, at)


def _is_noun(before: str) -> bool:
    """Return whether the words before a number are what it counts, as far as reports tell."""
    return pair_places().odds(before[-2:], "counted_before", "counted_behind") > 0


def _is_code(text: str, start: int, at: int) -> bool:
    """Return whether a number is the name of a programme: 实施1168招商引资工程."""
    if at - start < 3 or text[at - 1] == "0" or not _PROGRAMME.match(text, at):
        return False
    if text[start - 1 : start] in tuple(_STOPS[1:]) or _clauses().match(text, at):
        return False
    before = text[max(0, start - 2) : start]
    return pair_places().odds(before, "counted_before", "counted_behind") <= 0


def _allowed(text: str, at: int) -> bool:
    """Return whether what follows a number is a counter, or the name of a road or the like."""
    found = _counters().match(text, at)
    if not found or at in _names(text):
        return False
    return len(found[0]) > 1 or found[0] in _ABOUT or not _in_word(text, at)


def _in_word(text: str, at: int) -> bool:
    """Return whether a character that can count begins a longer word here: 省级, 乡村."""
    words = re.match(f"[{HAN}]{{2,{_AHEAD}}}", text[at : at + _AHEAD])
    if not words:
        return False
    return likelihood(words[0]) > likelihood(words[0][:1]) + likelihood(words[0][1:]) + _WORD


@lru_cache(maxsize=2)
def _names(text: str) -> frozenset[int]:
    """Return where names begin that stand without their quotation marks."""
    return frozenset(start for start, _, _ in bare_terms(text))


def _usage(text: str) -> dict[str, Counter[str]]:
    """Return the counters that `text` writes behind a number, by the words on both sides."""
    seen: dict[str, Counter[str]] = {}
    text = text.translate(_QUOTES)
    pattern = re.compile(
        rf"(?=(?P<left>[{HAN}]{{2,4}})(?P<number>[0-9]+(?:\.[0-9]+)?)[万余多]?(?P<counter>[{HAN}])(?P<right>[{HAN}]{{0,4}}))"
    )
    for found in pattern.finditer(text):
        if not _counters().match(found["counter"]) or found["counter"] in _NO_COUNTERS:
            continue
        if _in_word(text, found.start("counter")):
            continue  # 5省级 shows no counter 省
        if _clauses().match(text, found.start("counter")):
            continue  # 670分别完成 shows no counter 分
        if _UNROUND.fullmatch(found["number"]):
            seen.setdefault("#" + found["number"], Counter())[found["counter"]] += 1
        for length in (2, 3, 4):
            if len(found["left"]) >= length:
                seen.setdefault("<" + found["left"][-length:], Counter())[found["counter"]] += 1
            if len(found["right"]) >= length:
                seen.setdefault(">" + found["right"][:length], Counter())[found["counter"]] += 1
    return seen


def _counter(text: str, start: int, at: int, seen: dict[str, Counter[str]]) -> Iterator[Lacuna]:
    clause = bool(_clauses().match(text, at))
    likely, by_noun = _reading(text, start, at, seen)
    yield Lacuna(at, "counter", likely, CERTAIN, "a number without its counter")
    if _OWNERS.match(text, at):
        return
    noun = _counted(text, start)
    listed = re.match(rf"[{HAN}]{{2,12}}[0-9]", text[at : at + 13])
    if clause or (noun >= _COUNTED and _opens(text[at : at + 2])):
        yield Lacuna(at, "stop", "，", CERTAIN, "a new clause begins")
    elif (by_noun or noun > 0) and listed:
        yield Lacuna(at, "stop", "、", CERTAIN, "the next of a list begins")
    elif noun >= _SURELY_COUNTED and _STARTS.match(text, at) and not _OWNED.match(text, at):
        yield Lacuna(at, "stop", "，", CERTAIN, "what stands before the number is counted")


def _counted(text: str, start: int) -> float:
    """Return how surely the words before a number are what it counts (nats, 0: open)."""
    heads = re.search(f"[0-9](?P<words>[{HAN}]{{3,6}})$", text[max(0, start - 8) : start])
    if heads and not _counters().match(heads["words"]):
        return -1.0  # 100美丽小区100美丽街巷: each number counts what is behind it
    return pair_places().odds(text[max(0, start - 2) : start], "counted_before", "counted_behind")


def _opens(pair: str) -> bool:
    """Return whether `pair` begins clauses far oftener than it follows a figure."""
    found = pair_places()
    return found.lift(pair, "clause_start") > found.lift(pair, "after_figure") + _OPENS


def _reading(text: str, start: int, at: int, seen: dict[str, Counter[str]]) -> tuple[str, bool]:
    """Return the counter that a number most likely had, and whether the noun before it told.

    Asked in this order: what stands around numbers elsewhere, longest words first; the
    noun right before or behind; the same number elsewhere, unless it is a round one; then 个.
    """
    bare = text[max(0, start - 12) : start].translate(_QUOTES)
    bare = re.sub("（[^（）]*）$", "", bare)
    open_end = _clauses().match(text, at) or _OWNED.match(text, at)
    behind = "" if open_end else text[at : at + 4]
    for length in (4, 3):
        for key in (f">{behind[:length]}", f"<{bare[-length:]}"):
            if len(key) > length and key[1:] not in _VERBS and key in seen:
                return seen[key].most_common(1)[0][0], key[0] == "<"
    nouns = flattening().counter_of
    for noun, counter in nouns.items():
        if bare.endswith(noun) or behind.startswith(noun):
            return counter, False
    for key in (f">{behind[:2]}", f"<{bare[-2:]}"):
        if key[1:] not in _VERBS and len(key) > 2 and key in seen:
            return seen[key].most_common(1)[0][0], False
    if same := seen.get("#" + text[start:at]):
        return same.most_common(1)[0][0], False
    near = bare[-6:] + text[at : at + 6]
    return next((counter for noun, counter in nouns.items() if noun in near), "个"), False
