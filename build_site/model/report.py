"""What stands in a capture: its documents, their identity, headings and paragraphs.

Every span below is in code points of the repaired text (`Document.text`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from build_site.model.capture import Capture
from build_site.model.place import Place
from build_site.model.task import Task
from build_site.model.text import Lacuna, Span


class Kind(StrEnum):
    """What a document is."""

    WORK_REPORT = "work_report"
    PROGRESS_TABLE = "progress_table"
    RESPONSIBILITY_BREAKDOWN = "responsibility_breakdown"
    NON_REPORT = "non_report"


class Role(StrEnum):
    """What a paragraph is for."""

    PROSE = "prose"
    LIST = "list"
    TARGET = "target"
    AGENCIES = "agencies"
    PROGRESS = "progress"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Removed:
    """A run that is not published. `category` is one word of vocab/furniture; `reason` says why."""

    span: Span
    category: str  # advert, spam, navigation, metadata, teaser, repetition, legal, non_report …
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One document found in a capture, before its structure is known.

    `blocks` are its lines, trimmed, in order: headings, paragraphs and table
    cells alike, but not the title, which is `title` if the capture has one.
    """

    position: int
    kind: Kind
    span: Span
    title: Span | None
    blocks: tuple[Span, ...]
    complete: bool = True
    reason_withheld: str = ""
    appendix_from: int | None = None  # index of the first block of an appendix


@dataclass(frozen=True, slots=True)
class Segmentation:
    """One capture taken apart: every non-space character is in a piece or in a removed run."""

    pieces: tuple[Piece, ...]
    removed: tuple[Removed, ...]
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """What the text says of itself; empty where it does not say."""

    place: Place | None = None
    year: int | None = None
    meeting_zh: str = ""
    delivered_on: str = ""  # ISO 8601: the day the report was delivered
    issued_on: str = ""  # ISO 8601: the day a table or breakdown was issued
    issuer_zh: str = ""
    speaker_zh: str = ""
    speaker_title_zh: str = ""
    acting: bool | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading. `span` covers number and title, without a closing 。"""

    span: Span
    level: int
    number: str
    title: str
    parent: int | None  # index into Report.sections


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A published paragraph; `lead` is the run-in heading it opens with, if any."""

    span: Span
    role: Role
    section: int | None = None  # index into Report.sections
    task: int | None = None  # index into Report.tasks
    lead: Span | None = None


class Outline(NamedTuple):
    """The structure of one document, as a reader of its kind finds it; all in text order."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A document with its structure. Sections, paragraphs and tasks are in text order."""

    piece: Piece
    identity: Identity
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything read out of one capture; `capture.document` carries the passes of repair."""

    capture: Capture
    segmentation: Segmentation
    reports: tuple[Report, ...]  # one per piece, non-reports included, same order
    lacunae: tuple[Lacuna, ...] = ()
    defects: tuple[str, ...] = ()
    grade: str = ""
