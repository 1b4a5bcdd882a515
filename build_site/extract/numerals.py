"""Captured numerals to numbers. Only a numeral is converted, never a text."""

from __future__ import annotations

from build_site.vocab.number_words import number_words


def arabic_number(numeral: str) -> float:
    """Return the value of an Arabic numeral with or without thousands commas (9,170.3)."""
    value = float(numeral.replace(",", ""))
    return int(value) if value.is_integer() and "." not in numeral else value


def multiplier(word: str) -> int:
    """Return the factor of a multiplier as written: 万, 亿, 万亿, 千万; 1 for an empty word."""
    known = number_words()
    factor = 1
    for c in word:
        factor *= known.places_zh.get(c) or known.myriads_zh[c]
    return factor
