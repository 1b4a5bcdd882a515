"""When two claims may stand side by side, and when one may be judged by the other.

Same definition, same measure, same place, same measure unit. What differs in
one respect that a reader would have to weigh (a level of authority, net
against gross, growth against level) is `near`: it may be shown beside the
promise, it is never a link.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_site.link.milestones import is_milestone, partly, same_event
from build_site.link.naming import Subject, names_of, similarity, subject_of
from build_site.model.claim import Claim
from build_site.vocab.comparability import comparability

APART = 0.85  # names of two documents must be this alike, or share all that matters
SAME_TASK = 0.6  # within one task of one table the context already narrows it down
CLOSE = 0.72
QUALITATIVE = frozenset(("sync", "faster_than", "stable", "increase", "decrease", "meet_assigned"))
_AMOUNTS = frozenset(("level", "count"))
_MONTHLY = "每月"
_ALWAYS = frozenset(("total", "kept", "slaughtered", "filed"))  # differ from saying nothing, too


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two claims are; `near` names what keeps them apart (empty: comparable)."""

    score: float
    near: str = ""  # measure | level | net | threshold | action | head


def scope_key(claim: Claim) -> str:
    """Return what tells the scopes of two claims of one place apart."""
    scope = claim.scope
    for verb in ("完成", "实现", "达到"):
        scope = scope.removesuffix(verb)
    if not scope and claim.statement.indicator_zh.startswith("市区"):
        return "市区"
    return claim.place_id if not scope or claim.place_id else scope


def _measures(first: Claim, second: Claim) -> bool:
    a, b = first.statement, second.statement
    if (_MONTHLY in first.quote) != (_MONTHLY in second.quote):
        return False
    if a.comparator == "meet_assigned":
        return b.measure not in ("rank", "growth_rate", "percentage_point_change")
    if a.measure != b.measure:
        amounts = {a.measure, b.measure} <= _AMOUNTS
        return amounts and a.unit_norm == b.unit_norm != ""
    if a.comparator in QUALITATIVE or b.comparator in QUALITATIVE:
        return True
    return a.unit_norm == b.unit_norm or "" in (a.unit_zh, b.unit_zh)


def _counters(first: Claim, second: Claim) -> bool:
    """Say whether two counts count in the same way: 44个 estates are not 895栋 houses."""
    a, b = first.statement, second.statement
    if a.measure != "count" or b.measure != "count" or a.unit_zh == b.unit_zh:
        return True
    if a.unit_norm == b.unit_norm and a.unit_norm not in ("", "count"):
        return True
    one, other = (unit.strip("万亿千百多余").removesuffix("次") for unit in (a.unit_zh, b.unit_zh))
    return one == other or "" in (one, other) or {one, other} <= comparability().counters


def _marks(a: Subject, b: Subject, same_task: bool) -> bool:
    """Say whether both names hold the same words that change what is measured."""
    odd = a.marks ^ b.marks
    return not odd or (same_task and odd <= comparability().contextual)


def _names(a: Subject, b: Subject, same_task: bool) -> float:
    """Return how alike the things measured are; 0 where the definitions differ."""
    if a.indicator_id and b.indicator_id:
        same = a.indicator_id == b.indicator_id
        part = b.indicator_id in comparability().parts.get(a.indicator_id, ())
        return 1.0 if same or part else 0.0
    if a.indicator_id or b.indicator_id:
        known, other = (a, b) if a.indicator_id else (b, a)
        names = (known.name, *names_of(known.indicator_id))
        best = max(similarity(name, other.name) for name in names)
        return best if best >= APART and _marks(a, b, same_task) else 0.0
    return similarity(a.name, b.name) if _marks(a, b, same_task) else 0.0


def _shares(target: Claim, other: Claim, a: Subject, b: Subject) -> float:
    """Return how alike the wordings of two shares are: 覆盖率75% and 覆盖75%的社区."""
    shares = target.statement.measure == other.statement.measure == "share"
    if not shares or a.indicator_id or b.indicator_id or a.numbers != b.numbers:
        return 0.0
    return similarity(a.words, b.words, heads=False)


def _rare_unit(target: Claim, other: Claim, a: Subject, b: Subject) -> float:
    """Return how alike two amounts are whose measure unit narrows them down: kW, mu, m2.

    In one task that and the name are enough; elsewhere the verb must agree, too.
    """
    one, two = target.statement, other.statement
    rare = one.measure == two.measure == "level" and one.unit_norm not in ("", "CNY", "USD")
    if not rare or one.unit_norm != two.unit_norm or (a.indicator_id and b.indicator_id):
        return 0.0
    if a.action == b.action != "" and _ends_alike(a.name, b.name):
        return CLOSE
    return 2 * similarity(a.name, b.name) if target.task_id == other.task_id != "" else 0.0


def _ends_alike(first: str, second: str) -> bool:
    """Say whether one name is the end of the other: 改造(面积) and 城中村改造."""
    short, long = sorted((first.removesuffix("面积"), second.removesuffix("面积")), key=len)
    return len(short) >= 2 and long.endswith(short)


def _slogan(claim: Claim) -> str:
    """Return the quoted words that a figure stands in: “最多90天”; empty if it stands in none."""
    figure = claim.statement.figure
    if figure is None:
        return ""
    start = claim.paragraph.rfind("“", 0, figure.start)
    end = claim.paragraph.find("”", figure.end)
    inside = claim.paragraph[start + 1 : end]
    return inside if start >= 0 and figure.end <= end and "”" not in inside else ""


def _differences(a: Subject, b: Subject, measures: bool) -> list[str]:
    """Return in what respects two claims about like-named things differ."""
    found = [] if measures else ["measure"]
    known = bool(a.indicator_id) and a.indicator_id == b.indicator_id
    actions = {a.action, b.action}
    if len(actions) > 1 and "net" in actions:
        found.append("net")
    elif len(actions) > 1 and ("" not in actions or actions & _ALWAYS):
        found.append("action")
    if a.levels != b.levels and not known:
        found.append("level")
    if a.numbers != b.numbers and not a.indicator_id:
        found.append("threshold")
    if not a.indicator_id and a.name != b.name and _headless(a.name, b.name):
        found.append("head")
    return found


def _headless(first: str, second: str) -> bool:
    """Say whether one name is the other without its head noun: 核心技术, 核心技术产品."""
    short, long = sorted((first, second), key=len)
    return long.startswith(short)


def _events(target: Claim, other: Claim) -> Comparison | None:
    """Return how two events compare; the whole of a thing goes before a part of it."""
    one, two = target.statement, other.statement
    if not (is_milestone(one) and is_milestone(two) and same_event(one, two)):
        return None
    return Comparison(CLOSE if partly(one, two) else APART)


def compare(target: Claim, other: Claim) -> Comparison | None:
    """Return how `other` compares with `target`, or None if they speak of different things."""
    if scope_key(target) != scope_key(other):
        return None
    if is_milestone(target.statement) or is_milestone(other.statement):
        return _events(target, other)
    a, b = subject_of(target), subject_of(other)
    same_task = target.task_id == other.task_id != ""
    named, worded = _names(a, b, same_task), _shares(target, other, a, b)
    score = max(named, worded)
    score = max(score, _rare_unit(target, other, a, b))
    slogan = _slogan(target)
    if slogan and slogan == _slogan(other) and target.statement.measure == other.statement.measure:
        return Comparison(max(score, CLOSE))
    if score < (SAME_TASK if same_task else CLOSE) or not _counters(target, other):
        return None
    if a.numbers and b.numbers and a.numbers != b.numbers and not a.indicator_id:
        return None
    differences = _differences(a, b, _measures(target, other))
    if worded > named or score > max(named, worded):
        differences = [one for one in differences if one != "head"]
    if len(differences) > 1:
        return None
    near = "".join(differences)
    if near == "measure" and (score < APART or target.statement.measure == "rank"):
        return None
    return Comparison(min(score, 1.0), near)
