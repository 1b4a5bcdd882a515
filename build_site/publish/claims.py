"""Published statements as claims: with their ids, documents, places and paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_site.model.claim import Claim
from build_site.model.publication import ParagraphKey
from build_site.model.statement import Statement
from build_site.publish.identify import NamedDocument, statement_ids
from build_site.publish.rows_links import scope_place


def claims_of(
    documents: Sequence[NamedDocument], statements: Mapping[ParagraphKey, tuple[Statement, ...]]
) -> tuple[Claim, ...]:
    """Return every statement of a published paragraph, in the order of documents and text."""
    ids = statement_ids(documents, statements)
    claims: list[Claim] = []
    for document in documents:
        edition, report = document.edition, document.report
        capture = edition.capture
        place = report.identity.place
        for index, extent in enumerate(document.paragraphs):
            key = ParagraphKey(capture.capture_id, report.piece.position, index)
            task = report.paragraphs[index].task
            for order, one in enumerate(statements.get(key, ())):
                claims.append(
                    Claim(
                        statement_id=ids[key, order],
                        document_id=document.document_id,
                        kind=report.piece.kind,
                        home=place.place_id if place else "",
                        place_id=scope_place(one.scope, place),
                        year=report.identity.year,
                        paragraph_id=document.paragraph_ids[index],
                        paragraph=extent.text.of(document.text),
                        task_id="" if task is None else document.task_ids[task],
                        grade=edition.grade,
                        statement=one,
                        capture_id=capture.capture_id,
                        document=report.piece.position,
                        start=extent.text.start,
                    )
                )
    return tuple(claims)
