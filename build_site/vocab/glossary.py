"""The terms of the English edition, from glossary.csv, checked on load."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from build_site.model.capture import InputError

_FILE = Path(__file__).with_name("glossary.csv")
_COLUMNS = ["zh", "en", "note_en"]


@dataclass(frozen=True, slots=True)
class Term:
    """A Chinese term and how the English edition renders it."""

    zh: str
    en: str
    note_en: str = ""


def load_glossary(file: Path = _FILE) -> tuple[Term, ...]:
    """Read the terms in file order; InputError names the line of a double or empty term."""
    terms: dict[str, Term] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _COLUMNS:
            raise InputError(str(file), f"the header is {reader.fieldnames}", f"Use {_COLUMNS}", 1)
        for row in reader:
            if not row["zh"] or not row["en"]:
                raise InputError(
                    str(file), "a term lacks a language", "Give zh and en", reader.line_num
                )
            if row["zh"] in terms:
                raise InputError(
                    str(file), f"{row['zh']} stands twice", "Keep one", reader.line_num
                )
            terms[row["zh"]] = Term(row["zh"], row["en"], row["note_en"] or "")
    return tuple(terms.values())
