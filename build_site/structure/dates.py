"""Dates as Chinese documents write them, and the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from build_site.model.text import Span

# One code point for one, so that offsets stay true.
_FOLD = str.maketrans(
    "０１２３４５６７８９():;,—–－―-\u3000\xa0\t",
    "0123456789（）：；，—————   ",
)
_DIGIT = "0-9〇零○ΟОOo一二三四五六七八九"
_YEAR = rf"(?P<y>(?:[12]\d{{3}}|[一二][{_DIGIT}]{{3}}))"
_ONES = "[一二三四五六七八九]"
_SMALL = rf"(?:\d{{1,2}}|{_ONES}?十{_ONES}?|廿{_ONES}?|{_ONES})"
_HAN = rf"{_YEAR}\s*年\s*(?P<m>{_SMALL})\s*月\s*(?P<d>{_SMALL})\s*[日号]"
_MARKS = r"(?P<y2>[12]\d{3})[—./](?P<m2>\d{1,2})[—./](?P<d2>\d{1,2})(?!\d)"
DATE = re.compile(rf"(?<![\d{_DIGIT}])(?:{_HAN}|{_MARKS})")
YEAR = re.compile(rf"(?<![\d{_DIGIT}]){_YEAR}\s*年(?!代)")
_VALUES = {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○ΟОOo", 0)


class Dated(NamedTuple):
    """A day named in a text."""

    span: Span  # code points of the text searched
    iso: str  # ISO 8601
    spoken: bool  # written with 年月日, not as 2024-01-30


def fold(text: str) -> str:
    """Return the text with digits, brackets, dashes and spaces in one form each; same length."""
    return text.translate(_FOLD)


def small_number(written: str) -> int:
    """Return a number below 100 written in Arabic or Chinese numerals."""
    if written.isdigit() and written.isascii():
        return int(written)
    if written.startswith("廿"):
        written = "二十" + written[1:]
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _VALUES[written]
    return (_VALUES[tens] if tens else 1) * 10 + (_VALUES[ones] if ones else 0)


def year_number(written: str) -> int:
    """Return a year written digit by digit, in Arabic or Chinese numerals."""
    return int("".join(c if c.isdigit() and c.isascii() else str(_VALUES[c]) for c in written))


def dates(folded: str) -> Iterator[Dated]:
    """Yield the days named in a folded text; a day that does not exist is none."""
    for match in DATE.finditer(folded):
        spoken = match["y"] is not None
        parts = ("y", "m", "d") if spoken else ("y2", "m2", "d2")
        year, month, day = (match[part] for part in parts)
        try:
            found = date(year_number(year), small_number(month), small_number(day))
        except ValueError:
            continue
        yield Dated(Span(*match.span()), found.isoformat(), spoken)


def years(folded: str) -> Iterator[int]:
    """Yield the years named in a folded text; a range such as 2021—2025年 is none."""
    for match in YEAR.finditer(folded):
        year = year_number(match["y"])
        if 1949 <= year <= 2100 and not re.search(
            r"\d{4}\s*年?[—~～至]+$", folded[: match.start()]
        ):
            yield year
