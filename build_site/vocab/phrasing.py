"""Words that stand around a figure: comparators, verbs, scopes, hedges."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("phrasing.toml")
_COMPARATORS = frozenset(("gt", "ge", "lt", "le", "approx", "cap"))


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Word lists of the quantity grammar. `before` and `after` map a word to a comparator."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    up: frozenset[str]
    down: frozenset[str]
    reach: frozenset[str]
    plain: frozenset[str]
    share: frozenset[str]
    actions: frozenset[str]
    inner: frozenset[str]
    milestones: frozenset[str]
    scopes: frozenset[str]
    own_scopes: frozenset[str]
    provisional: frozenset[str]
    leading: frozenset[str]
    relational_growth: frozenset[str]
    relational: frozenset[str]
    pools: frozenset[str]


def parse_phrasing(text: str, file: str) -> Phrasing:
    """Return the word lists of a TOML text; raise ValueError naming what is wrong."""
    data = tomllib.loads(text)

    def words(table: str, name: str) -> frozenset[str]:
        got = data.get(table, {}).get(name)
        if not isinstance(got, list) or not got or not all(isinstance(w, str) and w for w in got):
            raise ValueError(f"{file}: [{table}] {name} must be a list of words")
        return frozenset(got)

    def comparators(table: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for comparator in data.get(table, {}):
            if comparator not in _COMPARATORS:
                raise ValueError(f"{file}: [{table}] {comparator} is not a comparator")
            for word in words(table, comparator):
                if word in found:
                    raise ValueError(f"{file}: [{table}] {word} stands twice")
                found[word] = comparator
        return found

    return Phrasing(
        before=comparators("before"),
        after=comparators("after"),
        up=words("verbs", "up"),
        down=words("verbs", "down"),
        reach=words("verbs", "reach"),
        plain=words("verbs", "plain"),
        share=words("verbs", "share"),
        actions=words("verbs", "actions"),
        inner=words("verbs", "inner"),
        milestones=words("verbs", "milestones"),
        scopes=words("scope", "words"),
        own_scopes=words("scope", "own"),
        provisional=words("hedge", "provisional"),
        leading=words("hedge", "leading"),
        relational_growth=words("relational", "growth"),
        relational=words("relational", "other"),
        pools=words("pools", "words"),
    )


@cache
def phrasing() -> Phrasing:
    """Return the published word lists."""
    return parse_phrasing(_FILE.read_text(encoding="utf-8"), _FILE.name)
