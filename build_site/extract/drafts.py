"""Statements whose quotes depend on the statements beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from build_site.model.statement import Statement
from build_site.model.text import Span


class Draft(NamedTuple):
    """A statement but for its quote, which depends on the statements beside it."""

    quote: Span  # its own words alone
    quoting: Callable[[Span], Statement]


def with_whole_quotes(made: Iterable[Draft]) -> list[Statement]:
    """Give statements whose quotes overlap one quote: a level and the growth said after it."""
    drafts = list(made)
    if len(drafts) < 2:
        return [draft.quoting(draft.quote) for draft in drafts]
    whole: list[Span] = []
    for quote in sorted(draft.quote for draft in drafts):
        if whole and quote.start < whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, quote.end))
        else:
            whole.append(quote)
    starts = [span.start for span in whole]
    return [d.quoting(whole[bisect_right(starts, d.quote.start) - 1]) for d in drafts]
