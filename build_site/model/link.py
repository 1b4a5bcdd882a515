"""Ties between statements, and the chain target → progress → outcome of one promise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """One tie between two statements, named by their ids."""

    from_statement_id: str
    to_statement_id: str
    relation: str  # progress_of | outcome_of | continues | restates | ladder
    method: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Chain:
    """One promise. Verdict codes are those of DATASET.md."""

    place_id: str
    indicator_id: str
    period: str
    target_statement_id: str
    progress_statement_id: str
    outcome_statement_id: str
    verdict: str
    verdict_strict: str
    reason_zh: str
    reason_en: str
