"""What a completion percentage refers to: the words before it, read clause by clause."""

from __future__ import annotations

import re
from typing import NamedTuple

_COUNTERS = (
    "人次|人|个|家|所|套|座|条|户|张|处|项|件|辆|台|部|名|亩|公里|平方米|吨|标箱"
    "|元|美元|千瓦|场|栋|例|株|支|班|类|种"
)
# A number that only qualifies (3亿元以上, 3岁以下, “8+4”, 1-6月, 2023年) counts nothing.
_QUANTITY = re.compile(
    rf"(?<![\d.+\-—~至“])(?P<number>\d+(?:\.\d+)?)(?P<measure>余?[万亿千百]*(?:{_COUNTERS}|[%％])?)"
    r"(?![\d.+\-—~至])(?![\u4e00-\u9fff]{0,2}以[上下内]|[年月日岁])"
)
_LAST = re.compile(r"\d+(?:\.\d+)?[^\d，、（）()]{0,5}(?:（[^（）\d]{1,3}）)?$")
_SETTING = re.compile(
    r"(?:(?:截至|截止|到|至|从|自)?(?:\d{4}年?|今年)?(?:[一二三四]季度|\d{1,2}(?:[-—~至]\d{1,2})?月?)?(?:底|末|份|中旬|以来)?"
    r"|目前|截至目前|当前|上半年|今年以来|近期|同时|其中|累计|截至6月)"
)
_OPENING = re.compile(
    r"(?:截[至止]\d{1,2}月?[底末]?|\d{1,2}月[底末]|\d{1,2}[-—~至]\d{1,2}月?|上半年|今年以来|截至目前|目前|当前|其中"
    "|今年|全[市省县区州]|均?已经?|累计|现|共(?=[有建完]))"
)
_NUMBERING = re.compile(rf"\d{{1,2}}[.．、](?!\d+[%％万亿]|\d+(?:{_COUNTERS})[，,])")
_GENERIC = re.compile(
    "(?:(?:其中)?(?:今年)?(?:累计)?(?:已)?完成(?:投资)?|投资|年度投资|支出|资金|均|分别|有|占.*|.*[%％])?"
)
_OVERALL = re.compile(
    "(?:总体|整体|当前|目前|半年度|省定|全[省市]|统一|平均|推进|工作|年度|任务|系统|建设|项目){0,4}"
)


class Subject(NamedTuple):
    """What each percentage refers to, and whether the pairing is certain."""

    words: tuple[str, ...]
    certain: bool


def clean(words: str) -> str:
    """Return a phrase without date, place word and 已 at its start, and without 达 at its end."""
    words = words.strip(" 　，,、：:；;。")
    while (match := _OPENING.match(words)) and match.end() < len(words):
        words = words[match.end() :].strip(" 　，,、：:")
    words = re.sub("(?:均|分别|已(?:经)?|达到|达|为|约|共|至)+$", "", words)
    for opening, closing in ("（）", "()"):
        if words.count(opening) > words.count(closing):
            words = words[: words.rindex(opening)]
    for opening, closing in ("（）", "“”"):
        if words.count(closing) > words.count(opening):
            words = words.strip(closing)
    return words.strip(" 　，,、：:")


def _clauses(before: str) -> list[str]:
    """Return the clauses of a sentence; a bracket that counts something is a clause."""
    before = re.sub(r"（([^（）]*\d[^（）]*)）", r"，\1，", before)
    parts = re.split("[，,、；;]", before)
    return [part.strip() for part in parts if part.strip() and not _SETTING.fullmatch(part.strip())]


def _uncounted(clause: str) -> str:
    """Return a clause without the quantity it ends with."""
    last = _LAST.search(clause)
    if last and last.start() >= 2:
        return clean(clause[: last.start()])
    return clean(clause)


def _counted(before: str) -> list[str]:
    """Return the phrase of each counted quantity of a sentence, in order."""
    found: list[str] = []
    for clause in _clauses(before):
        at = 0
        for match in _QUANTITY.finditer(clause):
            phrase = clean(clause[at : match.start()])
            rest = clause[match.end() :]
            if not match["measure"] and rest not in ("", "分别", "均"):
                continue
            if len(phrase) < 2 and rest and not _QUANTITY.search(rest):
                phrase = clean(rest)
            if len(phrase) >= 2:
                found.append(phrase)
                at = match.end()
    return found


def _shared(before: str, count: int) -> tuple[str, ...]:
    """Return the `count` subjects of `A、B和C分别完成…`; empty if there are not so many."""
    match = re.search("(?P<who>[^，。；]+?)(?:已|共|则|将)?分别", before)
    if not match or re.search(r"\d", clean(match["who"])):
        return ()
    subjects = tuple(part for part in re.split("[、和及]", clean(match["who"])) if part)
    return subjects if len(subjects) == count else ()


def subjects(before: str, count: int, form: str) -> Subject:
    """Return what `count` percentages behind `before` refer to.

    `before` is the sentence up to the percentages' own words; `form` says how
    the completion is worded: plan (完成…目标的), rate (完成率, 进度), works (主体完成40%).
    Several percentages are paired with as many subjects or counted quantities
    in order; otherwise each gets the whole phrase and the pairing is not certain.
    """
    before = re.sub(r"^\s+", "", before)
    numbering = _NUMBERING.match(before)
    before = before[numbering.end() :] if numbering else before
    if count > 1:
        found = _shared(before, count) or tuple(_counted(before))
        if len(found) == count:
            return Subject(found, True)
        whole = clean(before)
        return Subject((whole,) * count, False)
    return Subject((_single(before, form),), True)


def is_generic(words: str) -> bool:
    """Return whether words such as 完成投资 say nothing of what is meant."""
    return bool(_GENERIC.fullmatch(words))


def _single(before: str, form: str) -> str:
    clauses = _clauses(before)
    if not clauses:
        return clean(before)
    if re.search("均(?:分别|已)?$", before.rstrip()):
        return clean(before)
    own = clean(re.split("[，,、；;]", before)[-1])
    if form == "works":
        return own or _uncounted(clauses[-1])
    if form == "rate":
        core = re.sub("(?:总体|整体|推进|工作|累计)+$", "", own)
        if len(core) >= 4 and not _OVERALL.fullmatch(core) and not is_generic(core):
            return clean(core)
        if own and _OVERALL.fullmatch(own):
            return _uncounted(clauses[0])
        clauses = clauses[:-1] if own and len(clauses) > 1 else clauses
    for clause in reversed(clauses):
        words = _uncounted(clause)
        if not is_generic(words):
            return words
    return _uncounted(clauses[-1])
