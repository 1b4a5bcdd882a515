"""Which claim answers which: the best pairs first, each claim used once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from build_site.link.comparable import Comparison, compare
from build_site.link.naming import subject_of
from build_site.model.claim import Claim

_NEARNESS = {"": 0, "net": 1}  # net growth says more about new things than a total does


@dataclass(frozen=True, slots=True)
class Match:
    """A target and the claim that answers it."""

    target: Claim
    other: Claim
    comparison: Comparison


def _units_differ(target: Claim, other: Claim) -> bool:
    return target.statement.unit_norm != other.statement.unit_norm


def _only_begun(target: Claim, other: Claim) -> bool:
    """Say whether a figure counts what was begun, but not what was promised to begin."""
    return subject_of(other).action == "started" != subject_of(target).action


def match(
    targets: Sequence[Claim],
    candidates: Callable[[Claim], Iterable[Claim]],
) -> dict[str, Match]:
    """Return the answer to each target by the target's id.

    `candidates` returns, in text order, the claims that are looked at for a
    target (place, task, period). Comparable pairs go before near ones, likelier
    names before others, then text order.
    A claim answers one target only, except that targets which say the same
    (the same quantity promised twice) may share it.
    """
    found: list[tuple[tuple[object, ...], Match]] = []
    for order, target in enumerate(targets):
        for place, other in enumerate(candidates(target)):
            comparison = compare(target, other)
            if comparison is None:
                continue
            key = (
                _NEARNESS.get(comparison.near, len(_NEARNESS)),
                -comparison.score,
                _only_begun(target, other),
                _units_differ(target, other),
                target.statement.action != other.statement.action,
                order,
                place,
            )
            found.append((key, Match(target, other, comparison)))
    answered: dict[str, Match] = {}
    used: dict[str, Claim] = {}
    for _, one in sorted(found, key=lambda item: item[0]):
        if one.target.statement_id in answered:
            continue
        owner = used.get(one.other.statement_id)
        if owner is not None and not _says_the_same(owner, one.target):
            continue
        answered[one.target.statement_id] = one
        used.setdefault(one.other.statement_id, one.target)
    return answered


def _says_the_same(first: Claim, second: Claim) -> bool:
    a, b = first.statement, second.statement
    shared = a.quote == b.quote and first.paragraph_id == second.paragraph_id
    return shared or (
        first.paragraph_id != second.paragraph_id and compare(first, second) is not None
    )
