"""What a row is, and the small questions every table asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_site.model.publication import Publication
from build_site.model.text import Span
from build_site.model.translation import Status, Translation
from build_site.publish.extent import Extent
from build_site.publish.identify import NamedDocument

Value = str | int | float | bool | None
Row = Mapping[str, Value]
Tables = Mapping[str, tuple[Row, ...]]

_NO_TRANSLATION = Translation()


def translation_of(publication: Publication, document_id: str, zh: str) -> Translation:
    """Return the translation of a text of a document; empty with status none if there is none."""
    found = publication.translations.get(document_id, {}).get(zh, _NO_TRANSLATION)
    return found if found.text else _NO_TRANSLATION


def lines_of(text: str, spans: Iterable[Span]) -> str:
    """Return the stretches joined by newlines."""
    return "\n".join(span.of(text) for span in spans)


def english_lines(publication: Publication, document: NamedDocument, spans: Iterable[Span]) -> str:
    """Return the translations of the stretches joined by newlines; empty unless all have one."""
    texts = [span.of(document.text) for span in spans]
    known = [translation_of(publication, document.document_id, zh) for zh in texts]
    if not known or any(one.status is Status.NONE for one in known):
        return ""
    return "\n".join(one.text for one in known)


def paragraph_translation(
    publication: Publication, document: NamedDocument, index: int
) -> Translation:
    """Return the translation of a paragraph, given by its index."""
    zh = document.paragraphs[index].text.of(document.text)
    return translation_of(publication, document.document_id, zh)


def raw_place(extent: Extent) -> dict[str, Value]:
    """Return the columns raw_start and raw_end."""
    return {"raw_start": extent.raw.start, "raw_end": extent.raw.end}


def paragraph_at(document: NamedDocument, start: int) -> int | None:
    """Return the index of the paragraph that holds an offset of the text, its end included."""
    for index, extent in enumerate(document.paragraphs):
        if extent.text.start <= start <= extent.text.end:
            return index
    return None
