"""Whether a capture is a flattened table: marks lost at the borders of its formatting runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_site.repair.characters import HAN

LARGEST = 500_000  # code points: what is longer is no one table, and proves nothing of another
FEWEST_SCARS = 2
FEWEST_HALVES = 3  # quotations without beginning, and as many without end
SCARS_PER_THOUSAND = 0.5  # clean captures have none in 10,000 code points; the damaged one 2.4

_GLUED_PERCENT = re.compile(r"[%％][0-9]")
_GLUED_DATE = re.compile(r"(?<![0-9])20[0-3][0-9][0-9]{1,2}(?:-[0-9]{1,2})?月|截至[0-9]{1,2}[，,]")
_GLUED_POINTS = re.compile(r"(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+(?![0-9.])")
_BARE_END = re.compile("[%％0-9]$")
_CLAUSE = re.compile("[，。；]")
_QUOTE = re.compile("[“”\n]")


class Half(NamedTuple):
    """A quotation mark whose partner is missing between `low` and `high` (code points)."""

    at: int
    mark: str
    low: int
    high: int


def halves(text: str) -> Iterator[Half]:
    """Yield the double quotation marks without partner in their line, in order.

    In `甲”“乙，做好丙”“丁` and in `“甲工程，推进乙”` the marks only seem a pair: of 1,481
    quotations in clean reports four hold a clause mark, all of them in parallel measure.
    """
    opened = -1
    floor = 0  # behind the last mark or line end
    for match in _QUOTE.finditer(text):
        at, mark = match.start(), match[0]
        if mark == "”" and opened >= 0 and not _one_quotation(text[opened + 1 : at]):
            yield Half(opened, "“", opened + 1, at)
            yield Half(at, mark, floor, at)
        elif mark == "”" and opened < 0:
            yield Half(at, mark, floor, at)
        elif mark != "”" and opened >= 0:
            yield Half(opened, "“", opened + 1, at)
        opened = at if mark == "“" else -1
        floor = at + 1
    if opened >= 0:
        yield Half(opened, "“", opened + 1, len(text))


def _one_quotation(words: str) -> bool:
    """Return whether words between two marks are one quotation: no clauses, or parallel ones."""
    sizes = [len(part) for part in _CLAUSE.split(words)]
    return len(set(sizes)) == 1 or (
        len(sizes) >= 4 and len(set(sizes[::2])) == len(set(sizes[1::2])) == 1
    )


def scars(text: str) -> dict[str, int]:
    """Return how often each kind of damage that flattening does is seen in `text`."""
    return {
        "quotes": sum(1 for _ in halves(text)),
        "percents": len(_GLUED_PERCENT.findall(text)),
        "dates": len(_GLUED_DATE.findall(text)),
        "points": len(_GLUED_POINTS.findall(text)),
        "ends": sum(1 for cell in cells(text) if _BARE_END.search(cell["words"][-2:])),
    }


def is_flattened(text: str) -> bool:
    """Return whether marks and counters were lost all over `text`, not here and there.

    One kind of scar alone may be a habit of a writer or one slip of a keyboard;
    two kinds, and more than one scar in two thousand code points, are a machine's.
    So are many quotations that lost one end, if some lost the first and some the last:
    who writes “甲“ or ”甲” leaves halves of one kind only.
    """
    if len(text) > LARGEST:
        return False
    found = [count for count in scars(text).values() if count]
    total = sum(found)
    if total < FEWEST_SCARS or total * 1000 < SCARS_PER_THOUSAND * len(text):
        return False
    return len(found) >= 2 or _torn(text)


def _torn(text: str) -> bool:
    """Return whether quotations lost their beginnings and their ends, many of each."""
    marks = [half.mark for half in halves(text)]
    return min(marks.count("“"), marks.count("”")) >= FEWEST_HALVES


def cells(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines of `text` that read as prose: long enough, with marks or an item number."""
    yield from _CELL.finditer(text)


_CELL = re.compile(
    rf"^[ \t\u3000]*(?=[^\n]{{8,}})(?=[^\n]*[，；。]|[0-9]{{1,2}}[.．、][^\n]*[{HAN}])"
    rf"(?P<words>[^\n]*?)[ \t\u3000]*$",
    re.MULTILINE,
)
