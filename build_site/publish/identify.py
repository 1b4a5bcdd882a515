"""Identifiers: ASCII, made of places, years and fingerprints, never of list positions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from build_site.model.publication import ParagraphKey
from build_site.model.report import Edition, Kind, Report
from build_site.model.statement import Statement
from build_site.publish.extent import Extent, Extents
from build_site.vocab.document_titles import load_document_titles

_GRADES = ("official", "republished", "mirror", "", "spun")  # from best to worst


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document of a capture under its published names.

    Ids and extents run parallel to `report.sections`, `.paragraphs` and `.tasks`;
    they are empty for a document that is not published.
    """

    edition: Edition
    report: Report
    document_id: str
    published: bool
    reason_withheld: str
    title: Extent | None = None
    section_ids: tuple[str, ...] = ()
    sections: tuple[Extent, ...] = ()
    paragraph_ids: tuple[str, ...] = ()
    paragraphs: tuple[Extent, ...] = ()
    task_ids: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the repaired text of the whole capture, which all spans index."""
        return self.edition.capture.document.text

    @property
    def url_path(self) -> str:
        """Return the path of the page on the site; empty if there is none."""
        return f"/reports/{self.document_id}/" if self.published else ""


class Names:
    """Gives out names `owner/prefix-hex` and lengthens the fingerprint on collision."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, owner: str, prefix: str, *key: object) -> str:
        """Return a name made of the first six or more hex digits of sha256 of `a:b:c`."""
        for more in count():
            parts = key if not more else (*key, more)
            digest = sha256(":".join(map(str, parts)).encode()).hexdigest()
            for length in range(6, len(digest) + 1, 2):
                name = f"{owner}/{prefix}-{digest[:length]}"
                if name not in self._taken:
                    self._taken.add(name)
                    return name
        raise AssertionError("count() never ends")


def slug(name: str) -> str:
    """Return `name` in the alphabet of identifiers: a-z, 0-9 and hyphen.

    A name that loses letters keeps a fingerprint, so that two names never meet.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if re.fullmatch(r"[a-z0-9_-]+", name):
        return plain
    return f"{plain}-{sha256(name.encode()).hexdigest()[:6]}".strip("-")


def title_of(edition: Edition, report: Report) -> str:
    """Return the title as repaired; empty if the capture gives none."""
    title = report.piece.title
    return title.of(edition.capture.document.text) if title else ""


def _own_id(edition: Edition, report: Report) -> str:
    """Return the id `place/year/kind`; empty where place or year is not known."""
    identity = report.identity
    if report.piece.kind is Kind.NON_REPORT or not identity.place or identity.year is None:
        return ""
    path = load_document_titles().path(report.piece.kind, title_of(edition, report))
    return "/".join(filter(None, (identity.place.place_id, str(identity.year), path)))


def _capture_path(edition: Edition, report: Report) -> str:
    """Return the id of a document known only by its capture and where it begins there."""
    capture = edition.capture
    start = capture.document.raw_span(report.piece.span).start
    fingerprint = sha256(f"{capture.sha256}:{start}".encode()).hexdigest()[:6]
    return f"captures/{slug(capture.capture_id)}/d-{fingerprint}"


def _merit(edition: Edition, report: Report) -> tuple[int, bool, int, str]:
    """Return the key that sorts the best witness of a document first."""
    grade = _GRADES.index(edition.grade) if edition.grade in _GRADES else len(_GRADES)
    length = sum(p.span.end - p.span.start for p in report.paragraphs)
    return grade, not report.piece.complete, -length, edition.capture.capture_id


def name_documents(editions: Iterable[Edition]) -> tuple[NamedDocument, ...]:
    """Return all documents of all captures with their ids, in the order of the captures.

    The same document in two captures: the better grade, then the complete one,
    then the longer is published; the other is withheld as its variant.
    """
    found = [(edition, report) for edition in editions for report in edition.reports]
    best: dict[str, tuple[Edition, Report]] = {}
    for edition, report in found:
        own = _own_id(edition, report)
        if own and (own not in best or _merit(edition, report) < _merit(*best[own])):
            best[own] = (edition, report)
    documents: list[NamedDocument] = []
    for edition, report in found:
        own = _own_id(edition, report)
        path = _capture_path(edition, report)
        if report.piece.kind is Kind.NON_REPORT:
            reason = report.piece.reason_withheld or "not a government document of a kind published"
            documents.append(NamedDocument(edition, report, path, False, reason))
        elif own and best[own][1] is not report:
            documents.append(NamedDocument(edition, report, path, False, f"variant of {own}"))
        else:
            documents.append(_published(edition, report, own or path))
    return tuple(documents)


def _published(edition: Edition, report: Report, document_id: str) -> NamedDocument:
    """Return a published document with the ids and extents of its parts."""
    extents = Extents(edition.capture.document)
    fingerprint = edition.capture.sha256
    names = Names()
    # Headings and paragraphs are asked for in text order, so that a deletion between
    # two of them goes to the one before it. A run-in heading lies inside its paragraph.
    spans = [(s.span, 0, i) for i, s in enumerate(report.sections)]
    spans += [(p.span, 1, i) for i, p in enumerate(report.paragraphs)]
    found: dict[tuple[int, int], Extent] = {}
    floor = 0
    for span, which, index in sorted(spans):
        extent = found[which, index] = extents.of(span, floor)
        floor = max(floor, extent.raw.end)
    sections = tuple(found[0, i] for i in range(len(report.sections)))
    paragraphs = tuple(found[1, i] for i in range(len(report.paragraphs)))
    return NamedDocument(
        edition,
        report,
        document_id,
        True,
        "",
        extents.of(report.piece.title) if report.piece.title else None,
        tuple(names.name(document_id, "s", fingerprint, e.raw.start) for e in sections),
        sections,
        tuple(names.name(document_id, "p", fingerprint, e.raw.start) for e in paragraphs),
        paragraphs,
        tuple(f"{document_id}/task-{slug(task.key)}" for task in report.tasks),
    )


def statement_ids(
    documents: Sequence[NamedDocument],
    statements: Mapping[ParagraphKey, tuple[Statement, ...]],
) -> dict[tuple[ParagraphKey, int], str]:
    """Return the id of every statement of a published paragraph, by paragraph and index.

    The fingerprint is made of the capture, where the quote begins in it, the
    measure and the period: what a reader would say makes it this statement.
    """
    ids: dict[tuple[ParagraphKey, int], str] = {}
    for document in documents:
        names = Names()
        capture = document.edition.capture
        for index, extent in enumerate(document.paragraphs):
            key = ParagraphKey(capture.capture_id, document.report.piece.position, index)
            for order, one in enumerate(statements.get(key, ())):
                quote = one.quote.shifted(extent.text.start)
                start = capture.document.raw_span(quote).start
                ids[key, order] = names.name(
                    document.document_id, "q", capture.sha256, start, one.measure, one.period
                )
    return ids
