"""What page furniture looks like: patterns by category, with a bilingual reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


class FurnitureError(ValueError):
    """A line of the furniture lists cannot be used: says file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class FurniturePattern:
    """One pattern: a trimmed line of at most `longest` code points that it matches is furniture."""

    category: str
    longest: int  # code points
    expression: re.Pattern[str]


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != columns:
            raise FurnitureError(f"{name}:1: the columns must be {', '.join(columns)}")
        for row in reader:
            if None in row or None in row.values() or not all(row.values()):
                raise FurnitureError(f"{name}:{reader.line_num}: every column must be filled once")
            yield reader.line_num, row


@cache
def furniture_reasons() -> dict[str, str]:
    """Return category → reason in Chinese and English, as shown to readers."""
    reasons: dict[str, str] = {}
    for line, row in _rows("furniture_categories.csv", ("category", "zh", "en")):
        if row["category"] in reasons:
            raise FurnitureError(
                f"furniture_categories.csv:{line}: {row['category']} stands there twice"
            )
        reasons[row["category"]] = f"{row['zh']} / {row['en']}"
    return reasons


@cache
def furniture_patterns() -> tuple[FurniturePattern, ...]:
    """Return all patterns in the order of the list; raise FurnitureError on a bad line."""
    name = "furniture.csv"
    found = []
    for line, row in _rows(name, ("category", "match", "longest", "pattern")):
        if row["category"] not in furniture_reasons():
            raise FurnitureError(f"{name}:{line}: unknown category {row['category']}")
        if row["match"] not in ("regex", "exact"):
            raise FurnitureError(f"{name}:{line}: match must be regex or exact")
        if not row["longest"].isdigit():
            raise FurnitureError(f"{name}:{line}: longest must be a number of code points")
        source = row["pattern"] if row["match"] == "regex" else f"^{re.escape(row['pattern'])}$"
        try:
            expression = re.compile(source)
        except re.error as problem:
            raise FurnitureError(f"{name}:{line}: {problem}") from problem
        found.append(FurniturePattern(row["category"], int(row["longest"]), expression))
    return tuple(found)
