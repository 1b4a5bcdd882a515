"""Words of work reports that a general dictionary lacks."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("report_words.csv")


class ReportWordsError(ValueError):
    """A line of the list cannot be used: says file, line and what is wrong."""


@cache
def report_words() -> tuple[str, ...]:
    """Return the words of the list, each once; raise ReportWordsError on a bad line."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    if not rows or rows[0] != ["word"]:
        raise ReportWordsError(f"{_FILE.name}:1: the only column must be word")
    words: list[str] = []
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != 1 or len(row[0]) < 2 or row[0] != row[0].strip():
            raise ReportWordsError(f"{_FILE.name}:{line}: one word of two characters or more")
        if row[0] in words:
            raise ReportWordsError(f"{_FILE.name}:{line}: {row[0]} stands there twice")
        words.append(row[0])
    return tuple(words)
