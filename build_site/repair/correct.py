"""Corrections for one capture, taken from its sidecar."""

from __future__ import annotations

from collections.abc import Sequence

from build_site.model.capture import Correction, InputError
from build_site.model.text import Document, Edit


def corrected(document: Document, corrections: Sequence[Correction]) -> Document:
    """Return the document with each correction made as a pass of its own.

    Raises InputError if a quote does not occur exactly once in the repaired text.
    """
    for correction in corrections:
        count = document.text.count(correction.quote) if correction.quote else 0
        if count != 1:
            raise InputError(
                f"{document.id}.toml",
                f"the correction quotes {correction.quote!r}, which occurs {count} times",
                "Quote more of the text around it, so that it occurs exactly once",
            )
        start = document.text.index(correction.quote)
        edit = Edit(start, correction.quote, correction.reading, note=correction.reason)
        document = document.edited("correction", [edit], correction.certainty)
    return document
