"""Events that are promised and reported: which are kept, and when two name the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from build_site.link.naming import core
from build_site.link.periods import final_year
from build_site.model.statement import Statement
from build_site.vocab.milestones import milestones

_LEAST = 4  # code points that a name must keep once it is folded
_NUMBERED = re.compile(r"[\d一二三四五六七八九十](?:期|号|标|桥|段|站|线)")
Key = TypeVar("Key")
_APPROVED = "获批"  # leave to begin, not the end of it
_REVIEWED = "通过"  # a title that was re-examined and kept


class Event(NamedTuple, Generic[Key]):
    """An event of a document; `key` is where its statement belongs."""

    key: Key
    place_id: str
    year: int | None
    statement: Statement


def is_milestone(one: Statement) -> bool:
    """Say whether a statement is an event of a named thing, without a number."""
    return one.comparator == "complete" and one.value is None and bool(one.action)


def _stage(verb: str) -> str:
    return "titled" if verb == _REVIEWED else milestones().stage_of(verb)


def _answers(stage: str, verb: str) -> bool:
    """Say whether what a verb reports is the stage promised; a title awarded was also built up."""
    reported = _stage(verb)
    awarded = stage == "finished" and reported == "titled" and verb != _APPROVED
    return stage == reported or awarded


def partly(promised: Statement, done: Statement) -> bool:
    """Say whether what was done is only a part of what was promised: 基本建成, …首通段开通."""
    whole = milestones().whole
    piece = whole(done.indicator_zh) != done.indicator_zh
    smaller = piece and whole(promised.indicator_zh) == promised.indicator_zh
    return smaller or (bool(done.qualifier) and not promised.qualifier)


def same_event(promised: Statement, done: Statement) -> bool:
    """Say whether two events are the same stage of the same thing, or of a part of it.

    The names are equal once folded; or one ends as the other, and what they
    share holds the number of a phase or line: 机场三期, 栎社机场三期工程.
    """
    if not _answers(_stage(promised.action), done.action):
        return False
    names = [promised.indicator_zh, done.indicator_zh]
    if partly(promised, done):
        names = [milestones().whole(name) for name in names]
    short, long = sorted((core(name.removesuffix("项目")) for name in names), key=len)
    if len(short) < _LEAST:
        return False
    return short == long or (long.endswith(short) and bool(_NUMBERED.search(short)))


def answered(found: Sequence[Event[Key]]) -> Iterator[Event[Key]]:
    """Yield the events of which both sides are known: promised, and reported the year after."""
    done: dict[tuple[str, int], list[Event[Key]]] = defaultdict(list)
    for one in found:
        if one.statement.kind == "actual" and one.year is not None:
            done[one.place_id, one.year].append(one)
    kept: set[int] = set()
    for promise in found:
        year = final_year(promise.statement.period)
        if promise.statement.kind != "target" or not promise.place_id or year is None:
            continue
        for one in done.get((promise.place_id, year + 1), ()):
            in_time = one.statement.period in (promise.statement.period, str(year))
            if in_time and same_event(promise.statement, one.statement):
                kept |= {id(promise), id(one)}
    return (one for one in found if id(one) in kept)
