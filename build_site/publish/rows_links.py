"""Rows of indicators, statements, links, chains, variants and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from build_site.model.place import Level, Place
from build_site.model.publication import ParagraphKey, Publication
from build_site.publish.identify import NamedDocument, Names, statement_ids
from build_site.publish.row import Row, paragraph_at, paragraph_translation
from build_site.vocab.indicators import indicators
from build_site.vocab.places import places


def indicator_rows() -> Iterator[Row]:
    """Yield one row per indicator of the vocabulary."""
    for one in indicators().values():
        yield {
            "indicator_id": one.indicator_id,
            "name_zh": one.name_zh,
            "name_en": one.name_en,
            "aliases_zh": ";".join(one.aliases_zh),
            "theme": one.theme,
            "dimension": one.dimension,
            "better": one.better,
        }


_SCOPES = {
    "全国": Level.NATION,
    "全省": Level.PROVINCE,
    "全区": Level.COUNTY,
    "全县": Level.COUNTY,
}


def scope_place(scope: str, place: Place | None) -> str:
    """Return the id of the place a value is about; empty if its scope is no whole place.

    No scope means the place of the document; 全市 means it too if that is a 市.
    """
    if place is None:
        return ""
    if not scope or (scope == "全市" and place.name_zh.endswith("市")):
        return place.place_id
    level = _SCOPES.get(scope)
    return next(
        (p.place_id for p in (place, *places().parents(place)) if p.level is level),
        "",
    )


def statement_rows(publication: Publication, documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per statement of a published paragraph."""
    ids = statement_ids(documents, publication.statements)
    for document in documents:
        capture = document.edition.capture
        place = document.report.identity.place
        for index, extent in enumerate(document.paragraphs):
            key = ParagraphKey(capture.capture_id, document.report.piece.position, index)
            task = document.report.paragraphs[index].task
            english = paragraph_translation(publication, document, index)
            for order, one in enumerate(publication.statements.get(key, ())):
                quote = one.quote.shifted(extent.text.start)
                raw = capture.document.raw_span(quote)
                said = english.figure(one.figure) if one.figure else None
                yield {
                    "statement_id": ids[key, order],
                    "document_id": document.document_id,
                    "paragraph_id": document.paragraph_ids[index],
                    "start": one.quote.start,
                    "end": one.quote.end,
                    "quote_zh": quote.of(document.text),
                    "raw_start": raw.start,
                    "raw_end": raw.end,
                    "indicator_id": one.indicator_id,
                    "indicator_zh": one.indicator_zh,
                    "kind": one.kind,
                    "measure": one.measure,
                    "comparator": one.comparator,
                    "value": one.value,
                    "value_high": one.value_high,
                    "unit_zh": one.unit_zh,
                    "value_norm": one.value_norm,
                    "unit_norm": one.unit_norm,
                    "direction": one.direction,
                    "period": one.period,
                    "place_id": scope_place(one.scope, place),
                    "scope_zh": one.scope,
                    "compared_with": one.compared_with,
                    "provisional": one.provisional,
                    "task_id": "" if task is None else document.task_ids[task],
                    "confidence": one.confidence,
                    "figure_start": one.figure.start if one.figure else None,
                    "figure_end": one.figure.end if one.figure else None,
                    "action_zh": one.action,
                    "rank_in_zh": one.rank_in,
                    "qualifier_zh": one.qualifier,
                    "value_high_norm": one.value_high_norm,
                    "quote_en": english.of(one.quote),
                    "figure_en_start": said.start if said else None,
                    "figure_en_end": said.end if said else None,
                }


def link_rows(publication: Publication) -> Iterator[Row]:
    """Yield one row per tie between two statements."""
    for link in publication.links:
        key = f"{link.from_statement_id}:{link.to_statement_id}:{link.relation}"
        yield {
            "link_id": f"links/{sha256(key.encode()).hexdigest()[:12]}",
            "from_statement_id": link.from_statement_id,
            "to_statement_id": link.to_statement_id,
            "relation": link.relation,
            "method": link.method,
            "confidence": link.confidence,
            "reason": link.reason,
        }


def chain_rows(publication: Publication) -> Iterator[Row]:
    """Yield one row per promise; its id is `place/year/indicator-hex`, of its target statement."""
    names = Names()
    for chain in publication.chains:
        year = chain.period.rsplit("/", 1)[-1][:4]
        yield {
            "chain_id": names.name(
                f"{chain.place_id}/{year}",
                chain.indicator_id or "c",
                chain.target_statement_id,
                chain.indicator_id,
            ),
            "place_id": chain.place_id,
            "indicator_id": chain.indicator_id,
            "period": chain.period,
            "target_statement_id": chain.target_statement_id,
            "progress_statement_id": chain.progress_statement_id,
            "outcome_statement_id": chain.outcome_statement_id,
            "verdict": chain.verdict,
            "verdict_strict": chain.verdict_strict,
            "reason_zh": chain.reason_zh,
            "reason_en": chain.reason_en,
        }


def variant_rows(publication: Publication) -> Iterator[Row]:
    """Yield one row per place where another capture of a document differs."""
    names = Names()
    for one in publication.variants:
        yield {
            "variant_id": names.name(
                one.document_id, "v", one.capture_id, one.paragraph_id, one.reading
            ),
            "document_id": one.document_id,
            "paragraph_id": one.paragraph_id,
            "capture_id": one.capture_id,
            "reading": one.reading,
        }


def finding_rows(publication: Publication, documents: Sequence[NamedDocument]) -> Iterator[Row]:
    """Yield one row per finding; none about the text of a document that is withheld."""
    where = {(d.edition.capture.capture_id, d.report.piece.position): d for d in documents}
    names = Names()
    seen: set[object] = set()
    for one in publication.findings:
        document = None if one.document is None else where.get((one.capture_id, one.document))
        if one in seen or (document and not document.published):
            continue
        seen.add(one)
        at = paragraph_at(document, one.at.start) if document and one.at else None
        owner = document.document_id if document else f"captures/{one.capture_id}"
        yield {
            "finding_id": names.name(
                owner, "f", one.check, one.at.start if one.at else "", one.message_en
            ),
            "check": one.check,
            "severity": one.severity.value,
            "document_id": document.document_id if document else "",
            "paragraph_id": document.paragraph_ids[at] if document and at is not None else "",
            "message_zh": one.message_zh,
            "message_en": one.message_en,
            "capture_id": one.capture_id,
        }
