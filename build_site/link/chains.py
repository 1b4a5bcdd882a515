"""Every promise with what became of it: target → progress → outcome, and its verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_site.link.candidates import Outcomes, UnderWay
from build_site.link.completions import by_completion
from build_site.link.matching import Match, match
from build_site.link.milestones import is_milestone
from build_site.link.naming import subject_of
from build_site.link.periods import final_year
from build_site.link.verdict import verdict
from build_site.model.claim import Claim
from build_site.model.link import Chain, Link
from build_site.model.report import Kind
from build_site.model.statement import Statement
from build_site.vocab.comparability import comparability

_NAMED_BETWEEN = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Linked:
    """The chains of all promises and the links inside them."""

    chains: tuple[Chain, ...]
    links: tuple[Link, ...]


def _promise(claim: Claim) -> bool:
    """Say whether a claim promises something that can be followed up."""
    one = claim.statement
    if one.kind != "target" or not claim.home or not one.period:
        return False
    bare_year = one.value in _NAMED_BETWEEN and not one.unit_zh and one.measure == "count"
    return not bare_year


def _counts_subject(claim: Claim, others: Iterable[Claim]) -> bool:
    """Say whether a count only says how many things another promise is about.

    确保11个发展区实现营收2800亿元: the promise is the revenue, not the number 11.
    """
    one = claim.statement
    if one.measure != "count" or one.figure is None:
        return False
    return any(
        other is not claim
        and other.statement.quote.start <= one.figure.start < other.statement.quote.end
        and other.statement.figure is not None
        and other.statement.figure.start > one.figure.end
        and (
            _names_more(other.statement, one)
            or (bool(other.scope) and other.scope in one.indicator_zh)
        )
        for other in others
    )


def _names_more(other: Statement, one: Statement) -> bool:
    """Say whether a name goes on where that of a count ends; 开工120个、竣工60个 are two counts."""
    verbs = {other.action, one.action}
    parallel = other.value != one.value or (len(verbs) > 1 and "" not in verbs)
    same = other.indicator_zh == one.indicator_zh
    return other.indicator_zh.startswith(one.indicator_zh) and not (same and parallel)


def promises(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that promise something that can be followed up, in text order."""
    by_paragraph: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_paragraph[claim.paragraph_id].append(claim)
    return [
        claim
        for group in by_paragraph.values()
        for claim in group
        if _promise(claim) and not _counts_subject(claim, group)
    ]


@dataclass(frozen=True, slots=True)
class _Reference:
    """Finds the figures that relative targets refer to."""

    by_indicator: Mapping[tuple[str, str, str], Sequence[Claim]]

    def growth(self, home: str, period: str, to: str) -> Claim | None:
        """Return the growth of the indicator that `to` names, in that place and period."""
        indicator = comparability().references.get(to, "")
        found = self.by_indicator.get((home, period, indicator), ())
        return next((c for c in found if c.statement.measure == "growth_rate"), None)

    def before(self, target: Claim) -> Claim | None:
        """Return the actual of the year before the target's, of the same measure."""
        year = final_year(target.statement.period)
        subject = subject_of(target).indicator_id
        if year is None or not subject:
            return None
        found = self.by_indicator.get((target.home, str(year - 1), subject), ())
        return next((c for c in found if c.statement.measure == target.statement.measure), None)


def _references(claims: Iterable[Claim]) -> _Reference:
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        indicator = subject_of(claim).indicator_id
        if claim.statement.kind == "actual" and indicator and claim.place_id == claim.home:
            found[claim.home, claim.statement.period, indicator].append(claim)
    return _Reference(found)


def _link(found: Match, relation: str, method: str = "") -> Link:
    if method == "completion":
        why = "the completion stated beside it is progress over target"
        return Link(
            found.target.statement_id,
            found.other.statement_id,
            relation,
            method,
            found.comparison.score,
            why,
        )
    target, other = subject_of(found.target), subject_of(found.other)
    exact = bool(target.indicator_id) and target.indicator_id == other.indicator_id
    method = "indicator" if exact else "name"
    same = "same indicator" if exact else "same thing as written"
    return Link(
        found.target.statement_id,
        found.other.statement_id,
        relation,
        method,
        round(found.comparison.score, 2),
        f"{same}, measure, place and period",
    )


def _parts(target: Claim, matches: Sequence[Mapping[str, Match]]) -> list[Match | None]:
    """Return the outcomes of a promise about several things, one for each; else the only one."""
    found = [m[target.statement_id] for m in matches if target.statement_id in m]
    return list(found) or [None]


def _covered(claims: Iterable[Claim]) -> set[tuple[str, int]]:
    """Return (place, year) of all years that a later work report of the place covers."""
    return {
        (claim.home, claim.year - 1)
        for claim in claims
        if claim.kind is Kind.WORK_REPORT and claim.year is not None and claim.grade != "spun"
    }


def _outcomes(targets: Sequence[Claim], claims: Sequence[Claim]) -> list[Mapping[str, Match]]:
    """Return the outcomes by target; a second mapping holds the second parts, and so on."""
    parts = comparability().parts
    most = max((len(p) for p in parts.values()), default=1)

    candidates = Outcomes.of(claims)

    def answers(part: int) -> Mapping[str, Match]:
        def possible(target: Claim) -> Iterator[Claim]:
            whole = subject_of(target).indicator_id
            wanted = parts.get(whole)
            if wanted is None:
                return candidates(target) if part == 0 else iter(())
            return (one for one in candidates(target) if _is_part(one, whole, wanted, part))

        return match(targets, possible)

    return [answers(part) for part in range(most)]


def _is_part(other: Claim, whole: str, wanted: Sequence[str], part: int) -> bool:
    """Say whether a claim is about the part of that number, or, as the first, about the whole."""
    piece = subject_of(other).indicator_id
    return part == 0 if piece == whole else part < len(wanted) and piece == wanted[part]


def _of_home(claims: Sequence[Claim], reference: _Reference) -> Linked:
    """Return the chains and links of one place."""
    targets = promises(claims)
    covered = _covered(claims)
    progress = match(targets, UnderWay.of(claims))
    progress = {key: one for key, one in progress.items() if not one.comparison.near}
    computed = by_completion(targets, claims, progress)
    progress |= computed
    outcomes = _outcomes(targets, claims)
    chains: list[Chain] = []
    links: list[Link] = []
    for target in targets:
        under_way = progress.get(target.statement_id)
        if under_way is not None:
            method = "completion" if target.statement_id in computed else ""
            links.append(_link(under_way, "progress_of", method))
        if is_milestone(target.statement) and target.statement_id not in outcomes[0]:
            continue  # its result stands in no published report: no promise to hold against it
        for found in _parts(target, outcomes):
            if found is not None and not found.comparison.near:
                links.append(_link(found, "outcome_of"))
            chains.append(_chain(target, under_way, found, covered, reference))
    return Linked(tuple(chains), tuple(links))


def _chain(
    target: Claim,
    under_way: Match | None,
    found: Match | None,
    covered: set[tuple[str, int]],
    reference: _Reference,
) -> Chain:
    year = final_year(target.statement.period)
    near = found.comparison.near if found else ""
    if near and under_way is not None:
        found = None  # a comparable half-year figure says more than an outcome that is not
    to = target.statement.compared_with
    judged = verdict(
        target,
        under_way.other if under_way else None,
        found.other if found else None,
        reference=reference.growth(target.home, str(year), to) if to else None,
        before=reference.before(target),
        covered=year is not None and (target.home, year) in covered,
        near=near,
    )
    outcome = found.other if found else None
    whole = subject_of(target).indicator_id
    part = subject_of(outcome).indicator_id if outcome and not near else ""
    return Chain(
        place_id=target.home,
        indicator_id=part if whole in comparability().parts and part else whole,
        period=target.statement.period,
        target_statement_id=target.statement_id,
        progress_statement_id=under_way.other.statement_id if under_way else "",
        outcome_statement_id=outcome.statement_id if outcome else "",
        verdict=judged.code,
        verdict_strict=judged.strict,
        reason_zh=judged.reason_zh,
        reason_en=judged.reason_en,
    )


def chains(claims: Sequence[Claim]) -> Linked:
    """Return every promise with its verdict, and the links from targets to what answers them."""
    by_home: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_home[claim.home].append(claim)
    reference = _references(claims)
    done = [_of_home(group, reference) for _, group in sorted(by_home.items())]
    return Linked(
        tuple(chain for one in done for chain in one.chains),
        tuple(link for one in done for link in one.links),
    )
