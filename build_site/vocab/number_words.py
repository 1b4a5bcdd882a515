"""Number words of both languages: vocab/number_words.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words and the numbers they stand for; `parts` are denominators (thirds: 3)."""

    months: tuple[str, ...]
    digits_zh: dict[str, int]
    places_zh: dict[str, int]
    myriads_zh: dict[str, int]
    scales_zh: dict[str, int]
    words_en: dict[str, int]  # one … nineteen, first …, twenty …, twentieth …, twenties …
    scales_en: dict[str, int]
    multiples_en: dict[str, int]
    parts_en: dict[str, int]


@cache
def number_words() -> NumberWords:
    """Return the number words of both languages."""
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        table = tomllib.load(file)
    zh, en = table["zh"], table["en"]
    words = {word: n for n, word in enumerate(en["ones"])}
    words |= {word: n for n, word in enumerate(en["ordinals"])}
    for n, word in enumerate(en["tens"], 2):
        words |= dict.fromkeys((word, f"{word[:-1]}ieth", f"{word[:-1]}ies"), n * 10)
    return NumberWords(
        tuple(table["months"]),
        zh["digits"],
        zh["places"],
        zh["myriads"],
        zh["scales"],
        words,
        en["scales"],
        en["multiples"],
        en["parts"],
    )
