"""How characters are written: readings of Traditional words, forms of radicals, name characters."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError

_HERE = Path(__file__).parent


def _pairs(file: Path, columns: tuple[str, str]) -> dict[str, str]:
    """Return first column → second column; a third column `note` is for people."""
    found: dict[str, str] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != [*columns, "note"]:
            raise InputError(
                file.name, "wrong columns", f"The columns are {', '.join(columns)}, note", 1
            )
        for row in reader:
            key, value = row[columns[0]], row[columns[1]]
            if not key or not value or None in row or row["note"] is None:
                raise InputError(file.name, "an incomplete row", "Fill it", reader.line_num)
            if key in found:
                raise InputError(file.name, f"{key} stands twice", "Keep one", reader.line_num)
            found[key] = value
    return found


@cache
def traditional_words(file: Path = _HERE / "traditional_words.csv") -> dict[str, str]:
    """Return Traditional words → Simplified, where character tables go wrong.

    Raises InputError if a reading has another length than its word.
    """
    words = _pairs(file, ("traditional", "simplified"))
    for word, reading in words.items():
        if len(word) != len(reading):
            raise InputError(file.name, f"{word} and {reading} differ in length", "Align them")
    return words


@cache
def radical_forms(file: Path = _HERE / "radical_forms.csv") -> dict[str, str]:
    """Return CJK radicals that have no Unicode decomposition → the character they stand for."""
    forms = _pairs(file, ("radical", "character"))
    for radical, character in forms.items():
        if len(radical) != 1 or len(character) != 1 or not "\u2e80" <= radical <= "\u2fdf":
            raise InputError(file.name, f"{radical} is no radical", "Quote one of U+2E80–U+2FDF")
    return forms


@cache
def name_characters(file: Path = _HERE / "name_characters.txt") -> frozenset[str]:
    """Return the characters that transliterated personal names are written with."""
    lines = file.read_text(encoding="utf-8").splitlines()
    chars = [c for line in lines if not line.startswith("#") for c in line.strip()]
    twice = {c for c in chars if chars.count(c) > 1}
    if twice:
        raise InputError(file.name, f"{''.join(sorted(twice))} stand twice", "Keep one of each")
    return frozenset(chars)
