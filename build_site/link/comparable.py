"""When two claims may stand side by side, and when one may be judged by the other.

Same definition, same measure, same place, same measure unit. What differs in
one respect that a reader would have to weigh (a level of authority, net
against gross, growth against level) is `near`: it may be shown beside the
promise, it is never a link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_site.link.actions import is_money, opposed
from build_site.link.milestones import is_milestone, partly, same_event
from build_site.link.naming import Subject, names_of, similarity, subject_of
from build_site.model.claim import Claim
from build_site.vocab.comparability import comparability

APART = 0.85  # names of two documents must be this alike, or share all that matters
SAME_TASK = 0.6  # within one task of one table the context already narrows it down
CLOSE = 0.72
_CLAUSE = re.compile(r"[，,；;。]")
QUALITATIVE = frozenset(("sync", "faster_than", "stable", "increase", "decrease", "meet_assigned"))
_AMOUNTS = frozenset(("level", "count"))
_AREA = "面积"
_MONTHLY = "每月"


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
    if (a.unit_norm, b.unit_norm) == ("workday", "day") and a.value_norm and b.value_norm:
        return b.value_norm <= a.value_norm  # so many days hold at most so many workdays
    return a.unit_norm == b.unit_norm or "" in (a.unit_zh, b.unit_zh) or _firms(first, second)


def _firms(first: Claim, second: Claim) -> bool:
    """Say whether two counts are of firms, which 家 and 户 count alike."""
    a, b = first.statement, second.statement
    counted = {a.unit_norm, b.unit_norm} == {"count", "household"} and a.measure == b.measure
    named = (a.indicator_zh, b.indicator_zh)
    return counted and all(any(w in name for w in comparability().firms) for name in named)


def _counters(first: Claim, second: Claim) -> bool:
    """Say whether two counts count in the same way: 44个 estates are not 895栋 houses."""
    a, b = first.statement, second.statement
    if a.measure != "count" or b.measure != "count" or a.unit_zh == b.unit_zh:
        return True
    if (a.unit_norm == b.unit_norm and a.unit_norm not in ("", "count")) or _firms(first, second):
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
    alike = max(
        similarity(a.name, b.name),
        similarity(a.whole, b.whole),
        similarity(a.name.removesuffix(_AREA), b.name.removesuffix(_AREA)),
    )
    return alike if _marks(a, b, same_task) else 0.0


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
    if target.task_id != other.task_id or not target.task_id or not _marks(a, b, same_task=True):
        return 0.0
    return 2 * similarity(a.name, b.name)


def _ends_alike(first: str, second: str) -> bool:
    """Say whether one name is the end of the other: 改造(面积) and 城中村改造."""
    short, long = sorted((first.removesuffix(_AREA), second.removesuffix(_AREA)), key=len)
    return len(short) >= 2 and long.endswith(short)


def _headed(target: Claim, other: Claim, a: Subject, b: Subject) -> bool:
    """Say whether one of two counts of new things names only the head of the other's name.

    新增学位3.6万个, 新增基础教育学位38600个: shown beside each other, never judged.
    """
    counts = target.statement.measure == other.statement.measure == "count"
    return counts and a.action == b.action == "added" and _ends_alike(a.name, b.name)


def _slogan(claim: Claim) -> str:
    """Return the quoted words that a figure stands in: “最多90天”; empty if it stands in none."""
    figure = claim.statement.figure
    if figure is None:
        return ""
    start = claim.paragraph.rfind("“", 0, figure.start)
    end = claim.paragraph.find("”", figure.end)
    inside = claim.paragraph[start + 1 : end]
    return inside if start >= 0 and figure.end <= end and "”" not in inside else ""


def _differences(a: Subject, b: Subject, measures: bool, half: bool) -> list[str]:
    """Return in what respects two claims about like-named things differ.

    `half`: a number of things half-way, of which those only begun are not yet done.
    """
    found = [] if measures else ["measure"]
    known = bool(a.indicator_id) and a.indicator_id == b.indicator_id
    actions = {a.action, b.action}
    if opposed(a.action, b.action) or (half and b.action == "started" != a.action):
        found.append("action")
    elif len(actions) > 1 and "net" in actions:
        found.append("net")
    if a.levels != b.levels and not known:
        found.append("level")
    if a.numbers != b.numbers and not a.indicator_id:
        found.append("threshold")
    if not a.indicator_id and a.whole != b.whole and _headless(a.name, b.name):
        found.append("head")
    return found


def _headless(first: str, second: str) -> bool:
    """Say whether one name is the other without its head noun: 核心技术, 核心技术产品."""
    short, long = sorted((first, second), key=len)
    return long.startswith(short) and long.removeprefix(short) not in ("", _AREA)


def _events(target: Claim, other: Claim) -> Comparison | None:
    """Return how two events compare; the whole of a thing goes before a part of it."""
    one, two = target.statement, other.statement
    if not (is_milestone(one) and is_milestone(two) and same_event(one, two)):
        return None
    return Comparison(CLOSE if partly(one, two) else APART)


def _restates(target: Claim, other: Claim) -> bool:
    """Say whether a half-year figure only repeats the number promised: 420个项目已开工386个.

    It opens its clause, and what follows counts those done, or says that they were only begun.
    """
    one, two = target.statement, other.statement
    if two.kind != "progress" or two.figure is None or one.value_norm != two.value_norm:
        return False
    if other.paragraph[two.quote.start : two.figure.start].strip("已有我市全"):
        return False
    clause = _CLAUSE.split(other.paragraph[two.figure.end :], maxsplit=1)[0]
    counter = two.unit_zh.strip("万亿")
    if counter and re.search(rf"\d[万亿]?{re.escape(counter)}", clause):
        return True
    begun = [word for word in comparability().begun if word in clause]
    return bool(begun) and not any(word in target.quote for word in begun)


def compare(target: Claim, other: Claim) -> Comparison | None:
    """Return how `other` compares with `target`, or None if they speak of different things."""
    if scope_key(target) != scope_key(other):
        return None
    if is_milestone(target.statement) or is_milestone(other.statement):
        return _events(target, other)
    if _restates(target, other):
        return None
    a, b = subject_of(target), subject_of(other)
    same_task = target.task_id == other.task_id != ""
    named, worded = _names(a, b, same_task), _shares(target, other, a, b)
    score = max(named, worded)
    score = max(score, _rare_unit(target, other, a, b))
    slogan = _slogan(target)
    if slogan and slogan == _slogan(other) and target.statement.measure == other.statement.measure:
        return Comparison(max(score, CLOSE))
    if not _counters(target, other):
        return None
    if score < (SAME_TASK if same_task else CLOSE):
        return Comparison(CLOSE, "head") if _headed(target, other, a, b) else None
    if a.numbers and b.numbers and a.numbers != b.numbers and not a.indicator_id:
        return None
    half = other.statement.kind == "progress" and not is_money(other.statement)
    differences = _differences(a, b, _measures(target, other), half)
    if worded > named or score > max(named, worded):
        differences = [one for one in differences if one != "head"]
    if len(differences) > 1:
        return None
    near = "".join(differences)
    if near == "measure" and (score < APART or target.statement.measure == "rank"):
        return None
    return Comparison(min(score, 1.0), near)
