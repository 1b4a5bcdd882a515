"""Rows of tasks, their parts, their agencies and their completion percentages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_site.model.publication import Publication
from build_site.model.task import Task
from build_site.model.text import Span
from build_site.publish.identify import NamedDocument, Names
from build_site.publish.row import (
    Row,
    english_lines,
    lines_of,
    paragraph_translation,
    translation_of,
)
from build_site.vocab.agencies import Agency, agency


def task_rows(publication: Publication, documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per task; target and progress are their texts joined by newlines."""
    for document, task_id, task in _tasks(documents):
        raw = document.edition.capture.document.raw_span(task.span)
        yield {
            "task_id": task_id,
            "document_id": document.document_id,
            "annex": task.annex,
            "number": task.number,
            "lead_official_zh": task.lead_official_zh,
            "lead_official_title_zh": task.lead_official_title_zh,
            "text_zh": lines_of(document.text, task.target),
            "text_en": english_lines(publication, document, task.target),
            "progress_zh": lines_of(document.text, task.progress),
            "progress_en": english_lines(publication, document, task.progress),
            "raw_start": raw.start,
            "raw_end": raw.end,
        }


def _tasks(documents: Sequence[NamedDocument]) -> Iterator[tuple[NamedDocument, str, Task]]:
    for document in documents:
        if document.published:
            for task_id, task in zip(document.task_ids, document.report.tasks, strict=True):
                yield document, task_id, task


def _item_ids(document: NamedDocument, task_id: str, task: Task) -> tuple[str, ...]:
    names = Names()
    capture = document.edition.capture
    return tuple(
        names.name(task_id, "i", capture.sha256, capture.document.raw_span(item.span).start)
        for item in task.items
    )


def item_rows(publication: Publication, documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per part of a task that has its own owner."""
    for document, task_id, task in _tasks(documents):
        for index, item_id in enumerate(_item_ids(document, task_id, task)):
            item = task.items[index]
            raw = document.edition.capture.document.raw_span(item.span)
            text = item.span.of(document.text)
            yield {
                "item_id": item_id,
                "task_id": task_id,
                "position": index + 1,
                "text_zh": text,
                "text_en": translation_of(publication, document.document_id, text).text,
                "lead_official_zh": item.lead_official_zh,
                "raw_start": raw.start,
                "raw_end": raw.end,
            }


def agency_of(document: NamedDocument, name_zh: str) -> Agency:
    """Return the agency that a name means in a document."""
    return agency(name_zh, document.report.identity.place)


def task_agency_rows(documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per agency of a task, in the order of the document."""
    for document, task_id, task in _tasks(documents):
        items = _item_ids(document, task_id, task)
        for index, one in enumerate(task.agencies):
            yield {
                "task_id": task_id,
                "item_id": "" if one.item is None else items[one.item],
                "position": index + 1,
                "agency_id": agency_of(document, one.name_zh).agency_id,
                "agency_zh": one.name_zh,
                "role": one.role,
            }


def agency_rows(documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield each agency that a task names, once; its id begins with its place."""
    found: dict[str, Agency] = {}
    for document, _, task in _tasks(documents):
        for one in task.agencies:
            named = agency_of(document, one.name_zh)
            found.setdefault(named.agency_id, named)
    for named in found.values():
        yield {
            "agency_id": named.agency_id,
            "place_id": named.agency_id.rpartition("agencies/")[0].rstrip("/"),
            "name_zh": named.name_zh,
            "name_en": named.name_en,
            "kind": named.kind,
        }


def completion_rows(publication: Publication, documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per completion percentage as stated."""
    for document, task_id, task in _tasks(documents):
        names = Names()
        capture = document.edition.capture
        for one in task.completions:
            raw = capture.document.raw_span(one.span)
            yield {
                "completion_id": names.name(task_id, "c", capture.sha256, raw.start),
                "task_id": task_id,
                "percent": one.percent,
                "of_zh": one.of_zh,
                "quote_zh": one.span.of(document.text),
                "raw_start": raw.start,
                "raw_end": raw.end,
                "alignment": one.alignment,
                "quote_en": _english_quote(publication, document, one.span),
            }


def _english_quote(publication: Publication, document: NamedDocument, quote: Span) -> str:
    """Return the translation of the sentence a quote stands in; offsets of the document's text."""
    for index, extent in enumerate(document.paragraphs):
        if extent.text.start <= quote.start < extent.text.end:
            english = paragraph_translation(publication, document, index)
            return english.of(quote.shifted(-extent.text.start))
    return ""
