"""Rows of captures, documents and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_site.model.place import Place
from build_site.model.publication import Publication
from build_site.model.report import Kind
from build_site.publish.identify import NamedDocument, title_of
from build_site.publish.row import Row
from build_site.vocab.document_titles import load_document_titles
from build_site.vocab.places import places


def capture_rows(publication: Publication) -> Iterator[Row]:
    """Yield one row per file in seeds/."""
    for edition in publication.editions:
        capture, sidecar = edition.capture, edition.capture.sidecar
        defects = dict.fromkeys((*edition.segmentation.defects, *edition.defects))
        yield {
            "capture_id": capture.capture_id,
            "file": capture.file,
            "sha256": capture.sha256,
            "bytes": capture.size,
            "encoding": capture.encoding,
            "site_name": sidecar.site_name,
            "url": sidecar.url,
            "published_on": sidecar.published_on,
            "captured_on": sidecar.captured_on,
            "grade": edition.grade,
            "defects": ";".join(sorted(defects)),
        }


def document_title_en(document: NamedDocument) -> str:
    """Return the English title made from place and year; empty for a non-report."""
    report, place = document.report, document.report.identity.place
    return load_document_titles().title(
        report.piece.kind,
        place.name_en if place else "",
        report.identity.year,
        title_of(document.edition, report),
    )


def document_rows(documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per document, published or not."""
    for document in documents:
        piece, identity = document.report.piece, document.report.identity
        raw = document.edition.capture.document.raw_span(piece.span)
        stretch = piece.span.of(document.text)
        yield {
            "document_id": document.document_id,
            "capture_id": document.edition.capture.capture_id,
            "position": piece.position,
            "kind": piece.kind.value,
            "published": document.published,
            "reason_withheld": document.reason_withheld,
            "place_id": identity.place.place_id if identity.place else "",
            "year": identity.year,
            # the prose of portals is not republished, their headlines included
            "title_zh": ""
            if piece.kind is Kind.NON_REPORT
            else title_of(document.edition, document.report),
            "title_en": document_title_en(document),
            "meeting_zh": identity.meeting_zh,
            "delivered_on": identity.delivered_on,
            "issued_on": identity.issued_on,
            "issuer_zh": identity.issuer_zh,
            "speaker_zh": identity.speaker_zh,
            "speaker_title_zh": identity.speaker_title_zh,
            "acting": identity.acting,
            "complete": piece.complete,
            "grade": document.edition.grade,
            "raw_start": raw.start,
            "raw_end": raw.end,
            "title_raw_start": document.title.raw.start if document.title else None,
            "title_raw_end": document.title.raw.end if document.title else None,
            "chars": sum(not character.isspace() for character in stretch),
            "url_path": document.url_path,
        }


def place_rows(used: Iterable[str]) -> Iterator[Row]:
    """Yield the places used and those they lie in, up to the nation."""
    known = places()
    wanted: dict[str, Place] = {}
    for place_id in used:
        place = known.get(place_id)
        wanted.update((p.place_id, p) for p in (place, *known.parents(place)))
    for place in wanted.values():
        yield {
            "place_id": place.place_id,
            "gb2260": place.gb2260,
            "name_zh": place.name_zh,
            "name_en": place.name_en,
            "level": place.level.value,
            "parent_id": place.parent_id,
            "valid_from": place.valid_from,
            "valid_to": place.valid_to,
        }
