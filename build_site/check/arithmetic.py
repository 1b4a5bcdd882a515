"""Figures that contradict one another: shares, completions, levels and their growth.

A text is never corrected for it: what a document states and what its own
figures compute to are both published, as a finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from build_site.model.claim import Claim
from build_site.model.finding import Finding, Severity
from build_site.model.link import Chain
from build_site.vocab.comparability import comparability

_OF = re.compile(r"^(.+?)占(?:到)?(?:全市|全省|我市)?(.+?)(?:的)?(?:比重|比例)?$")
_COMPLETES = re.compile(r"完成(?:全年|年度)?(?:目标|任务)(?:任务)?$")
_WHOLE = ("全市", "全省", "我市", "全县", "全区")
_GROWTH_SLACK = 0.02  # of a level: revisions of last year's figure below this are no finding


def _rounding(value: float) -> float:
    """Return how far a percentage may be off by its own rounding and that of its figures."""
    digits = f"{value:.10g}".partition(".")[2]
    return max(0.5, 1.5 / float(10 ** len(digits)))


def _finding(claim: Claim, check: str, zh: str, en: str, severity: Severity) -> Finding:
    at = claim.statement.quote.shifted(claim.start)
    return Finding(check, severity, claim.capture_id, claim.document, at, zh, en)


def _levels(claims: Sequence[Claim]) -> Mapping[tuple[str, str, str], list[Claim]]:
    """Return levels and counts by document, period and name as written without the place."""
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        one = claim.statement
        if one.measure in ("level", "count") and one.value_norm:
            found[claim.document_id, one.period, _name(one.indicator_zh)].append(claim)
    return found


def _name(written: str) -> str:
    for place in _WHOLE:
        written = written.removeprefix(place)
    return written


def shares(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a finding for a share of a whole that part and whole, both stated, contradict."""
    levels = _levels(claims)
    for claim in claims:
        one = claim.statement
        named = _OF.match(one.indicator_zh) if one.measure == "share" else None
        if named is None or one.value is None or one.unit_norm != "percent":
            continue
        part_name, whole_name = _name(named.group(1)), _name(named.group(2))
        parts = levels.get((claim.document_id, one.period, part_name), [])
        part = next((p for p in parts if p.paragraph_id == claim.paragraph_id), None)
        wholes = levels.get((claim.document_id, one.period, whole_name), [])
        if part is None or len({w.statement.value_norm for w in wholes}) != 1:
            continue
        whole = wholes[0].statement
        assert part.statement.value_norm is not None and whole.value_norm is not None
        if part.statement.unit_norm != whole.unit_norm:
            continue
        computed = 100 * part.statement.value_norm / whole.value_norm
        if abs(computed - one.value) > _rounding(one.value):
            figures = f"{part.quote} / {wholes[0].quote}"
            yield _finding(
                claim,
                "arithmetic-share",
                f"文中称占{one.value:g}%，按所载数字计算为{computed:.1f}%：{figures}",
                f"the text states {one.value:g}%, its own figures give {computed:.1f}%: {figures}",
                Severity.WARNING,
            )


def completions(claims: Sequence[Claim], chains: Sequence[Chain]) -> Iterator[Finding]:
    """Yield a finding for a stated completion that target and progress contradict."""
    by_id = {claim.statement_id: claim for claim in claims}
    stated: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        name = claim.statement.indicator_zh
        if claim.statement.measure == "share" and _COMPLETES.search(name):
            stated.setdefault((claim.paragraph_id, _COMPLETES.sub("", name)), claim)
    for chain in chains:
        target, done = (
            by_id.get(key) for key in (chain.target_statement_id, chain.progress_statement_id)
        )
        if target is None or done is None or target.task_id != done.task_id:
            continue
        said = stated.get((done.paragraph_id, done.statement.indicator_zh))
        wanted, got = target.statement.value_norm, done.statement.value_norm
        if said is None or said.statement.value is None or not wanted or got is None:
            continue
        computed = 100 * got / wanted
        if abs(computed - said.statement.value) > _rounding(said.statement.value):
            figures = f"{done.quote} / {target.quote}"
            yield _finding(
                said,
                "arithmetic-completion",
                f"文中称完成{said.statement.value:g}%，按所载数字计算为{computed:.1f}%：{figures}",
                f"the text states a completion of {said.statement.value:g}%, its own figures "
                f"give {computed:.1f}%: {figures}",
                Severity.WARNING,
            )


def growth(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a finding where level, growth and last year's level, as stated then, disagree.

    Growth at constant prices (gross product, value added) is left out: it
    need not compute. What remains may be a revision of last year's figure or
    a change of definition, so it is information and no warning.
    """
    levels: dict[tuple[str, str, str], dict[int, Claim]] = defaultdict(dict)
    rates: dict[tuple[str, str, str, int], Claim] = {}
    real = comparability().real
    for claim in claims:
        one = claim.statement
        if one.kind != "actual" or not one.period.isdigit() or one.comparator != "eq":
            continue
        if not one.indicator_id or one.indicator_id.startswith(real) or one.value_norm is None:
            continue
        if claim.place_id != claim.home or one.provisional:
            continue
        if one.measure == "level":
            key = (claim.home, one.indicator_id, one.unit_norm)
            levels[key].setdefault(int(one.period), claim)
        elif one.measure == "growth_rate":
            sign = -1 if one.direction == "down" and one.value_norm > 0 else 1
            if sign > 0 or one.value_norm < 100:
                place = (claim.home, one.indicator_id, claim.paragraph_id, int(one.period))
                rates.setdefault(place, claim)
    for key, years in sorted(levels.items(), key=lambda item: item[0]):
        for year, now in sorted(years.items()):
            before = years.get(year - 1)
            rate = rates.get((key[0], key[1], now.paragraph_id, year))
            if before is not None and rate is not None and before.document_id != now.document_id:
                yield from _growth_finding(before, now, rate)


def _growth_finding(before: Claim, now: Claim, rate: Claim) -> Iterator[Finding]:
    then, level, stated = (c.statement.value_norm for c in (before, now, rate))
    if not then or not level or stated is None:
        return
    stated = -stated if rate.statement.direction == "down" and stated > 0 else stated
    implied = level / (1 + stated / 100)
    if abs(implied / then - 1) <= _GROWTH_SLACK:
        return
    computed = 100 * (level / then - 1)
    figures = f"{before.quote} → {now.quote}"
    yield _finding(
        rate,
        "arithmetic-growth",
        f"文中称增长{stated:g}%，按上年所报总量计算为{computed:.1f}%，口径或基数可能已调整：{figures}",
        f"the text states growth of {stated:g}%, the level reported a year before gives "
        f"{computed:.1f}%; definition or base may have changed: {figures}",
        Severity.INFO,
    )


def check_arithmetic(claims: Sequence[Claim], chains: Sequence[Chain]) -> tuple[Finding, ...]:
    """Return what the figures of all documents say against one another."""
    return (*shares(claims), *completions(claims, chains), *growth(claims))
