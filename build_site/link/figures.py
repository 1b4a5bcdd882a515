"""Figures of claims as readers write them, in both languages."""

from __future__ import annotations

from build_site.model.claim import Claim
from build_site.model.statement import Statement
from build_site.vocab.figure_words import SIGNS, amount_en


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
    return f"{SIGNS.get(one.comparator, '')}{value:.12g}{high}{one.unit_zh}"


def figure_en(claim: Claim) -> str:
    """Return the number of a claim in English words: >CNY 400 billion, ≈6%, 69,000 people."""
    one = claim.statement
    value = one.value if one.value_norm is None else one.value_norm
    if value is None:
        return f"“{claim.quote}”"
    sign = SIGNS.get(one.comparator, "")
    shown = amount_en(-abs(value) if _falls(one) else value, one.unit_norm)
    high = one.value_high if one.value_high_norm is None else one.value_high_norm
    if high is not None:
        shown = f"{value:,.12g}–{amount_en(high, one.unit_norm)}"
    return f"{sign}{shown}"
