"""The rule of verdicts: what a promise, its half-year figure and its outcome say.

One function, `verdict`; everything else in this module is a step of it. The
rule is published word for word on the method page:

* a point target: equal is met, better is exceeded, worse is missed;
* 以上, 不低于: the number itself is met, better is exceeded;
* 突破, 超过: crossing the number is exceeded (突破 again is met), reaching it is not enough;
* 以内: inside is met;
* 左右: within 0.5 points (levels: within 2 %) is met; strictly it is the bare number;
* 同步: within 0.5 points of the figure referred to is met, above is exceeded;
* 快于: above the figure referred to is met;
* an event (建成投用, 成功举办): reported is met, reported of a part (基本建成, 首通段) partly met;
* a half-year figure is compared with its share of the year (six months: a
  half); only something done that cannot be undone meets a target early.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_site.link.figures import figure_en, figure_zh, is_cut
from build_site.link.milestones import is_milestone, partly
from build_site.link.naming import subject_of
from build_site.model.claim import Claim
from build_site.model.statement import Statement
from build_site.vocab.comparability import comparability
from build_site.vocab.indicators import indicators
from build_site.vocab.verdict_reasons import reason

TOLERANCE = 0.5  # percentage points that 左右 and 同步 allow
LEVEL_TOLERANCE = 0.02  # of a level that 左右 allows
_NEARLY = re.compile(r"接近|近(?=\d)|逼近")
_COMPLETION = re.compile(
    r"[\u3400-\u9fff（）()]{0,3}[，,]?(?:已)?完成(?:全年|年度)?(?:目标|任务)(?:任务)?的?"
    r"(\d+(?:\.\d+)?)[%％](?!\d)"
)
_ROUNDING = 1.0  # percentage points between a stated completion and the one that computes
_SLIP = 500.0  # a half-year figure so many times off its target is a slip of the pen
_EPSILON = 1e-9
_RELATIVE = frozenset(("sync", "faster_than"))
_WITHOUT_NUMBER = frozenset(("stable", "increase", "decrease", "meet_assigned", "complete"))


Facts = dict[str, Claim | str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Verdict codes of DATASET.md (empty: cannot be known yet) and why, in both languages."""

    code: str
    strict: str
    reason_zh: str
    reason_en: str


def _said(key: str, code: str, facts: Facts | None = None, strict: str | None = None) -> Verdict:
    """Return a verdict with its reason; a claim among the facts stands for its figure."""
    known = facts or {}
    zh, en = reason(
        key,
        {k: figure_zh(v) if isinstance(v, Claim) else v for k, v in known.items()},
        {k: figure_en(v) if isinstance(v, Claim) else v for k, v in known.items()},
    )
    return Verdict(code, code if strict is None else strict, zh, en)


def signed(one: Statement) -> float | None:
    """Return the normal value of a statement, negative for a fall of a growth rate."""
    value = one.value if one.value_norm is None else one.value_norm
    falls = one.measure in ("growth_rate", "percentage_point_change") and one.direction == "down"
    return -value if value is not None and falls and value > 0 else value


def _cut(target: Claim) -> bool:
    """Say whether a fall is what is promised: 压减一般性支出15%."""
    one = target.statement
    wanted = indicators().get(one.indicator_id)
    return one.measure == "growth_rate" and (
        one.direction == "down"
        or is_cut(one)
        or (wanted is not None and wanted.better == "lower" and one.comparator in ("ge", "gt"))
    )


def _values(target: Claim, other: Claim) -> tuple[float, float] | None:
    """Return both values, both as size of the fall where a fall is promised."""
    wanted, got = signed(target.statement), signed(other.statement)
    if wanted is None or got is None:
        return None
    if _cut(target):
        falls = other.statement.direction == "down" or is_cut(target.statement)
        return abs(wanted), abs(got) if falls else -got
    return wanted, got


def _lower_is_better(target: Claim) -> bool:
    one = target.statement
    known = indicators().get(one.indicator_id)
    if one.comparator in ("le", "lt") or one.measure == "rank":
        return True
    removed = any(word in target.quote for word in comparability().removal)
    if _cut(target) or removed or one.comparator in ("ge", "gt"):
        return False
    return known.better == "lower" if known else one.direction == "down"


def _compared(target: Claim, other: Claim, wanted: float, got: float, strict: bool) -> str:
    """Return met, exceeded or missed for two numbers of one measure unit."""
    one = target.statement
    ahead = (wanted - got) if _lower_is_better(target) else (got - wanted)
    points = one.measure in ("growth_rate", "share", "percentage_point_change")
    slack = TOLERANCE if points else LEVEL_TOLERANCE * abs(wanted)
    known = indicators().get(one.indicator_id)
    equal = abs(ahead) <= _EPSILON * max(1.0, abs(wanted))
    crossed = other.statement.comparator == "gt" and not _lower_is_better(target)
    nearly = other.statement.comparator == "approx" and bool(_NEARLY.search(other.quote))
    high = one.value_high_norm if one.value_high_norm is not None else one.value_high
    if one.comparator == "range" and high is not None:
        return "met" if wanted <= got <= high else "exceeded" if got > high else "missed"
    if one.comparator in ("le", "lt"):
        return "met" if ahead > 0 or (equal and one.comparator == "le") else "missed"
    if one.comparator == "approx" and not strict and abs(ahead) <= slack + _EPSILON:
        return "met"
    if equal and nearly:
        return "missed"
    if equal and one.comparator == "gt":
        return "met" if crossed or other.statement.comparator == "ge" else "missed"
    if equal:
        return "exceeded" if crossed and one.comparator in ("eq", "ge") else "met"
    if known is not None and known.better == "neither" and one.comparator in ("eq", "approx"):
        return "missed"
    return "exceeded" if ahead > 0 else "missed"


def _relative(target: Claim, outcome: Claim, reference: Claim | None) -> Verdict:
    """Judge 同步 and 快于 by the figure they refer to."""
    got = signed(outcome.statement)
    base = signed(reference.statement) if reference else None
    facts: Facts = {"outcome": outcome, "to": target.statement.compared_with}
    if got is None or base is None or reference is None:
        return _said("no_reference", "not_measurable", facts)
    facts["reference"] = reference
    ahead = got - base
    if target.statement.comparator == "faster_than":
        code = "met" if ahead > _EPSILON else "missed"
        return _said("faster_than", code, facts)
    loose = "met" if abs(ahead) <= TOLERANCE + _EPSILON else "exceeded" if ahead > 0 else "missed"
    strict = "met" if abs(ahead) <= _EPSILON else "exceeded" if ahead > 0 else "missed"
    return _said("sync", loose, facts, strict)


def _worded(target: Claim, outcome: Claim, before: Claim | None) -> Verdict:
    """Judge targets without a number by what the outcome says of itself."""
    wanted, got = target.statement.comparator, outcome.statement
    facts: Facts = {"outcome": outcome.quote}
    if is_milestone(target.statement) and is_milestone(got):
        facts["event"] = target.statement.indicator_zh
        part = partly(target.statement, got)
        return _said("part_done", "partly_met", facts) if part else _said("done", "met", facts)
    if got.comparator == wanted or (wanted == "meet_assigned" and got.comparator == "complete"):
        return _said("worded_same", "met", facts)
    if wanted == "meet_assigned":
        return _said("assigned_unknown", "not_measurable", facts)
    if wanted == "complete":
        if got.measure == "share" and got.value is not None:
            return _said("full", "met" if got.value >= 100 else "missed", facts)
        return _said("no_direction", "not_measurable", facts)
    direction = got.direction
    now, then = signed(got), signed(before.statement) if before else None
    if not direction and now is not None and then is not None and now != then:
        direction = "up" if now > then else "down"
    if got.measure == "growth_rate" and now is not None:
        direction = "up" if now > 0 else "down"
    if not direction:
        return _said("no_direction", "not_measurable", facts)
    good = {"increase": "up", "decrease": "down"}.get(wanted)
    if good is None:  # stable: a rise keeps it, a fall of unknown size does not decide
        return _said("direction", "met" if direction == "up" else "not_measurable", facts)
    return _said("direction", "met" if direction == good else "missed", facts)


def _stock(claim: Claim) -> bool:
    text = claim.statement.indicator_zh
    return any(word in text for word in comparability().stock)


def share_of_year(period: str) -> float:
    """Return the part of a year that a period covers: 2023-H1 is 0.5, 2023-Q1 0.25, 2023 1."""
    part = period[5:]
    if part.startswith("H"):
        return 0.5 * int(part[1:2] or 1)
    if part.startswith("Q"):
        return 0.25 * int(part[1:2] or 1)
    return int(part) / 12 if part.isdigit() else 1.0


def completion_stated(target: Claim, progress: Claim) -> float | None:
    """Return the completion in percent that the text states right after a half-year figure.

    Only where it is the only percentage of its clause: several in a row
    belong to several items and are read by the table of completions.
    """
    if target.task_id != progress.task_id or not target.task_id:
        return None
    if progress.statement.figure is None:
        return None
    after = progress.paragraph[progress.statement.figure.end :]
    found = _COMPLETION.match(after)
    return float(found[1]) if found else None


def _under_way(target: Claim, progress: Claim) -> Verdict:
    """Judge a figure of part of the year by its share of the year."""
    one = target.statement
    facts: Facts = {"progress": progress, "target": target}
    if one.comparator in _RELATIVE:
        return _said("half_relative", "not_measurable", facts)
    if one.comparator in _WITHOUT_NUMBER:
        found = _worded(target, progress, None)
        code = {"met": "on_track", "missed": "behind"}.get(found.code, "not_measurable")
        return _said("half_worded", code, facts)
    values = _values(target, progress)
    if values is None:
        return _said("no_number", "not_measurable", facts)
    wanted, got = values
    adds_up = one.measure in ("count", "level") and not _lower_is_better(target)
    if not adds_up:
        loose, strict = (
            "on_track" if _compared(target, progress, wanted, got, bare) != "missed" else "behind"
            for bare in (False, True)
        )
        return _said("half_rate", loose, facts, strict)
    if wanted and got and not 1 / _SLIP <= abs(got / wanted) <= _SLIP:
        return _said("slip", "disputed", facts)
    stated = completion_stated(target, progress)
    if wanted and stated is not None and abs(stated - 100 * got / wanted) > _ROUNDING:
        facts["stated"] = f"{stated:.12g}"
        facts["percent"] = f"{100 * got / wanted:.1f}"
        return _said("completion", "disputed", facts)
    facts["percent"] = f"{100 * got / wanted:.1f}" if wanted else "-"
    pace = share_of_year(progress.statement.period)
    facts["pace"] = f"{100 * pace:.0f}"
    reached = _compared(target, progress, wanted, got, strict=True)
    done = one.measure == "count" and not _stock(target) and subject_of(target).action != "total"
    if reached != "missed" and done:
        return _said("half_done", reached, facts)
    kept = _stock(target) or subject_of(target).action == "total"
    enough = reached != "missed" or (not kept and wanted and got / wanted >= pace - _EPSILON)
    return _said("half_pace", "on_track" if enough else "behind", facts)


def _outcome(
    target: Claim, outcome: Claim, reference: Claim | None, before: Claim | None
) -> Verdict:
    """Judge by the figure of the whole period."""
    one = target.statement
    if one.comparator in _RELATIVE:
        return _relative(target, outcome, reference)
    if one.comparator in _WITHOUT_NUMBER:
        return _worded(target, outcome, before)
    values = _values(target, outcome)
    if values is None:
        return _said("no_number", "not_measurable")
    wanted, got = values
    loose = _compared(target, outcome, wanted, got, strict=False)
    strict = _compared(target, outcome, wanted, got, strict=True)
    return _said(loose, loose, {"target": target, "outcome": outcome}, strict)


def verdict(
    target: Claim,
    progress: Claim | None,
    outcome: Claim | None,
    *,
    reference: Claim | None = None,
    before: Claim | None = None,
    covered: bool = False,
    near: str = "",
) -> Verdict:
    """Return what the published rule says of one promise.

    `reference` is the figure that a relative target refers to, `before` the
    figure of the period before, `covered` says that a later report of the
    place covers the period. `near` names what keeps an outcome from being
    comparable. Texts from a capture graded spun are never judged.
    """
    claims = [one for one in (target, progress, outcome) if one is not None]
    if any(one.grade == "spun" for one in claims):
        return _said("spun", "")
    if outcome is not None and near:
        return _said(
            f"near_{near}", "not_comparable", {"target": target.quote, "outcome": outcome.quote}
        )
    if outcome is not None:
        return _outcome(target, outcome, reference, before)
    if progress is not None:
        found = _under_way(target, progress)
        zh, en = reason("no_more", {}, {}) if covered else ("", "")
        return Verdict(found.code, found.strict, found.reason_zh + zh, found.reason_en + en)
    if covered:
        return _said("not_reported", "not_reported")
    return _said("open", "")
