"""Why a chain has its verdict, in both languages, with the figures filled in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError

_FILE = Path(__file__).with_name("verdict_reasons.toml")


def parse_reasons(content: str, file: str) -> dict[str, tuple[str, str]]:
    """Return (Chinese, English) by key. Raises InputError where one of the two is missing."""
    found: dict[str, tuple[str, str]] = {}
    for key, entry in tomllib.loads(content).items():
        if set(entry) != {"zh", "en"} or not all(entry.values()):
            raise InputError(file, f"{key} needs zh and en and nothing else", "Write both")
        found[key] = (entry["zh"], entry["en"])
    return found


@cache
def _reasons() -> dict[str, tuple[str, str]]:
    return parse_reasons(_FILE.read_text(encoding="utf-8"), _FILE.name)


def reason(key: str, zh: Mapping[str, str], en: Mapping[str, str]) -> tuple[str, str]:
    """Return a reason in Chinese and English, each with its own facts filled in.

    Raises KeyError for a fact that it needs and lacks.
    """
    in_chinese, in_english = _reasons()[key]
    return in_chinese.format(**zh), in_english.format(**en)
