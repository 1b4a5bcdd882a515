"""Claims of a sentence as statements: of what is named in the clause, or was named before it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from build_site.extract.drafts import Draft
from build_site.extract.figure import Figure
from build_site.extract.qualitative import Claim, claims
from build_site.extract.reading import FILL, Sentence
from build_site.extract.subjects import Subject, indicator_id
from build_site.model.statement import Statement
from build_site.model.text import Span

_EACH = 6  # subjects that 均 takes together


def without_runs(sentence: Sentence, clause: Span, runs: list[Figure]) -> str:
    """Return a clause without how long it holds: 增速连续16个季度高于全省平均水平."""
    words = sentence.text[clause.start : clause.end]
    for run in reversed(runs):
        start, end = run.span.start - clause.start, run.span.end - clause.start
        words = words[:start].removesuffix("连续") + words[end:]
    return words


def claimed(sentence: Sentence, clause: Span, words: str) -> Iterator[Draft]:
    """Yield the claims of a clause; `words` are the clause, or what is left of it without runs."""
    if sentence.bare.count(FILL, *clause) > 12:
        return
    kind, period = sentence.when(clause.end)
    for claim in claims(words, kind == "target"):
        if not claim.name and claim.comparator == "gt" and sentence.grew:
            claim = claim._replace(comparator="faster_than", measure="growth_rate")
        start = clause.start + claim.start
        named = [Subject(claim.name, claim.indicator_id, start)]
        if not claim.name:
            several = "均" in words or "都" in words
            named = (sentence.subjects if several else sentence.latest[-1:])[-_EACH:]
        if claim.name.startswith("占") and sentence.latest:
            name = sentence.latest[-1].name + claim.name
            named = [Subject(name, indicator_id(name), start)]
        if not named:
            continue
        sentence.remember([subject._replace(start=start) for subject in named])
        for subject in named:
            said = partial(_of_claim, claim, subject, kind, period, sentence.provisional)
            whole = clause.end - clause.start - len(words)  # quoted with what was left out
            yield Draft(Span(start, clause.start + claim.end + whole), said)


def _of_claim(
    claim: Claim, subject: Subject, kind: str, period: str, provisional: bool, quote: Span
) -> Statement:
    """Return the statement of a claim about one subject."""
    return Statement(
        quote=quote,
        indicator_id=subject.indicator_id,
        indicator_zh=subject.name,
        kind=kind,
        measure=claim.measure,
        comparator=claim.comparator,
        value=claim.value,
        unit_zh=claim.unit,
        value_norm=claim.value,
        unit_norm=_claim_unit(claim),
        direction={"increase": "up", "decrease": "down"}.get(claim.comparator, ""),
        period=period,
        compared_with=claim.compared_with,
        provisional=provisional,
        confidence=0.9 if subject.indicator_id else 0.7,
        qualifier=claim.qualifier,
    )


def _claim_unit(claim: Claim) -> str:
    if claim.measure == "ratio":
        return "ratio"
    return "count" if claim.value is not None else ""
