"""Captured numerals to numbers. Only a numeral is converted, never a text."""

from __future__ import annotations

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}
MULTIPLIERS = _PLACES | _GROUPS


def chinese_number(numeral: str) -> int:
    """Return the value of a Chinese numeral (三十五, 二〇二五, 两千, 千); raise ValueError."""
    if not numeral or any(c not in _DIGITS and c not in MULTIPLIERS for c in numeral):
        raise ValueError(f"not a Chinese numeral: {numeral!r}")
    if len(numeral) > 1 and all(c in _DIGITS for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total = section = group = digit = 0
    pending = False
    for c in numeral:
        if c in _DIGITS:
            digit, pending = _DIGITS[c], True
        elif c in _PLACES:
            group += (digit if pending else 1) * _PLACES[c]
            digit, pending = 0, False
        else:
            group += digit
            if c == "万":
                section += (group or 1) * _GROUPS[c]
            else:
                total += (section + group or 1) * _GROUPS[c]
                section = 0
            group = digit = 0
            pending = False
    return total + section + group + digit


def arabic_number(numeral: str) -> float:
    """Return the value of an Arabic numeral with or without thousands commas (9,170.3)."""
    value = float(numeral.replace(",", ""))
    return int(value) if value.is_integer() and "." not in numeral else value


def multiplier(word: str) -> int:
    """Return the factor of a multiplier as written: 万, 亿, 万亿, 千万; 1 for an empty word."""
    factor = 1
    for c in word:
        factor *= MULTIPLIERS[c]
    return factor
