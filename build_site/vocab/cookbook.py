"""Examples of the data page: a question, code that answers it, and what the code prints."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from build_site.model.capture import InputError

_KEYS = ("tool", "language", "zh", "en", "code", "shows")
_LANGUAGES = ("python", "sql", "r")


@dataclass(frozen=True, slots=True)
class Example:
    """One example: `language` is that of `code`; `shows` is all it prints, or the answer as CSV."""

    tool: str
    language: str
    zh: str
    en: str
    code: str
    shows: str


@lru_cache(maxsize=2)
def load_cookbook(path: Path = Path(__file__).parent / "cookbook.toml") -> tuple[Example, ...]:
    """Return all examples in the order of the file, without blank lines at either end.

    Raises InputError if an example lacks a key or its language is unknown.
    """
    examples = []
    for number, entry in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["example"], 1):
        missing = [key for key in _KEYS if not str(entry.get(key, "")).strip()]
        if missing or set(entry) - set(_KEYS):
            raise InputError(
                str(path), f"example {number} lacks {missing} or says more", f"Give {_KEYS}."
            )
        if entry["language"] not in _LANGUAGES:
            raise InputError(
                str(path),
                f"example {number}: language {entry['language']!r}",
                f"Write one of {_LANGUAGES}.",
            )
        examples.append(Example(*(entry[key].strip("\n") for key in _KEYS)))
    return tuple(examples)
