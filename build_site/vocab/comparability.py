"""When two statements speak of the same thing: fillers, synonyms, words that change the meaning."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError
from build_site.vocab.indicators import indicators

_FILE = Path(__file__).with_name("comparability.toml")
_KEYS = frozenset(
    (
        "fillers",
        "actions",
        "names",
        "synonyms",
        "discriminators",
        "parts",
        "references",
        "counters",
        "real",
        "removal",
        "stock",
    )
)


@dataclass(frozen=True, slots=True)
class Comparability:
    """The word lists of comparability.toml; longest words first where order matters."""

    fillers: tuple[str, ...]
    actions: Mapping[str, str]  # verb → group, longest verbs first
    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    bare: frozenset[str]
    scopes: frozenset[str]
    firms: tuple[str, ...]
    buildings: frozenset[str]
    begun: tuple[str, ...]
    synonyms: Mapping[str, str]
    discriminators: tuple[str, ...]
    contextual: frozenset[str]
    levels: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]
    references: Mapping[str, str]
    counters: frozenset[str]
    real: tuple[str, ...]
    removal: tuple[str, ...]
    stock: tuple[str, ...]


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def parse_comparability(content: str, file: str) -> Comparability:
    """Return the word lists of a TOML text.

    Raises InputError if a table is missing or unknown, a verb stands in two
    groups, or a part or reference is no indicator.
    """
    table = tomllib.loads(content)
    if set(table) != _KEYS:
        odd = ", ".join(sorted(set(table) ^ _KEYS))
        raise InputError(file, f"unknown or missing: {odd}", f"It holds {', '.join(sorted(_KEYS))}")
    actions: dict[str, str] = {}
    for group, verbs in table["actions"].items():
        for verb in verbs:
            if verb in actions:
                raise InputError(file, f"{verb} stands in two groups of actions", "Keep one")
            actions[verb] = group
    named = [*table["parts"], *table["references"].values()]
    named += [part for parts in table["parts"].values() for part in parts]
    unknown = sorted(set(named) - set(indicators()))
    if unknown:
        raise InputError(file, f"no such indicator: {', '.join(unknown)}", "See indicators.csv")
    return Comparability(
        _longest_first(table["fillers"]),
        dict(sorted(actions.items(), key=lambda item: -len(item[0]))),
        _longest_first(table["names"]["leading"]),
        _longest_first(table["names"]["trailing"]),
        frozenset(table["names"]["bare"]),
        frozenset(table["names"]["scopes"]),
        tuple(table["names"]["firms"]),
        frozenset(table["names"]["buildings"]),
        tuple(table["names"]["begun"]),
        dict(sorted(table["synonyms"].items(), key=lambda item: -len(item[0]))),
        _longest_first(table["discriminators"]["words"]),
        frozenset(table["discriminators"]["contextual"]),
        _longest_first(table["discriminators"]["levels"]),
        {key: tuple(parts) for key, parts in table["parts"].items()},
        table["references"],
        frozenset(table["counters"]["interchangeable"]),
        tuple(table["real"]["prefixes"]),
        tuple(table["removal"]["words"]),
        tuple(table["stock"]["words"]),
    )


@cache
def comparability() -> Comparability:
    """Return the published word lists."""
    return parse_comparability(_FILE.read_text(encoding="utf-8"), _FILE.name)
