"""Claims made by hand for tests of links and verdicts."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from build_site.model.claim import Claim
from build_site.model.report import Kind
from build_site.model.statement import Statement
from build_site.model.text import Span

_NUMBERS = count(1)
_CLAIM_FIELDS = frozenset(
    ("document_id", "home", "place_id", "year", "task_id", "grade", "paragraph_id", "doc_kind")
)


def claim(quote: str, name: str = "", value: float | None = None, **facts: Any) -> Claim:
    """Return a claim whose paragraph is its quote; `facts` override statement and claim fields."""
    where = {key: facts.pop(key) for key in tuple(facts) if key in _CLAIM_FIELDS}
    before = facts.pop("before", "")
    number = next(_NUMBERS)
    unit = facts.pop("unit", "")
    norms = {"%": ("percent", 1), "亿元": ("CNY", 1e8), "万元": ("CNY", 1e4), "元": ("CNY", 1)}
    norms |= {"户": ("household", 1), "万亩": ("mu", 1e4)}
    norm, factor = norms.get(unit, ("count", 1))
    start = len(before)
    digits = f"{value:g}" if value is not None else ""
    at = quote.find(digits) if digits else -1
    figure = Span(start + at, start + at + len(digits) + len(unit)) if at >= 0 else None
    statement = Statement(
        quote=Span(start, start + len(quote)),
        indicator_id=facts.pop("indicator", ""),
        indicator_zh=name or quote,
        kind=facts.pop("kind", "actual"),
        measure=facts.pop("measure", "growth_rate" if unit == "%" else "count"),
        comparator=facts.pop("comparator", "eq"),
        value=value,
        unit_zh=unit,
        value_norm=None if value is None else value * factor,
        unit_norm=facts.pop("unit_norm", norm),
        period=facts.pop("period", "2019"),
        figure=figure,
    )
    home = where.get("home", "zhejiang/ningbo")
    document = where.get("document_id", f"{home}/2020")
    return Claim(
        statement_id=f"{document}/q-{number:06x}",
        document_id=document,
        kind=where.get("doc_kind", Kind.WORK_REPORT),
        home=home,
        place_id=where.get("place_id", home),
        year=where.get("year", 2020),
        paragraph_id=where.get("paragraph_id", f"{document}/p-{number:06x}"),
        paragraph=before + quote,
        task_id=where.get("task_id", ""),
        grade=where.get("grade", "official"),
        statement=replace(statement, **facts),
    )


def target(quote: str, name: str = "", value: float | None = None, **facts: Any) -> Claim:
    """Return a promise made in the report of 2019 for 2019."""
    home = facts.get("home", "zhejiang/ningbo")
    facts = {"kind": "target", "year": 2019, "document_id": f"{home}/2019", **facts}
    return claim(quote, name, value, **facts)


def progress(quote: str, name: str = "", value: float | None = None, **facts: Any) -> Claim:
    """Return a half-year figure of the same document as a target."""
    facts = {"kind": "progress", "period": "2019-H1", **facts}
    return target(quote, name, value, **facts)
