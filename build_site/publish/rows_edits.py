"""Rows of edits: every change of published text, every run that is not published.

Replaying the rows of a paragraph on its stretch of the capture gives its text;
what lies in no paragraph, heading or title is named by a removed run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from build_site.model.publication import Publication
from build_site.model.report import Edition, Kind
from build_site.model.text import Certainty, Span
from build_site.publish.extent import Extent, Replacement
from build_site.publish.identify import NamedDocument, Names
from build_site.publish.row import Row
from build_site.vocab.layout import is_layout

LAYOUT = "layout"
UNPLACED = "unplaced"
_NOTES = {
    LAYOUT: "layout: marks and numbers outside the text, heads of table columns",
    UNPLACED: "stands in no paragraph, heading or title",
}


def edit_rows(publication: Publication, documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield the edits of all captures, changes of text and removed runs alike."""
    for edition in publication.editions:
        own = [d for d in documents if d.edition is edition]
        for document in own:
            yield from _changes(document)
        yield from _removed(edition, own)


def _changes(document: NamedDocument) -> Iterator[Row]:
    """Yield the changes of one document; one row where heading and paragraph share a change."""
    names = Names()
    shared: dict[tuple[Span, str], dict[str, str]] = {}
    replaced: dict[tuple[Span, str], Replacement] = {}

    def gather(extent: Extent, column: str, owner: str) -> None:
        for replacement in extent.replacements:
            key = (replacement.raw, replacement.after)
            shared.setdefault(key, {})[column] = owner
            replaced.setdefault(key, replacement)

    for extent, paragraph_id in zip(document.paragraphs, document.paragraph_ids, strict=True):
        gather(extent, "paragraph_id", paragraph_id)
    for extent, section_id in zip(document.sections, document.section_ids, strict=True):
        gather(extent, "section_id", section_id)
    rows = [(replaced[key], owners) for key, owners in shared.items()]
    if document.title:
        rows += [(replacement, {}) for replacement in document.title.replacements]
    for replacement, owners in sorted(rows, key=lambda row: (row[0].raw, len(row[1]))):
        field = "title"
        if owners:
            field = "paragraph" if "paragraph_id" in owners else "section"
        yield _change_row(document, names, replacement, owners, field)


def _change_row(
    document: NamedDocument,
    names: Names,
    replacement: Replacement,
    owners: dict[str, str],
    field: str,
) -> Row:
    capture = document.edition.capture
    change = replacement.change
    return {
        "edit_id": names.name(
            document.document_id, "e", capture.sha256, replacement.raw.start, replacement.before
        ),
        "capture_id": capture.capture_id,
        "document_id": document.document_id,
        "paragraph_id": owners.get("paragraph_id", ""),
        "section_id": owners.get("section_id", ""),
        "field": field,
        "raw_start": replacement.raw.start,
        "raw_end": replacement.raw.end,
        "before": replacement.before,
        "after": replacement.after,
        "rules": ";".join(change.rules),
        "certainty": change.certainty.value,
        "alternatives": ";".join(change.alternatives),
        "note": change.note,
        "category": "",
        "sha256": "",
    }


def _uncovered(raw: str, within: Span, covered: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches of `within` that no covered span touches, without outer white space."""
    at = within.start
    for start, end in [*sorted(covered), (within.end, within.end)]:
        if start > at:
            stretch = raw[at : min(start, within.end)]
            body = stretch.strip()
            if body:
                low = at + len(stretch) - len(stretch.lstrip())
                yield Span(low, low + len(body))
        at = max(at, end)
        if at >= within.end:
            break


def published_places(documents: Iterable[NamedDocument]) -> list[Span]:
    """Return the places in the capture of all published text of these documents, sorted."""
    places: list[Span] = []
    for document in documents:
        places += [extent.raw for extent in (*document.sections, *document.paragraphs)]
        if document.title:
            places.append(document.title.raw)
    return sorted(places)


def _removed(edition: Edition, own: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per run of a capture that is not published, with its hash, not its text."""
    capture = edition.capture
    raw = capture.document.raw
    covered = published_places(own)
    runs: list[tuple[Span, str, str]] = []

    def claim(place: Span, category: str, note: str) -> None:
        for free in _uncovered(raw, place, covered):
            runs.append((free, category, note))
        covered.append(place)
        covered.sort()

    for document in own:
        if not document.published:
            place = capture.document.raw_span(document.report.piece.span)
            category = "variant" if document.reason_withheld.startswith("variant") else "non_report"
            claim(place, category, document.reason_withheld)
    for removed in edition.segmentation.removed:
        claim(capture.document.raw_span(removed.span), removed.category, removed.reason)
    for free in list(_uncovered(raw, Span(0, len(raw)), covered)):
        category = _category(free.of(raw), free, edition)
        runs.append((free, category, _NOTES[category]))
    pieces = [(capture.document.raw_span(d.report.piece.span), d.document_id) for d in own]
    names = Names()
    for place, category, note in sorted(runs):
        text = place.of(raw)
        yield {
            "edit_id": names.name(
                f"captures/{capture.capture_id}", "r", capture.sha256, place.start, ""
            ),
            "capture_id": capture.capture_id,
            "document_id": next(
                (i for p, i in pieces if p.start <= place.start and place.end <= p.end), ""
            ),
            "paragraph_id": "",
            "section_id": "",
            "field": "removed",
            "raw_start": place.start,
            "raw_end": place.end,
            "before": "",
            "after": "",
            "rules": category,
            "certainty": Certainty.MECHANICAL.value,
            "alternatives": "",
            "note": note,
            "category": category,
            "sha256": sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        }


def _category(text: str, place: Span, edition: Edition) -> str:
    """Return layout for what is only layout in the document it stands in, else unplaced."""
    document = edition.capture.document
    for report in edition.reports:
        raw = document.raw_span(report.piece.span)
        if raw.start <= place.start and place.end <= raw.end:
            printed = {number for task in report.tasks for number in (task.number, task.annex)}
            return LAYOUT if is_layout(text, report.piece.kind, printed) else UNPLACED
    return LAYOUT if is_layout(text, Kind.WORK_REPORT) else UNPLACED
