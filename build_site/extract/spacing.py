"""Figures set apart from their words by spaces: 512.6 亿元, 增长 9.2 %.

Some portals put a space between digits and Han characters. The grammar of
figures knows none, so a paragraph that has them is read closed up, and what is
found there is carried back to the offsets of the paragraph as it is published.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from build_site.extract.words import any_of
from build_site.model.statement import Statement
from build_site.model.text import Span
from build_site.vocab.measure_units import measure_units

_SPACES = " \u00a0\u2002\u2003\u2009\u202f\u3000"
_SPACE = f"[{_SPACES}]"


class ClosedUp(NamedTuple):
    """A text without the spaces around its figures; `at` holds the offset of each character."""

    text: str
    at: list[int]

    def back(self, span: Span) -> Span:
        """Return a span of the closed text as one of the text it came from."""
        if span.end == span.start:
            return Span(self.at[span.start], self.at[span.start])
        return Span(self.at[span.start], self.at[span.end - 1] + 1)


@cache
def _before_unit() -> re.Pattern[str]:
    units = any_of([*measure_units(), "万", "亿", "千", "百", "年", "月", "日", "季度", "成", "连"])
    return re.compile(rf"(?<=\d){_SPACE}+(?={units})")


# not before the number of an item: 市统计局 12.全年…
_BEFORE_NUMBER = re.compile(
    rf"(?<=[\u4e00-\u9fff]){_SPACE}+(?=\d)(?!\d{{1,3}}(?:[、)）]|[.．](?!\d)|{_SPACE}*$))"
)
_BEHIND_PERCENT = re.compile(rf"(?<=[%％‰]){_SPACE}+(?=[\u4e00-\u9fff，。；、])")


def closed_up(text: str) -> ClosedUp | None:
    """Return a text closed up around its figures; None where no figure is set apart."""
    if not any(space in text for space in _SPACES) or not _before_unit().search(text):
        return None
    gone = {
        at
        for pattern in (_before_unit(), _BEFORE_NUMBER, _BEHIND_PERCENT)
        for match in pattern.finditer(text)
        for at in range(*match.span())
    }
    at = [n for n in range(len(text)) if n not in gone]
    return ClosedUp("".join(text[n] for n in at), [*at, len(text)])


def carried_back(statement: Statement, closed: ClosedUp) -> Statement:
    """Return a statement of the closed text with the offsets of the text it came from."""
    figure = closed.back(statement.figure) if statement.figure else None
    return replace(statement, quote=closed.back(statement.quote), figure=figure)
