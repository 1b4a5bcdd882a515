"""Ties between claims of one indicator: over the years, between levels, said twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from build_site.link.actions import opposed
from build_site.link.comparable import compare
from build_site.link.naming import subject_of
from build_site.link.verdict import signed
from build_site.model.claim import Claim
from build_site.model.link import Link

_SAME_BASIS = 0.1  # a level that its own growth rate contradicts by more is on another basis
_PLAIN = frozenset(
    ("", "added", "reached", "built", "renewed", "both")
)  # neither filed nor net nor begun
_SERIES = frozenset(("level", "growth_rate", "share", "ratio", "count"))


def _plain(claim: Claim) -> bool:
    """Say whether a claim is a figure of a known indicator for a whole place and year."""
    one = claim.statement
    return (
        bool(subject_of(claim).indicator_id)
        and one.measure in _SERIES
        and one.value is not None
        and one.period.isdigit()
        and claim.place_id == claim.home != ""
        and one.comparator in ("eq", "gt", "ge", "approx")
        and subject_of(claim).action in _PLAIN
    )


def _key(claim: Claim) -> tuple[str, str, str, str]:
    one = claim.statement
    return claim.home, subject_of(claim).indicator_id, one.measure, one.unit_norm


def _opposed(first: Claim, second: Claim) -> bool:
    return opposed(subject_of(first).action, subject_of(second).action)


def series(claims: Sequence[Claim]) -> Iterator[Link]:
    """Yield `continues` from each year's actual to that of the following year.

    An indicator is not continued where the growth rate stated beside the later
    level implies another base: its definition has changed in between.
    """
    found: dict[tuple[str, str, str, str], dict[int, Claim]] = defaultdict(dict)
    growth: dict[tuple[str, str, str], float] = {}
    for claim in claims:
        if claim.statement.kind != "actual" or not _plain(claim):
            continue
        year = int(claim.statement.period)
        found[_key(claim)].setdefault(year, claim)
        rate = signed(claim.statement)
        if claim.statement.measure == "growth_rate" and rate is not None:
            growth.setdefault((*_key(claim)[:2], claim.document_id), rate)
    broken = set(_breaks(found, growth))
    for key, years in sorted(found.items()):
        for year, earlier in sorted(years.items()):
            later = years.get(year + 1)
            if later is None or earlier.document_id == later.document_id:
                continue
            if (key[0], key[1], year) in broken or _opposed(earlier, later):
                continue
            yield Link(
                earlier.statement_id,
                later.statement_id,
                "continues",
                "indicator",
                1.0,
                "same indicator and measure in the following year",
            )


def _breaks(
    found: Mapping[tuple[str, str, str, str], Mapping[int, Claim]],
    growth: Mapping[tuple[str, str, str], float],
) -> Iterator[tuple[str, str, int]]:
    """Yield (place, indicator, year) where the following year rests on another base."""
    for key, years in found.items():
        for year, earlier in years.items():
            later = years.get(year + 1)
            if key[2] != "level" or later is None:
                continue
            rate = growth.get((*key[:2], later.document_id))
            if rate is not None and _other_basis(earlier, later, rate):
                yield key[0], key[1], year


def _other_basis(earlier: Claim, later: Claim, rate: float) -> bool:
    """Say whether the later level, by its own growth rate, rests on another base."""
    then, now = earlier.statement.value_norm, later.statement.value_norm
    if not then or now is None or rate <= -100:
        return False
    implied = now / (1 + rate / 100)
    return abs(implied / then - 1) > _SAME_BASIS


def ladder(claims: Sequence[Claim]) -> Iterator[Link]:
    """Yield `ladder` from a place's figure to that of a place directly within it."""
    found: dict[tuple[str, str, str, str, str, str], Claim] = {}
    for claim in claims:
        if claim.statement.kind in ("actual", "target") and _plain(claim):
            key = (*_key(claim), claim.statement.period, claim.statement.kind)
            found.setdefault(key, claim)
    for key, lower in sorted(found.items(), key=lambda item: item[0]):
        upper = found.get((key[0].rpartition("/")[0], *key[1:]))
        if upper is not None and not _opposed(upper, lower):
            yield Link(
                upper.statement_id,
                lower.statement_id,
                "ladder",
                "indicator",
                1.0,
                "same indicator, measure and year, one level down",
            )


def restated(claims: Sequence[Claim]) -> Iterator[Link]:
    """Yield `restates` from the first place where a promise is made to each further one."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        one = claim.statement
        if one.kind == "target" and one.value_norm is not None and claim.home:
            key = (claim.home, one.period, one.measure, one.unit_norm, one.value_norm)
            found[key].append(claim)
    for group in found.values():
        for at, first in enumerate(group):
            for other in group[at + 1 :]:
                if other.paragraph_id == first.paragraph_id:
                    continue
                comparison = compare(first, other)
                if comparison is None or comparison.near or comparison.score < 0.8:
                    continue
                yield Link(
                    first.statement_id,
                    other.statement_id,
                    "restates",
                    "name",
                    round(comparison.score, 2),
                    "the same promise, said again",
                )
