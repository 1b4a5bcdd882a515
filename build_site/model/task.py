"""Assigned items of government work. Spans are in code points of the repaired text."""

from __future__ import annotations

from dataclasses import dataclass

from build_site.model.text import Span


@dataclass(frozen=True, slots=True)
class TaskAgency:
    """An agency's part in a task. The first-named agency leads."""

    name_zh: str  # as written
    role: str  # lead | supporting
    span: Span
    item: int | None = None  # index into Task.items


@dataclass(frozen=True, slots=True)
class TaskItem:
    """A part of a task with its own owner."""

    span: Span
    lead_official_zh: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """A stated completion percentage; `percent` is the number as written (91 for 91%)."""

    percent: float
    of_zh: str
    span: Span
    alignment: str  # certain | uncertain


@dataclass(frozen=True, slots=True)
class Task:
    """A numbered task or livelihood item.

    `key` is made of the numbers printed in the document (annex, group, number),
    never of a position in a list, and is unique in the document.
    """

    key: str
    annex: str
    number: str
    lead_official_zh: str
    lead_official_title_zh: str
    span: Span
    target: tuple[Span, ...]
    progress: tuple[Span, ...]
    agencies: tuple[TaskAgency, ...] = ()
    items: tuple[TaskItem, ...] = ()
    completions: tuple[Completion, ...] = ()
