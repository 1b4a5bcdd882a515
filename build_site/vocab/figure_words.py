"""Figures in English words: CNY 401.5 billion, 69,000 people, 5.8%."""

from __future__ import annotations

SIGNS = {"approx": "≈", "ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
"""Comparators as signs, the same in both languages."""

_SILENT = frozenset(("", "count", "rank", "ratio"))
_WORDS = {"person": "people", "household": "households", "person_trip": "visits"}
_SPANS = frozenset(("minute", "hour", "day", "workday", "month", "quarter", "year"))
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount_en(value: float, unit: str) -> str:
    """Return a value in its normal measure unit (`unit_norm` of the dataset) in English."""
    value = round(value, 6)
    if unit == "percent":
        return f"{value:.12g}%"
    if unit == "percentage_point":
        return f"{value:.12g} points"
    if unit in ("CNY", "USD"):
        for size, word in _SCALES:
            if abs(value) >= size:
                return f"{unit} {value / size:.12g} {word}"
        return f"{unit} {value:,.12g}"
    if unit in _SPANS and value != 1:
        return f"{value:,.12g} {unit}s"
    words = "" if unit in _SILENT else f" {_WORDS.get(unit, unit.replace('_', ' '))}"
    return f"{value:,.12g}{words}"
