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


def han_number(numeral: str) -> int:
    """Return the value of a Chinese numeral (三十五, 二〇二五, 两千, 千).

    Digits in a row are read as written (二〇二四). Raises ValueError for anything else.
    """
    known = number_words()
    digits, places, myriads = known.digits_zh, known.places_zh, known.myriads_zh
    if not numeral or any(
        c not in digits and c not in places and c not in myriads for c in numeral
    ):
        raise ValueError(f"not a Chinese numeral: {numeral!r}")
    if all(c in digits for c in numeral):
        return int("".join(str(digits[c]) for c in numeral))
    total = section = group = digit = 0
    pending = False
    for c in numeral:
        if c in digits:
            digit, pending = digits[c], True
            continue
        if c in places:
            group += (digit if pending else 1) * places[c]
        elif c == "万":
            section += (group + digit or 1) * myriads[c]
            group = 0
        else:
            total += (section + group + digit or 1) * myriads[c]
            section = group = 0
        digit, pending = 0, False
    return total + section + group + digit
