"""Indicators: what is measured, with names, aliases and the standard English name."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("indicators.csv")
_BETTER = frozenset(("higher", "lower", "neither"))
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the indicators table; an alias is another exact name of the same thing."""

    indicator_id: str
    name_zh: str
    name_en: str
    aliases_zh: tuple[str, ...]
    theme: str
    dimension: str
    better: str  # higher | lower | neither


def parse_indicators(text: str, file: str) -> dict[str, Indicator]:
    """Return the indicators of a CSV by id; raise ValueError naming file and line.

    A name or alias may belong to one indicator only: near-names are never merged.
    """
    found: dict[str, Indicator] = {}
    owner: dict[str, str] = {}
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        where = f"{file}:{line}"
        if None in row or None in row.values():
            raise ValueError(f"{where}: wrong number of columns")
        key = row["indicator_id"]
        if not _ID.fullmatch(key) or key in found:
            raise ValueError(f"{where}: indicator_id {key!r} is not a new ASCII slug")
        if row["better"] not in _BETTER:
            raise ValueError(f"{where}: better must be one of {sorted(_BETTER)}")
        if not row["name_zh"] or not row["name_en"] or not row["theme"] or not row["dimension"]:
            raise ValueError(f"{where}: name_zh, name_en, theme and dimension are required")
        aliases = tuple(a for a in row["aliases_zh"].split(";") if a)
        for name in (row["name_zh"], *aliases):
            if name in owner:
                raise ValueError(f"{where}: {name} already names {owner[name]}")
            owner[name] = key
        found[key] = Indicator(
            key,
            row["name_zh"],
            row["name_en"],
            aliases,
            row["theme"],
            row["dimension"],
            row["better"],
        )
    return found


@cache
def indicators() -> dict[str, Indicator]:
    """Return the published table of indicators by id."""
    return parse_indicators(_FILE.read_text(encoding="utf-8"), _FILE.name)


@cache
def indicator_names() -> dict[str, Indicator]:
    """Return every name and alias with its indicator."""
    return {
        name: indicator
        for indicator in indicators().values()
        for name in (indicator.name_zh, *indicator.aliases_zh)
    }
