"""Months, years, counters and ranks that a flattened table lost beside its figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN
from build_site.repair.quote_terms import bare_terms
from build_site.vocab.flattening import flattening

CERTAIN, LIKELY = "certain", "likely"
_UNTIL = re.compile(r"截至(?:20[0-3][0-9]年)?(?:[1-9]|1[0-2])(?=[，,])")
_RANGE = re.compile(
    rf"(?:(?<![0-9.\-—])|(?<=^[0-9][.．]))1-(?:[2-9]|1[0-2])(?=[，,]|[{HAN}](?<!月))", re.MULTILINE
)
_YEAR = re.compile(
    r"(?<![0-9.])(?P<year>20[0-3][0-9])(?P<month>1[0-2]|[1-9])"
    r"(?:(?=-[0-9]{1,2}月)|(?=月)|(?P<day>[12][0-9]|3[01]|[1-9])(?=日))"
)
_OF_YEAR = re.compile(
    r"(?<![0-9.《“])20[0-3][0-9](?=我[市省县区]|全[市省县区]|[上下]半年|以来|[年]?[1-4]季度|度)"
)
_DAY = re.compile(r"(?<![0-9.月])(?P<month>1[0-2]|[1-9])(?P<day>[0-9]{1,2})(?=日)")
_RANK = re.compile(rf"(?<=第)[0-9]{{1,3}}(?P<next>[{HAN}“]|[，。；]|$)", re.MULTILINE)
_RANKED = re.compile("(?:居|列|排|排名|名列|位列|国|省|市)第$")
_RANK_WORDS = (
    "位名个次批条届轮期年季大产月天号款项章节卷类代级中强一二三四五六七八九十医人小集站版部军方"
)
_ROSE = re.compile(rf"(?<=较)(?P<when>[{HAN}]{{2,5}}?)(?=[1-9][0-9]?位)")
_MOVED = re.compile("升|降|进|移|提|跌|退|高|低|前|后")
_NUMBER = re.compile(
    rf"(?<![0-9.．+\-—/%％A-Za-z第“‘《〔\[#])[1-9][0-9]*"
    rf"(?P<next>[{HAN}“]|[，。；、]|（(?=牵头|联系|责任)|$)",
    re.MULTILINE,
)
_POLICIES = ("配套", "政策", "措施", "举措", "意见", "惠企", "新政")
_LINES = ("12345", "12315", "12388", "96345", "110", "119", "120")  # telephone numbers
_OWNERS = re.compile("（?(?:责任|牵头|联系)")
_OWNED = re.compile("[（，。；、]|(?:责任|牵头|联系)")
_CODE = re.compile(rf"(?<=[“])[0-9]+(?P<next>[，。；、]|[{HAN}]{{2}})")
_GRADE = re.compile(r"(?<![0-9.])[1-9][0-9]{2,}(?=[A-E]级)")
_QUARTER = re.compile(rf"(?<=[{HAN}])(?:[5-9]|[1-9][0-9])(?=季度)")
_CLASS = re.compile(
    rf"(?<=[{HAN}])(?=类(?:及以上|以上)?(?:优质)?(?:水质|水体|标准))(?<![ⅠⅡⅢⅣⅤ一二三四五各两劣种同分])"
)
_NUMBERED = re.compile(
    "(?:第|前|附件|热线|号|截至|年|月|至|表|图|步骤|编号|邮编|电话|人民政府|版)$"
)
_INDEX = re.compile("(?:为|达|到|指数|得分|评分|总分|均分)$")
_STOPS = ("", "，", "。", "；", "、", "“", "（")
_SPANS = re.compile(r"(?<=20[0-9]{2}[-—]20[0-9]{2})(?=[）)])")
_NO_COUNTERS = "万亿年月日余多以至和的到岁"
_VERBS = ("新增", "完成", "达到", "建成", "实现", "建设", "培育", "创建")
_QUOTES = str.maketrans("", "", "“”")
_UNROUND = re.compile("[0-9]{2,}[1-9]")
_YEARS = re.compile(r"(?:19[5-9]|20[0-4])[0-9]$")


@cache
def _counters() -> re.Pattern[str]:
    return re.compile(
        "|".join(map(re.escape, sorted(flattening().counters, key=lambda c: -len(c))))
    )


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, flattening().clause_starts)))


def months(text: str) -> Iterator[Lacuna]:
    """Yield the months, years and days missing in dates of `text`; offsets are code points."""
    for found in _UNTIL.finditer(text):
        note = "the month is named without 月"
        yield Lacuna(found.end(), "month", "月", CERTAIN, note)
        if re.search(r"截至(?:20[0-3][0-9]年)?[0-9]{1,2}月底", text):
            yield Lacuna(found.end(), "word", "底", LIKELY, "so written elsewhere in the capture")
    for found in _RANGE.finditer(text):
        if f"{found[0]}月" in text:
            yield Lacuna(found.end(), "month", "月", CERTAIN, "so written elsewhere in the capture")
            if text[found.end()] not in "，,":
                yield Lacuna(found.end(), "stop", "，", LIKELY, "behind a period")
    for found in _YEAR.finditer(text):
        note = "year and month run together"
        yield Lacuna(found.end("year"), "month", "年", CERTAIN, note)
        if found["day"]:
            yield Lacuna(found.end("month"), "month", "月", CERTAIN, note)
    for found in _OF_YEAR.finditer(text):
        if text[found.end()] != "年" and text[found.end()] != "度":
            yield Lacuna(found.end(), "month", "年", CERTAIN, "a year without 年")
    for found in _DAY.finditer(text):
        whole = int(found[0])
        splits = [
            at
            for at in (1, 2)
            if at < len(found[0])
            and 1 <= int(found[0][:at]) <= 12
            and 1 <= int(found[0][at:]) <= 31
            and found[0][at] != "0"
        ]
        if whole > 31 and splits:
            sure = CERTAIN if len(splits) == 1 else LIKELY
            yield Lacuna(found.start() + splits[0], "month", "月", sure, "month and day together")


def spans_of_years(text: str) -> Iterator[Lacuna]:
    """Yield the 年 missing in `（2023-2027）`, where the capture writes it in others."""
    if len(re.findall(r"20[0-9]{2}[-—]20[0-9]{2}年[）)]", text)) >= 2:
        for found in _SPANS.finditer(text):
            note = "so written elsewhere in the capture"
            yield Lacuna(found.start(), "month", "年", LIKELY, note)


def ranks(text: str) -> Iterator[Lacuna]:
    """Yield the 位 missing behind ranks, and what a change of rank did."""
    for found in _RANK.finditer(text):
        following = found["next"]
        if following in _RANK_WORDS and following:
            continue
        before = text[max(0, found.start() - 6) : found.start()]
        if not following or following in "，。；" or _RANKED.search(before):
            at = found.start("next")
            if re.search("全[省国市]|居|列|排", before):
                if (not following or following in "，。；") and not _counts_ranks(text):
                    continue  # 居全省第3 at the end of a clause is a style of its own
                sure = CERTAIN if following and following not in "，。；" else LIKELY
                yield Lacuna(at, "counter", "位", sure, "a rank without its counter")
                if following and following not in "，。；":
                    yield Lacuna(at, "stop", "，", CERTAIN, "a new clause begins")
    for found in _ROSE.finditer(text):
        if not _MOVED.search(found[0]):
            at = found.end("when")
            yield Lacuna(at, "word", "上升", LIKELY, "a change of rank without its verb")


@lru_cache(maxsize=2)
def _counts_ranks(text: str) -> bool:
    """Return whether `text` mostly writes 第3位 where it ranks, not 第3."""
    found = re.findall(r"(?:居|列|排|全[省国市])第[0-9]{1,3}(位|名)?", text)
    return 2 * sum(map(bool, found)) > len(found)


def counters(text: str) -> Iterator[Lacuna]:
    """Yield the counters missing behind whole numbers, with what the capture writes elsewhere."""
    seen = _usage(text)
    for found in _NUMBER.finditer(text):
        at = found.start("next")
        if not _is_bare(text, found, at):
            continue
        yield from _counter(text, found.start(), at, seen)
    for found in _CODE.finditer(text):
        if found["next"][:1] in "，。；、" or not _counters().match(text, found.start("next")):
            if text[found.start("next") : found.start("next") + 1] == "”":
                continue
            at = found.start("next")
            line = text[at : at + 60].partition("\n")[0]
            if "”" in line and line.find("”") < (line.find("“") if "“" in line else len(line)):
                continue  # the quotation is whole: a code of its own
            if found["next"][:1] in "，。；、" or found["next"] in _POLICIES:
                note = "a number of policies without its counter"
                yield Lacuna(at, "counter", "条", CERTAIN, note)
            yield Lacuna(at, "quote_mark", "”", CERTAIN, "the quotation has no end")
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
    if number in _LINES:
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
    return following not in ("", "、") and not _allowed(text, at)


def _allowed(text: str, at: int) -> bool:
    """Return whether what follows a number is a counter, or the name of a road or the like."""
    return bool(_counters().match(text, at)) and at not in _names(text)


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
    if clause:
        yield Lacuna(at, "stop", "，", CERTAIN, "a new clause begins")
    elif by_noun and re.match(rf"[{HAN}]{{2,10}}[0-9]", text[at : at + 11]):
        yield Lacuna(at, "stop", "、", CERTAIN, "the next of a list begins")


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
