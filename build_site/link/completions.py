"""Progress that a stated completion ties to its target: 76242例 is 183.72% of 41500人次."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from build_site.link.comparable import Comparison
from build_site.link.matching import Match
from build_site.link.naming import similarity, subject_of
from build_site.model.claim import Claim

_COMPLETES = re.compile(r"完成(?:全年|年度)?(?:目标|任务)(?:任务)?$")
_AMOUNTS = frozenset(("level", "count"))
_LIKE = 0.2  # the names must still have something in common
_ROUNDING = 0.1  # percentage points


def stated(claims: Iterable[Claim]) -> Mapping[tuple[str, str], float]:
    """Return the completions in percent that the text states, by paragraph and name."""
    found: dict[tuple[str, str], float] = {}
    for claim in claims:
        one = claim.statement
        if one.measure == "share" and one.value is not None and _COMPLETES.search(one.indicator_zh):
            found.setdefault((claim.paragraph_id, _COMPLETES.sub("", one.indicator_zh)), one.value)
    return found


def by_completion(
    targets: Sequence[Claim], claims: Sequence[Claim], answered: Mapping[str, Match]
) -> dict[str, Match]:
    """Return answers for targets that have none yet.

    A figure of the same task answers a target if it states a completion and
    is, to the rounding, that part of the target.
    """
    completions = stated(claims)
    used = {one.other.statement_id for one in answered.values()}
    by_task: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.statement.kind == "progress":
            by_task[claim.task_id].append(claim)
    found: dict[str, Match] = {}
    for target in targets:
        if target.statement_id in answered or not target.task_id:
            continue
        for other in by_task[target.task_id]:
            if other.statement_id in used or not _computes(target, other, completions):
                continue
            found[target.statement_id] = Match(target, other, Comparison(0.7))
            used.add(other.statement_id)
            break
    return found


def _computes(target: Claim, other: Claim, completions: Mapping[tuple[str, str], float]) -> bool:
    one, two = target.statement, other.statement
    if not {one.measure, two.measure} <= _AMOUNTS or not one.value_norm or two.value_norm is None:
        return False
    completion = completions.get((other.paragraph_id, two.indicator_zh))
    if completion is None or completion == 100:  # every finished item is 100 %
        return False
    names = (subject_of(target).name, subject_of(other).name)
    alike = similarity(*names, heads=False) >= _LIKE
    return alike and abs(100 * two.value_norm / one.value_norm - completion) <= _ROUNDING
