"""One capture as one JSON object or as Markdown, without tables: what `build-site clean` prints."""

from __future__ import annotations

from collections import Counter

from build_site.model.report import Edition
from build_site.model.text import Document, Span
from build_site.publish.identify import NamedDocument, name_documents, title_of
from build_site.publish.markdown import document_markdown


def as_json(edition: Edition) -> dict[str, object]:
    """Return what `build-site clean --format json` prints for one capture.

    Offsets `raw_start` and `raw_end` are code points of the decoded capture.
    Documents that are not published have no sections and no paragraphs.
    """
    capture = edition.capture
    document = capture.document
    counts: Counter[str] = Counter()
    for step in document.passes:
        counts[step.rule] += len(step.edits)
    return {
        "capture": {
            "capture_id": capture.capture_id,
            "file": capture.file,
            "encoding": capture.encoding,
            "sha256": capture.sha256,
            "bytes": capture.size,
            "defects": sorted({*edition.segmentation.defects, *edition.defects}),
            "grade": edition.grade,
        },
        "documents": [_document(named) for named in name_documents([edition])],
        "removed": [
            {"category": run.category, "reason": run.reason, **_place(document, run.span)}
            for run in edition.segmentation.removed
        ],
        "edits": dict(sorted(counts.items())),
    }


def _place(document: Document, span: Span) -> dict[str, int]:
    raw = document.raw_span(span)
    return {"raw_start": raw.start, "raw_end": raw.end}


def _document(named: NamedDocument) -> dict[str, object]:
    report, identity = named.report, named.report.identity
    place = identity.place
    return {
        "document_id": named.document_id,
        "kind": report.piece.kind.value,
        "published": named.published,
        "reason_withheld": named.reason_withheld,
        "place_id": place.place_id if place else "",
        "place_zh": place.name_zh if place else "",
        "gb2260": place.gb2260 if place else "",
        "year": identity.year,
        "title_zh": title_of(named.edition, report),
        "meeting_zh": identity.meeting_zh,
        "delivered_on": identity.delivered_on,
        "issued_on": identity.issued_on,
        "issuer_zh": identity.issuer_zh,
        "speaker_zh": identity.speaker_zh,
        "speaker_title_zh": identity.speaker_title_zh,
        "acting": identity.acting,
        "complete": report.piece.complete,
        "sections": _sections(named) if named.published else [],
        "paragraphs": _paragraphs(named) if named.published else [],
        "tasks": _tasks(named) if named.published else [],
    }


def _sections(named: NamedDocument) -> list[dict[str, object]]:
    return [
        {
            "section_id": section_id,
            "level": section.level,
            "number": section.number,
            "title_zh": section.title,
            "heading_zh": section.span.of(named.text),
            "parent": section.parent,
            "raw_start": extent.raw.start,
            "raw_end": extent.raw.end,
        }
        for section, section_id, extent in zip(
            named.report.sections, named.section_ids, named.sections, strict=True
        )
    ]


def _paragraphs(named: NamedDocument) -> list[dict[str, object]]:
    return [
        {
            "paragraph_id": paragraph_id,
            "text_zh": paragraph.span.of(named.text),
            "role": paragraph.role.value,
            "section": paragraph.section,
            "task": paragraph.task,
            "raw_start": extent.raw.start,
            "raw_end": extent.raw.end,
        }
        for paragraph, paragraph_id, extent in zip(
            named.report.paragraphs, named.paragraph_ids, named.paragraphs, strict=True
        )
    ]


def _tasks(named: NamedDocument) -> list[dict[str, object]]:
    text, document = named.text, named.edition.capture.document
    return [
        {
            "task_id": task_id,
            "annex": task.annex,
            "number": task.number,
            "lead_official_zh": task.lead_official_zh,
            "lead_official_title_zh": task.lead_official_title_zh,
            "text_zh": "\n".join(span.of(text) for span in task.target),
            "progress_zh": "\n".join(span.of(text) for span in task.progress),
            "agencies": [
                {"agency_zh": a.name_zh, "role": a.role, "item": a.item} for a in task.agencies
            ],
            "items": [
                {"text_zh": i.span.of(text), "lead_official_zh": i.lead_official_zh}
                for i in task.items
            ],
            "completions": [
                {
                    "percent": c.percent,
                    "of_zh": c.of_zh,
                    "quote_zh": c.span.of(text),
                    "alignment": c.alignment,
                    **_place(document, c.span),
                }
                for c in task.completions
            ],
            **_place(document, task.span),
        }
        for task, task_id in zip(named.report.tasks, named.task_ids, strict=True)
    ]


def as_markdown(edition: Edition) -> str:
    """Return every published document of a capture as Markdown, one below the other."""
    return "\n".join(
        document_markdown(named) for named in name_documents([edition]) if named.published
    )
