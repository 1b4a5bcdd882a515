"""Months, years and ranks that a flattened table lost beside its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN

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
_SPANS = re.compile(r"(?<=20[0-9]{2}[-—]20[0-9]{2})(?=[）)])")


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
