"""Scopes that carry on through a sentence: 平台营收达到6500亿元，投资增长15% is all of the 平台."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_site.model.claim import Claim
from build_site.vocab.comparability import comparability

_WHOLE = ("全市", "全省", "全县", "全区", "我市")
_STATISTICAL = ("市区", "中心城区", "城区")  # named anew for each figure that is theirs
_ENDS = "。；;！？"


def carried(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims; one without a scope takes that of the claim before it in its sentence.

    Only a scope that is no whole place (an area, a project, a set of parks) carries on.
    """
    before: Claim | None = None
    for claim in claims:
        found = _in_name(claim)
        if before is not None and _carries(before, found):
            found = replace(
                found, place_id="", statement=replace(found.statement, scope=before.scope)
            )
        yield found
        before = found


def _in_name(claim: Claim) -> Claim:
    """Return a claim whose scope is only a word of its name: 市级 | 重点项目 is 市级重点项目."""
    one = claim.statement
    if one.scope not in comparability().scopes or one.indicator_id or claim.place_id:
        return claim
    named = replace(one, scope="", indicator_zh=one.scope + one.indicator_zh)
    return replace(claim, place_id=claim.home, statement=named)


def _carries(before: Claim, claim: Claim) -> bool:
    if not before.scope or before.place_id or claim.scope or before.scope in _STATISTICAL:
        return False
    if before.paragraph_id != claim.paragraph_id or claim.quote.startswith(_WHOLE):
        return False
    start, end = before.statement.quote.start, claim.statement.quote.start
    between = claim.paragraph[start:end]
    return start <= end and not any(mark in between for mark in _ENDS)
