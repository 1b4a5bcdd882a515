"""A translation of one paragraph or heading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far a translation has come."""

    NONE = "none"
    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Translation:
    """English for one Chinese text; `text` is empty when the status is none."""

    text: str = ""
    status: Status = Status.NONE


@dataclass(frozen=True, slots=True)
class Source:
    """A Chinese text to be translated, and the ids of the places where it stands."""

    zh: str
    ids: tuple[str, ...]
