"""Rows of sections, paragraphs and lacunae."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_site.model.publication import Publication
from build_site.model.text import Span
from build_site.publish.identify import NamedDocument, Names
from build_site.publish.row import Row, paragraph_at, raw_place, translation_of


def section_rows(publication: Publication, documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per heading of a published document."""
    for document in documents:
        for index, extent in enumerate(document.sections):
            section = document.report.sections[index]
            heading = section.span.of(document.text)
            english = translation_of(publication, document.document_id, heading)
            if not english.text:
                english = translation_of(publication, document.document_id, section.title)
            yield {
                "section_id": document.section_ids[index],
                "document_id": document.document_id,
                "parent_id": "" if section.parent is None else document.section_ids[section.parent],
                "level": section.level,
                "number": section.number,
                "title_zh": section.title,
                "title_en": english.text,
                "translation_status": english.status.value,
                "heading_zh": heading,
                "position": index + 1,
                **raw_place(extent),
            }


def paragraph_rows(publication: Publication, documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per published paragraph."""
    for document in documents:
        for index, extent in enumerate(document.paragraphs):
            paragraph = document.report.paragraphs[index]
            text = paragraph.span.of(document.text)
            english = translation_of(publication, document.document_id, text)
            yield {
                "paragraph_id": document.paragraph_ids[index],
                "document_id": document.document_id,
                "section_id": ""
                if paragraph.section is None
                else document.section_ids[paragraph.section],
                "task_id": "" if paragraph.task is None else document.task_ids[paragraph.task],
                "position": index + 1,
                "role": paragraph.role.value,
                "text_zh": text,
                "text_en": english.text,
                "translation_status": english.status.value,
                **raw_place(extent),
                "edits": len(extent.replacements),
                "lead_end": paragraph.lead.end - paragraph.span.start if paragraph.lead else None,
            }


def lacuna_rows(documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per place of a published document where text is known to be missing."""
    for document in documents:
        if not document.published:
            continue
        names = Names()
        capture = document.edition.capture
        span = document.report.piece.span
        for lacuna in document.edition.lacunae:
            if not span.start <= lacuna.start <= span.end:
                continue
            at = paragraph_at(document, lacuna.start)
            raw = capture.document.raw_span(Span(lacuna.start, lacuna.start + 1)).start
            yield {
                "lacuna_id": names.name(
                    document.document_id, "l", capture.sha256, raw, lacuna.kind, lacuna.likely
                ),
                "document_id": document.document_id,
                "paragraph_id": "" if at is None else document.paragraph_ids[at],
                "start": None if at is None else lacuna.start - document.paragraphs[at].text.start,
                "raw_start": raw,
                "kind": lacuna.kind,
                "likely_zh": lacuna.likely,
                "certainty": lacuna.certainty,
                "note": lacuna.note,
            }
