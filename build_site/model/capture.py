"""A capture: one file in seeds/ as obtained, and what its sidecar says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from build_site.model.text import Certainty, Document


class Grade(StrEnum):
    """How far a capture can be trusted; empty string when nothing is known."""

    OFFICIAL = "official"
    REPUBLISHED = "republished"
    MIRROR = "mirror"
    SPUN = "spun"


class InputError(Exception):
    """The user's input cannot be used: says file, line or offset, what is wrong, what to do."""

    def __init__(self, file: str, problem: str, remedy: str, line: int | None = None) -> None:
        self.file, self.problem, self.remedy, self.line = file, problem, remedy, line
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {problem}. {remedy}")


@dataclass(frozen=True, slots=True)
class Correction:
    """A fix for one capture: `quote` must occur exactly once in the repaired text."""

    quote: str
    reading: str
    certainty: Certainty
    reason: str


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is known of a capture that the file does not say. All dates ISO 8601."""

    site_name: str = ""
    url: str = ""
    published_on: str = ""
    captured_on: str = ""
    licence_note: str = ""
    grade: str = ""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Capture:
    """One file as obtained. `document.raw` is the strict decode of its bytes."""

    capture_id: str
    file: str
    sha256: str
    size: int  # bytes
    encoding: str
    media_type: str
    document: Document
    sidecar: Sidecar = field(default_factory=Sidecar)
