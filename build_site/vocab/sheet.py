"""The words of the data sheet, read from sheet.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from build_site.model.capture import InputError

_FILE = Path(__file__).with_name("sheet.toml")


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The paragraphs of the data sheet; {names} in braces are filled in when it is written."""

    title: str
    intro: str
    formats: str
    replay: str
    limits: str
    cite: str


@lru_cache(maxsize=4)
def load_sheet(path: Path = _FILE) -> SheetWords:
    """Return the words; raise InputError if a paragraph is missing or unknown."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    names = {field.name for field in fields(SheetWords)}
    if set(data) != names:
        raise InputError(
            str(path), f"{sorted(set(data) ^ names)} missing or unknown", f"Give {sorted(names)}."
        )
    return SheetWords(**{name: text.strip() for name, text in data.items()})
