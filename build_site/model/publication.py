"""Everything that is published at once, gathered from all rooms, ready for tables and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from build_site.model.finding import Finding
from build_site.model.link import Chain, Link
from build_site.model.report import Edition
from build_site.model.statement import Statement
from build_site.model.translation import Translation


class ParagraphKey(NamedTuple):
    """Where a paragraph stands before it has an id."""

    capture_id: str
    document: int  # position of the piece in the capture (Piece.position)
    paragraph: int  # index into Report.paragraphs


@dataclass(frozen=True, slots=True)
class Variant:
    """What another capture reads in a paragraph of the base; ids as published."""

    document_id: str
    paragraph_id: str
    capture_id: str
    reading: str


@dataclass(frozen=True, slots=True)
class Registered:
    """One row of the register of identifiers; status is live, moved or withdrawn."""

    id: str
    kind: str
    first_version: str
    status: str = "live"
    moved_to: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """The version being built. `created` is an ISO 8601 date kept by hand, never a clock.

    Until `released`, ids that first appeared in this version may still vanish:
    nobody outside has seen them.
    """

    version: str
    created: str
    released: bool


@dataclass(frozen=True)
class Publication:
    """What the publishing room turns into tables, Markdown and pages."""

    editions: tuple[Edition, ...]
    release: Release
    statements: Mapping[ParagraphKey, tuple[Statement, ...]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    chains: tuple[Chain, ...] = ()
    findings: tuple[Finding, ...] = ()
    variants: tuple[Variant, ...] = ()
    translations: Mapping[str, Mapping[str, Translation]] = field(default_factory=dict)
    registered: tuple[Registered, ...] = ()  # the register as it stood before this build
    retired: Mapping[str, Registered] = field(default_factory=dict)  # ids moved or withdrawn
