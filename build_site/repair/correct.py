"""Corrections for one capture, taken from its sidecar."""

from __future__ import annotations

from collections.abc import Sequence

from build_site.model.capture import Correction, InputError
from build_site.model.text import Document, Edit


def corrected(document: Document, corrections: Sequence[Correction]) -> Document:
    """Return the document with each correction made as a pass of its own, in order.

    Raises InputError if a quote does not occur exactly once in the repaired
    text, if a correction changes nothing, or if it gives no reason.
    """
    for correction in corrections:
        start = _place(document, correction)
        edit = Edit(start, correction.quote, correction.reading, note=correction.reason)
        document = document.edited("correction", [edit], correction.certainty)
    return document


def _place(document: Document, correction: Correction) -> int:
    """Return the one offset (code points) of the quote; raise InputError if there is not one."""
    file, quote = f"{document.id}.toml", correction.quote
    count = _occurrences(document.text, quote)
    if count != 1:
        raise InputError(
            file,
            f"the correction quotes {quote!r}, which occurs {count} times",
            "Quote more of the text around it, so that it occurs exactly once",
        )
    if quote == correction.reading:
        raise InputError(file, f"the correction of {quote!r} changes nothing", "Remove it")
    if not correction.reason.strip():
        raise InputError(file, f"the correction of {quote!r} gives no reason", "Say why")
    return document.text.index(quote)


def _occurrences(text: str, quote: str) -> int:
    """Return how often `quote` occurs, overlapping occurrences included; 0 for nothing."""
    count, at = 0, text.find(quote) if quote else -1
    while at >= 0:
        count, at = count + 1, text.find(quote, at + 1)
    return count
