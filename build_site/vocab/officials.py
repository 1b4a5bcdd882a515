"""Titles of officials and their English, from official_titles.csv."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("official_titles.csv")


class TitleError(ValueError):
    """A row of official_titles.csv is wrong."""


@cache
def titles() -> dict[str, str]:
    """Return title → English, longest title first.

    Raises TitleError with file and line if a row is empty or repeated.
    """
    found: dict[str, str] = {}
    with _FILE.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            title, english = row["title_zh"], row["title_en"]
            if not title or not english:
                raise TitleError(f"{_FILE.name}:{number}: title and English must both be given")
            if title in found:
                raise TitleError(f"{_FILE.name}:{number}: {title} stands twice")
            found[title] = english
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def title_en(title_zh: str) -> str:
    """Return the English of a title; several joined by 、 or ， are joined by a comma.

    Empty where a part is unknown: a half-translated title would mislead.
    """
    parts = [part for part in re.split("[、，,]", title_zh.strip()) if part]
    known = titles()
    if not parts or any(part not in known for part in parts):
        return ""
    return ", ".join(known[part] for part in parts)
