"""What became of every run of digits: read into a statement, masked for a reason, or left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_site.extract.reading import folded, masked
from build_site.model.statement import Statement
from build_site.model.text import Span

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


class Account(NamedTuple):
    """One run of digits; `reason` is `statement`, the reason of a mask, or empty if left."""

    span: Span
    reason: str


def accounts(text: str, statements: list[Statement]) -> Iterator[Account]:
    """Yield what became of each run of digits of a paragraph, in order."""
    found, _ = masked(folded(text))
    held = [(s.figure, "statement") for s in statements if s.figure]
    held += [(m.span, m.reason) for m in found]
    held += [(s.quote, "statement") for s in statements if not s.figure]
    held += [(s.quote, "part of the indicator's name") for s in statements if s.figure]
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        reason = next((r for span, r in held if span.start < end and start < span.end), "")
        yield Account(Span(start, end), reason)
