"""Titles of officials and their English, from official_titles.csv."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError

_FILE = Path(__file__).with_name("official_titles.csv")


@cache
def titles(file: Path = _FILE) -> dict[str, str]:
    """Return title → English, longest title first.

    Raises InputError with file and line if a row is empty or repeated.
    """
    found: dict[str, str] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            title, english = row["title_zh"], row["title_en"]
            if not title or not english:
                raise InputError(file.name, "a title or its English is empty", "Give both", number)
            if title in found:
                raise InputError(file.name, f"{title} stands twice", "Keep one row", number)
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
