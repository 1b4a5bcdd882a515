"""Figures of claims as readers write them, in both languages."""

from __future__ import annotations

from build_site.model.claim import Claim
from build_site.model.statement import Statement

_SIGNS = {"approx": "≈", "ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
_SILENT = frozenset(("", "count", "rank", "ratio"))
_WORDS = {"person": "people", "household": "households", "person_trip": "visits"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def is_cut(one: Statement) -> bool:
    """Say whether a fall is what is promised or reported: 压减一般性支出15%."""
    return one.measure == "growth_rate" and one.indicator_id.endswith("-cut")


def _falls(one: Statement) -> bool:
    return one.direction == "down" and one.measure == "growth_rate" and not is_cut(one)


def figure_zh(claim: Claim) -> str:
    """Return the number of a claim with its comparator as a sign: >4000亿元, ≈6%, -4.8%."""
    one = claim.statement
    if one.value is None:
        return claim.quote
    value = -abs(one.value) if _falls(one) else one.value
    high = f"–{one.value_high:.12g}" if one.value_high is not None else ""
    return f"{_SIGNS.get(one.comparator, '')}{value:.12g}{high}{one.unit_zh}"


def _amount(value: float, unit: str) -> str:
    if unit in ("percent", "percentage_point"):
        return f"{value:.12g}%" if unit == "percent" else f"{value:.12g} points"
    if unit in ("CNY", "USD"):
        for size, word in _SCALES:
            if abs(value) >= size:
                return f"{unit} {value / size:.12g} {word}"
        return f"{unit} {value:,.12g}"
    words = "" if unit in _SILENT else f" {_WORDS.get(unit, unit.replace('_', ' '))}"
    return f"{value:,.12g}{words}"


def figure_en(claim: Claim) -> str:
    """Return the number of a claim in English words: >CNY 400 billion, ≈6%, 69,000 people."""
    one = claim.statement
    value = one.value if one.value_norm is None else one.value_norm
    if value is None:
        return f"“{claim.quote}”"
    sign = _SIGNS.get(one.comparator, "")
    shown = _amount(round(-abs(value) if _falls(one) else value, 6), one.unit_norm)
    high = one.value_high if one.value_high_norm is None else one.value_high_norm
    if high is not None:
        shown = f"{value:,.12g}–{_amount(high, one.unit_norm)}"
    return f"{sign}{shown}"
