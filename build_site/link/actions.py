"""What was done to the things counted: 新增30家 is a flow, 总数达到141家 a stock, 开工 no 竣工."""

from __future__ import annotations

import re

from build_site.model.claim import Claim
from build_site.model.statement import Statement
from build_site.vocab.comparability import comparability

_CLAUSE = re.compile(r"[，,、；;。：:\d]")
_REACHED = re.compile(r"(?:达到|达|突破|超过|为|至)$")
_FINISHED = re.compile(r"完成[^，。；]*(?:改造|建设|整治|修缮|搬迁|拆除|治理|提升)")
_AMOUNTS = frozenset(("level", "count"))
_MONEY = frozenset(("CNY", "USD"))
_FLOW = frozenset(("added", "net"))
_STAGES = frozenset(("filed", "started", "finished"))
_STOCK = frozenset(("total", "reached"))
_WORKS = frozenset(("built", "renewed", "both"))
_OPPOSED_WORKS = (
    {"built", "renewed"},
    {"built", "both"},
    {"renewed", "both"},
    {"built", "started"},
)
_ALWAYS = frozenset(("total", "kept", "slaughtered", "filed"))  # differ from saying nothing, too


def is_money(one: Statement) -> bool:
    """Say whether a statement is an amount of money, a flow whatever it is called."""
    return one.unit_norm in _MONEY


def group_of(text: str) -> str:
    """Return the group of the verb that a text opens with; empty if it says nothing."""
    found = next((word for word in comparability().actions if text.startswith(word)), "")
    return comparability().actions.get(found, "")


def closing_group(text: str) -> str:
    """Return the group of the verb that a text closes with: 生猪出栏, 商品房竣工."""
    found = next((word for word in comparability().actions if text.endswith(word)), "")
    return comparability().actions.get(found, "")


def stated(claim: Claim) -> str:
    """Return flow, stock or completion as the words right before a figure say it; else empty.

    高新技术企业总数达到141家，净增29家: total for the first, net for the second. Only
    things and amounts are told apart so: 总量 of money (GDP) is no stock.
    """
    one = claim.statement
    if one.figure is None or one.measure not in _AMOUNTS or is_money(one):
        return ""
    before = claim.paragraph[one.quote.start : one.figure.start]
    piece = _CLAUSE.split(before)[-1]
    bare = _REACHED.sub("", piece)
    last = closing_group(bare)
    for group in (group_of(piece), last):
        if group in _FLOW or (group == "total" and not _so_far(claim, piece)):
            return group
    if last in _STAGES:
        return last
    if _FINISHED.match(claim.quote):
        return "finished"
    alone = one.measure == "count" and piece != bare and not (one.action and one.action in piece)
    return "reached" if alone else ""


def _so_far(claim: Claim, piece: str) -> bool:
    """Say whether 累计 only adds up the months of one year: 1-6月累计新增就业4万人."""
    rest = _REACHED.sub("", piece).removeprefix("累计")
    return "-" in claim.statement.period and piece.startswith("累计") and bool(rest)


def opposed(first: str, second: str) -> bool:
    """Say whether two groups of verbs do different things: a flow is no stock, filed not begun."""
    pair = {first, second}
    if len(pair) == 1 or pair <= _STOCK:
        return False
    if pair & _ALWAYS:
        return True
    if pair & (_FLOW | _STOCK):
        return bool(pair & _FLOW) and bool(pair & _STOCK)
    if pair & _WORKS:
        return pair in _OPPOSED_WORKS
    return "" not in pair
