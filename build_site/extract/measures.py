"""What a figure measures, with which comparator and in which direction."""

from __future__ import annotations

import re

from build_site.extract.figure import Figure
from build_site.extract.heads import Head
from build_site.extract.subjects import Subject
from build_site.vocab.phrasing import phrasing

_RATIO_NAME = re.compile(r"(?:收入比|倍差|比值|之比)$")
_RATES = (
    *("幅度", "增幅", "降幅", "涨幅", "增速", "增长率", "降低率", "下降率", "经济增长"),
    *("增长目标", "增长预期目标"),
)  # what the name of a rate ends with
_MONEY_NAME = re.compile(r"(?:投资|收入|资金|额|贷款|支出)$")
_CUTS = ("压减", "削减", "减少", "降低", "压缩")


def measure_of(figure: Figure, head: Head, subject: Subject, grew: bool = False) -> str:
    """Return the measure code: a level, its growth, a share, a count, a rank, a ratio …

    `grew`: the clause names nothing and what was said before of the same
    subject was its growth (增长6%以上，力争达到6.5%).
    """
    if figure.unit_norm in ("percent", "per_mille"):
        if subject.name.endswith(_RATES):
            return "growth_rate"
        if grew and not head.share:
            return "growth_rate"
        if head.growth or (head.compared and not head.share):
            return "growth_rate"
        return "growth_rate" if subject.action in _CUTS and not head.share else "share"
    if not figure.unit and figure.measure == "level":
        if _RATIO_NAME.search(subject.name):
            return "ratio"
        if subject.name.endswith("指数"):
            return "level"
        return "count" if float(figure.value).is_integer() else "level"
    if not figure.certain and figure.measure == "count" and _MONEY_NAME.search(subject.name):
        return "level"
    return figure.measure


def comparator_of(figure: Figure, head: Head) -> str:
    """Return the comparator code: what stands at the figure outweighs what stands before it."""
    if figure.comparator in ("approx", "le", "range") or not head.comparator:
        return figure.comparator or "eq"
    if head.comparator == "gt" and head.compared:
        return figure.comparator or "eq"
    return head.comparator


def direction_of(figure: Figure, head: Head, subject: Subject) -> str:
    """Return up or down where the words say so."""
    if figure.verb:
        return "down" if figure.verb in phrasing().down else "up"
    if figure.value < 0 and head.direction:
        return "down" if head.direction == "up" else "up"
    if subject.action in _CUTS:
        return head.direction or "down"
    return head.direction
