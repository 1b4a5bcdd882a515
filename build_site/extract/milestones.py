"""Promises and results that are events of a named thing: 机场三期建成投用, 成功举办亚洲举重锦标赛.

A report names dozens of such events, most of them never promised; what is
found here is published only where a promise and its result name the same
thing (`build_site.link.milestones`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from build_site.extract.periods import mentions
from build_site.extract.reading import Sentence, folded, masked, sentences
from build_site.extract.settings import Setting, setting
from build_site.extract.words import any_of
from build_site.model.report import Role
from build_site.model.statement import Context, ParagraphText, Statement
from build_site.model.text import Span
from build_site.vocab.milestones import milestones
from build_site.vocab.phrasing import phrasing

_LONGEST = 60  # code points of a clause
_NAME = range(4, 25)  # code points of a name: shorter ones are no names of their own
_AND_OTHERS = re.compile(r"等(?:[^、]{0,10})$")
_JOINTS = re.compile(r"[、和与及]|以及")
_TITLE_TAIL = re.compile(r"(?:[“”][一二三四五六七八九十]+连冠[“”]?|称号)$")
_RUN_OF_TITLES = "连冠"  # beside the title that is won again: 争创全国卫生城市“五连冠”
_REVIEWED = re.compile(r"通过(?P<names>[^，]+?)(?:的)?(?:复审|复评|复核|复查|验收)$")


# when: 9月底前, 上半年; no part of the name it stands before or behind
_TIME = (
    r"(?:\d{4}年)?(?:\d{1,2}月(?:份|初|底|末|[上中下]旬|\d{1,2}日)?|年[内底末]|[上下]半年|第?[一二三四]季度)"
    "(?:之?前|内)?"
)


class Happening(NamedTuple):
    """What a clause says of one named thing; `partly` is the word that limits it (基本), if any."""

    verb: str
    name: str
    partly: str


@cache
def _verbs() -> re.Pattern[str]:
    lists = milestones()
    tables = (lists.promised_ahead, lists.promised_behind, lists.done_ahead, lists.done_behind)
    return re.compile(any_of({"通过", *(verb for table in tables for verb in table)}))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    lists, words = milestones(), phrasing()
    promised = kind == "target"
    ahead = lists.promised_ahead if promised else lists.done_ahead
    behind = lists.promised_behind if promised else lists.done_behind
    skipped = any_of({*words.leading, *words.own_scopes, *lists.opening})
    partly = f"(?P<partly>{any_of(lists.partial)})"
    opening = rf"(?P<opening>(?:[\s，、]|{skipped}|{_TIME})*?)"
    return (
        re.compile(rf"{opening}{partly}?(?P<verb>{any_of(ahead)})(?P<names>.+)"),
        re.compile(
            rf"{opening}(?P<names>.+?)(?:{any_of(lists.between)}|{_TIME}|{partly})*"
            rf"(?P<verb>{any_of(behind)})"
        ),
    )


@cache
def _opening() -> re.Pattern[str]:
    words, lists = phrasing(), milestones()
    skipped = any_of({*words.leading, *words.own_scopes, *lists.opening})
    return re.compile(f"^(?:{skipped}|{_TIME}[，、]?)+")


@cache
def _entitled() -> re.Pattern[str]:
    return re.compile(any_of(milestones().entitled))


def _skipped(names: str) -> str:
    return _opening().sub("", names)


def events(clause: str, kind: str) -> Iterator[Happening]:
    """Yield the events of a clause of kind target or actual.

    A clause that says of an event that it is prepared, expected or one of
    many unnamed ones yields nothing.
    """
    lists = milestones()
    text = clause.rstrip("，、；：。 ")
    refused = lists.unsettled if kind == "target" else (*lists.unsettled, *lists.pending)
    said = _entitled().sub("", text)
    if len(text) > _LONGEST or not _verbs().search(text) or any(word in said for word in refused):
        return
    found = next((m for one in _patterns(kind) if (m := one.fullmatch(text))), None)
    verb, partly = (found["verb"], found["partly"] or "") if found else ("通过", "")
    found = found or (_REVIEWED.fullmatch(text) if kind == "actual" else None)
    if found is None or (verb in lists.limited and not partly):
        return
    for name in _JOINTS.split(_AND_OTHERS.sub("", found["names"])):
        plain = _TITLE_TAIL.sub("", _skipped(name))
        plain = plain[1:-1] if plain[:1] == "“" and plain.find("”") == len(plain) - 1 else plain
        whole = plain.count("“") == plain.count("”")  # else a joint stood inside a quoted name
        if len(plain) in _NAME and whole and not plain.startswith(lists.partial):
            yield Happening(verb, plain, partly)


def extract_milestones(
    paragraphs: Sequence[ParagraphText], context: Context, made: Sequence[Sequence[Statement]]
) -> list[list[Statement]]:
    """Return the events of each paragraph of a document, in text order, as statements.

    `made` are the other statements of the paragraphs: a clause that holds one
    is not read again. Each has comparator `complete`, no value, and its verb
    as `action`.
    """
    found: list[list[Statement]] = []
    where: Setting | None = None
    for paragraph, known in zip(paragraphs, made, strict=True):
        where = setting(paragraph, context, where)
        silent = paragraph.role is Role.AGENCIES or where.kind not in ("target", "actual")
        found.append([] if silent else list(_of_paragraph(paragraph.text, context, where, known)))
    return found


def _of_paragraph(
    written: str, context: Context, where: Setting, known: Sequence[Statement]
) -> Iterator[Statement]:
    text = folded(written)
    _, bare = masked(text)
    times = list(mentions(text, context.year, where.review))
    for span in sentences(text):
        here = [time for time in times if span.start <= time.span.start < span.end]
        sentence = Sentence(text, bare, span, here, where, context.year)
        for clause in sentence.clauses():
            if any(_within(s, clause) and s.unit_zh != _RUN_OF_TITLES for s in known):
                continue
            kind, period = sentence.when(clause.end)
            words = text[clause.start : clause.end]
            for event in events(words, kind) if kind in ("target", "actual") else ():
                yield _statement(clause, words, event, kind, period)


def _within(one: Statement, clause: Span) -> bool:
    return one.quote.start < clause.end and clause.start < one.quote.end


def _statement(clause: Span, words: str, event: Happening, kind: str, period: str) -> Statement:
    start = clause.start + len(words) - len(words.lstrip("，、 "))
    return Statement(
        quote=Span(start, clause.start + len(words.rstrip("，、；：。！？\n "))),
        indicator_id="",
        indicator_zh=event.name,
        kind=kind,
        measure="count",
        comparator="complete",
        period=period,
        confidence=0.7,
        action=event.verb,
        qualifier=event.partly,
    )
