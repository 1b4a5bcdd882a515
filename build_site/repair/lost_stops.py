"""Stops and brackets that a flattened table lost and nothing proves: marked with a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN
from build_site.repair.lost_numbers import CERTAIN, LIKELY
from build_site.vocab.flattening import flattening
from build_site.vocab.pair_places import pair_places

_PERCENT = re.compile(rf"[%％](?P<next>[0-9{HAN}“])")
_LIST = re.compile(r"[%％][0-9]+(?:\.[0-9]+)?[%％]")
_MEASURED = re.compile(
    rf"(?<=[0-9])(?:万|亿)?(?:美元|元|个|家|人次|人|名|项|张|套|吨|亩|所|件|户|座|公里)(?P<next>“|[{HAN}]{{2}})"
)
# 20家“品字标”企业 counts what is quoted; 59.5万人“ and 5亿元“ do not
_BROKEN = re.compile(r"\.[0-9]+(?:万|亿)?[^0-9]{1,2}$|元$")
_OWNERS = re.compile(
    r"(?P<list>(?:(?:牵头|联系)[市县区]?领导[：:][^。；\n（）()]*?)?责任单位[：:][^。；\n（）()]*)"
)
_BRACKETED = re.compile("[（(](?:(?:牵头|联系)[市县区]?领导|责任单位)[：:]")
_OPENED = re.compile(r"[（(](?=[^（）()\n]*$)", re.MULTILINE)
_NEW_CLAUSE = re.compile("分别完成|均完成|均已|完成(?:全年|年度)")
_DATED = re.compile(
    rf"(?<=[{HAN}])(?:(?=1-(?:[2-9]|1[0-2])(?:月|推|全|，))|(?=20[0-3][0-9][1-9]-)|(?=[1-9]月在)"
    r"|(?=[1-9][0-9]{1,2}日起))"
)
_BEHIND_BRACKET = re.compile(r"(?<=[）)])(?=分别完成|均完成|完成(?:全年|年度))")
_BY = re.compile(f"[{HAN}]{{2}}[至到为了的率]")  # 5%提升到8%, 90%完成率
_OPENS = 3.0  # nats
# what may belong to the figure before it
_OPEN = ("实现", "签约", "全面", "打造", "推荐", "完成投资", "分别", "目前", "全省", "预计", "增速")
_LEADERS = re.compile(
    rf"(?<=[{HAN}])(?<![由经在向对为以和与及是到被按我将获受据请省委照给使让])"
    "(?=市委、?市政府(?!的|和|与|及|关于|工作|主要|部署|决策|要求|领导|办公|下达|确定))"
)
_TITLE = re.compile(r"《(?=[^《》\n]*(?:\n|《|$))")
# a title ends with the kind of document it names, else with its clause
_TITLE_END = re.compile(
    "(?<=意见|方案|办法|规划|条例|计划|通知|报告|细则|指南|标准|目录|纲要|规定|措施|导则|规范|要点|清单)"
    "(?=[在已经由和并的（])|[，。；\n]"
)
_OWNED = ("牵头", "联系", "责任")


@cache
def _words(name: str) -> re.Pattern[str]:
    words: tuple[str, ...] = getattr(flattening(), name)
    return re.compile("|".join(re.escape(w) for w in sorted(words, key=lambda w: -len(w))))


@cache
def _before_date() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, flattening().before_date))})$")


def stops(text: str) -> Iterator[Lacuna]:
    """Yield the stops missing between clauses; offsets are code points."""
    for found in _PERCENT.finditer(text):
        at = found.start("next")
        if found["next"].isdigit():
            likely = "、" if _LIST.match(text, found.start()) else "，"
            yield Lacuna(at, "stop", likely, CERTAIN, "two figures run together")
        elif found["next"] == "“" or (
            not text.startswith(_OWNED, at)
            and (not _words("after_percent").match(text, at) or _acts(text, found.start(), at))
        ):
            yield Lacuna(at, "stop", "，", CERTAIN, "a new clause begins")
    for found in _MEASURED.finditer(text):
        at = found.start("next")
        if (
            _BROKEN.search(text, found.start() - 8, at)
            if found["next"] == "“"
            else _clause_at(text, at)
        ):
            yield Lacuna(at, "stop", "，", CERTAIN, "a new clause begins")
    for found in _LEADERS.finditer(text):
        yield Lacuna(found.start(), "stop", "，", CERTAIN, "a new subject begins")
    for found in _BEHIND_BRACKET.finditer(text):
        yield Lacuna(found.start(), "stop", "，", CERTAIN, "a new clause begins")
    sentence = re.compile(f"(?<=[{HAN}])(?={'|'.join(flattening().sentence_starts[:3])})")
    for found in (*sentence.finditer(text), *_DATED.finditer(text)):
        if not _before_date().search(text, max(0, found.start() - 3), found.start()):
            yield Lacuna(found.start(), "stop", "。", CERTAIN, "a new sentence begins")


def _acts(text: str, percent: int, at: int) -> bool:
    """Return whether a verb behind a percentage begins a clause: 100%保障入学 goes on."""
    if text[max(0, percent - 3) : percent] == "100" or _BY.match(text, at):
        return False
    return pair_places().odds(text[at : at + 2], "clause_start", "after_figure") >= _OPENS


def _clause_at(text: str, at: int) -> bool:
    """Return whether a clause begins at `at` that cannot belong to the figure before it."""
    found = _words("clause_starts").match(text, at)
    if not found or len(found[0]) < 2 or text.startswith(_OWNED, at):
        return False
    return found[0] not in _OPEN


def brackets(text: str) -> Iterator[Lacuna]:
    """Yield the brackets missing around lists of agencies and behind remarks."""
    bracketed = _BRACKETED.search(text) is not None  # lists without brackets may be a style
    for found in _OWNERS.finditer(text) if bracketed else ():
        start, end = found.span("list")
        words = found["list"]
        end = start + len(words.rstrip())
        if text[start - 1 : start] not in tuple("（("):
            sure = LIKELY if text[start - 1 : start] in tuple("。；，\n ") else CERTAIN
            if words.startswith("责任") and "领导" not in words:
                sure = LIKELY
            yield Lacuna(start, "bracket", "（", sure, "lists of agencies stand in brackets")
        if text[end : end + 1] not in tuple("）)"):
            yield Lacuna(end, "bracket", "）", LIKELY, "lists of agencies stand in brackets")
    for found in _OPENED.finditer(text):
        line_end = text.find("\n", found.end())
        line_end = len(text) if line_end < 0 else line_end
        clause = _NEW_CLAUSE.search(text, found.end(), line_end)
        at = clause.start() if clause else line_end
        if re.match("(?:牵头|联系|责任)", text[found.end() : found.end() + 2]):
            continue
        yield Lacuna(at, "bracket", "）", CERTAIN, "the bracket has no end")
        if clause:
            yield Lacuna(at, "stop", "，", CERTAIN, "a new clause begins")
    for title in _TITLE.finditer(text):
        clause = _TITLE_END.search(text, title.end())
        at = clause.start() if clause else len(text)
        sure = LIKELY if clause and clause[0] else CERTAIN  # an open place at the end of a clause
        yield Lacuna(at, "bracket", "》", sure, "the title has no end")
