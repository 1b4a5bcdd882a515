"""How characters are read; the one door to pypinyin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pypinyin import Style, lazy_pinyin, load_phrases_dict
from pypinyin.constants import PINYIN_DICT


@cache
def toned_readings(char: str) -> frozenset[str]:
    """Return the readings of a character with tone marks; empty if it has none."""
    return frozenset(r for r in PINYIN_DICT.get(ord(char), "").split(",") if r)


def syllables(text: str) -> list[str]:
    """Return the toneless syllables of a text, ü as v; what is not Han stays as it is."""
    return list(lazy_pinyin(text, style=Style.NORMAL))


def teach(words: Mapping[str, str]) -> None:
    """Make `syllables` read these words so: word → syllables parted by spaces."""
    load_phrases_dict({word: [[s] for s in reading.split()] for word, reading in words.items()})
