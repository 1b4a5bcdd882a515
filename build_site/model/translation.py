"""A translation of one paragraph or heading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from build_site.model.text import Span


class Status(StrEnum):
    """How far a translation has come."""

    NONE = "none"
    DRAFT = "draft"
    REVIEWED = "reviewed"


class Aligned(NamedTuple):
    """Stretches of a text and of its translation that say the same; code points."""

    zh: Span
    en: Span


@dataclass(frozen=True, slots=True)
class Translation:
    """English for one Chinese text; `text` is empty when the status is none.

    `pairs` say which stretch of it says which stretch of the Chinese, in order;
    `figures` the same of single figures, as far as that can be told.
    """

    text: str = ""
    status: Status = Status.NONE
    pairs: tuple[Aligned, ...] = ()
    figures: tuple[Aligned, ...] = ()

    def of(self, zh: Span) -> str:
        """Return the English of the sentences a stretch of the Chinese touches (code points)."""
        touched = [p.en for p in self.pairs if p.zh.start < zh.end and zh.start < p.zh.end]
        return self.text[touched[0].start : touched[-1].end] if touched else ""

    def figure(self, zh: Span) -> Span | None:
        """Return where the figure at a stretch of the Chinese stands in the English."""
        inside = (f.en for f in self.figures if zh.start <= f.zh.start < zh.end)
        return next(inside, None)


@dataclass(frozen=True, slots=True)
class Source:
    """A Chinese text to be translated, and the ids of the places where it stands."""

    zh: str
    ids: tuple[str, ...]
