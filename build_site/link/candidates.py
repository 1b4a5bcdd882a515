"""Which claims may answer a promise at all: looked up by place, period, document and task.

Comparing names costs much more than looking up, so only claims that share all
of these are ever compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_site.link.comparable import scope_key
from build_site.link.periods import final_year
from build_site.model.claim import Claim

_AMOUNTS = frozenset(("level", "growth_rate", "share", "count", "ratio"))

Numbered = tuple[int, Claim]  # a claim and its place in the order of the text


def _in_order(found: Iterable[Numbered]) -> Iterator[Claim]:
    return (claim for _, claim in sorted(found, key=lambda item: item[0]))


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Finds the actuals that may be the outcome of a target: later, and of the same period."""

    by_period: Mapping[tuple[str, int, str], Sequence[Numbered]]  # scope, year, period

    @staticmethod
    def of(claims: Iterable[Claim]) -> Outcomes:
        """Return the actuals among the claims of one place."""
        found: dict[tuple[str, int, str], list[Numbered]] = defaultdict(list)
        for order, claim in enumerate(claims):
            if claim.statement.kind == "actual" and claim.year is not None:
                key = (scope_key(claim), claim.year, claim.statement.period)
                found[key].append((order, claim))
        return Outcomes(found)

    def __call__(self, target: Claim) -> Iterator[Claim]:
        """Yield, in text order, the actuals in the report of the year after the target's."""
        year = final_year(target.statement.period)
        if year is None:
            return
        measures = _AMOUNTS | {target.statement.measure}
        scope = scope_key(target)
        periods = {target.statement.period, str(year)}
        found = [
            one for period in periods for one in self.by_period.get((scope, year + 1, period), ())
        ]
        for claim in _in_order(found):
            if claim.statement.measure in measures and claim.document_id != target.document_id:
                yield claim


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Finds the figures that may be the progress of a target within its year and its task."""

    by_task: Mapping[tuple[str, str, str, str], Sequence[Numbered]]  # scope, period, document, task
    by_document: Mapping[tuple[str, str], Mapping[str, Sequence[Numbered]]]  # scope, period

    @staticmethod
    def of(claims: Iterable[Claim]) -> UnderWay:
        """Return the progress figures among the claims of one place."""
        by_task: dict[tuple[str, str, str, str], list[Numbered]] = defaultdict(list)
        by_document: dict[tuple[str, str], dict[str, list[Numbered]]] = defaultdict(dict)
        for order, claim in enumerate(claims):
            if claim.statement.kind != "progress":
                continue
            scope, parts = scope_key(claim), claim.statement.period.split("-")
            for end in range(1, len(parts)):  # 2023-H1 is a part of 2023
                whole = "-".join(parts[:end])
                by_task[scope, whole, claim.document_id, claim.task_id].append((order, claim))
                there = by_document[scope, whole].setdefault(claim.document_id, [])
                there.append((order, claim))
        return UnderWay(by_task, by_document)

    def __call__(self, target: Claim) -> Iterator[Claim]:
        """Yield, in text order, the figures of its own task and those of other documents."""
        scope, period, document = scope_key(target), target.statement.period, target.document_id
        found = [*self.by_task.get((scope, period, document, target.task_id), ())]
        for other, claims in self.by_document.get((scope, period), {}).items():
            if other != document:
                found += claims
        yield from _in_order(found)
