"""Where a quotation most likely began or ended that lost one of its marks.

Three things tell: the words on the far side of the mark (改革, 行动 and 工程 follow
quotations, 推进 and 实施 stand before them, as counted in clean reports), how long
quotations are, and that a mark cuts through no word.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from build_site.repair.characters import HAN
from build_site.repair.words import likelihood
from build_site.vocab.pair_places import pair_places

LONGEST = 20  # code points between two marks
STOPS = "，。；：、！？（）《》\n"
# how often quotations have so many code points, of 1,412 in clean reports
_LENGTHS = {2: 140, 3: 298, 4: 536, 5: 146, 6: 78, 7: 56, 8: 32, 9: 30, 10: 20, 11: 18, 12: 10}
_SIGHTINGS = 1412
_LONG = 4  # sightings of each longer one
_STOP_BEHIND = math.log(0.28 / 0.09)  # a stop follows 28 % of quotations, but 9 % of characters
_STOP_BEFORE = math.log(0.08 / 0.09)
_LIST = -1.5  # quotations of several parts are rarer
_AND_OTHERS = 1.5  # 等 behind a list of names
_BROKEN_LIST = -2.5  # 外防输入 is half of “外防输入、内防反弹”
_CONTEXT = 4  # code points on either side that tell whether a word is cut
_PARTS = re.compile("[、，]")


class Guess(NamedTuple):
    """The likeliest place of a mark, and how far ahead of the next it is (nats)."""

    at: int
    lead: float


def ending(text: str, low: int, high: int) -> Guess | None:
    """Return where the quotation that begins at `low` ends, before `high`; None if nowhere."""
    found = [(_end_score(text, low, at), at) for at in _ends(text, low, min(high, low + LONGEST))]
    return _best(found)


def beginning(text: str, low: int, high: int) -> Guess | None:
    """Return where the quotation that ends at `high` begins, not before `low`."""
    starts = _starts(text, max(low, high - LONGEST), high)
    return _best([(_start_score(text, at, high), at) for at in starts])


def _best(found: list[tuple[float, int]]) -> Guess | None:
    if not found:
        return None
    found.sort(reverse=True)
    return Guess(found[0][1], found[0][0] - found[1][0] if len(found) > 1 else math.inf)


def _ends(text: str, low: int, high: int) -> Iterator[int]:
    """Yield the places behind `low` where a quotation can end: a list of equal parts is one."""
    first = 0
    for at in range(low + 1, high + 1):
        behind = text[at : at + 1]
        if at - low >= 2 and _whole(text, at) and (not first or _parallel(text[low:at])):
            yield at
        if behind and behind in STOPS:
            if behind not in "、，":
                return
            first = first or at


def _starts(text: str, low: int, high: int) -> Iterator[int]:
    first = 0
    for at in range(high - 1, low - 1, -1):
        if high - at >= 2 and _whole(text, at) and (not first or _parallel(text[at:high])):
            yield at
        if text[at - 1 : at] in tuple(STOPS) or at == 0:
            if text[at - 1 : at] not in tuple("、，"):
                return
            first = first or at


def _whole(text: str, at: int) -> bool:
    """Return whether `at` is not inside a number or a word of letters."""
    pair = text[at - 1 : at + 1] if at else ""
    return not re.fullmatch("[0-9.][0-9.%％]|[A-Za-z]{2}|.[·+\\-]|[·\\-].", pair)


def goes_on(text: str, low: int, at: int) -> bool:
    """Return whether the words from `low` to `at` are the first of a list in one measure."""
    return text[at : at + 1] in tuple("、，") and _parallel(text[low : 2 * at - low + 1])


def _parallel(words: str) -> bool:
    parts = _PARTS.split(words)
    whole = all(re.fullmatch(f"[{HAN}]+", part) for part in parts)
    return whole and len({len(part) for part in parts}) == 1


def _end_score(text: str, low: int, at: int) -> float:
    behind = text[at : at + 2]
    if goes_on(text, low, at):
        place = _STOP_BEHIND + _BROKEN_LIST
    elif not behind or behind[0] in STOPS + "“”":
        place = _STOP_BEHIND
    elif behind[0] == "等":
        place = _AND_OTHERS
    else:
        place = _lift(behind, "after_quote")
    return place + _length(text[low:at]) + _cut(text, at)


def _start_score(text: str, at: int, high: int) -> float:
    before = text[max(0, at - 2) : at]
    if before[-1:] == "、" and _parallel(text[max(0, 2 * at - high - 1) : high]):
        place = _STOP_BEFORE + _BROKEN_LIST
    elif not before or before[-1] in STOPS + "“”":
        place = _STOP_BEFORE
    else:
        place = _lift(before, "before_quote")
    return place + _length(text[at:high]) + _cut(text, at)


def _lift(words: str, column: str) -> float:
    """Return what two characters beside a mark speak for it; any others count as unknown ones."""
    return pair_places().lift(words if re.fullmatch(f"[{HAN}]{{2}}", words) else "", column)


def _length(words: str) -> float:
    parts = _PARTS.split(words)
    if len(parts) > 1:  # a list: as long as one of its parts
        return math.log(_LENGTHS.get(len(parts[0]), _LONG) / _SIGHTINGS) + _LIST
    return math.log(_LENGTHS.get(len(words), _LONG) / _SIGHTINGS)


def _cut(text: str, at: int) -> float:
    """Return what a mark at `at` costs: 0, or less if a word stands across it."""
    left = text[max(0, at - _CONTEXT) : at]
    right = text[at : at + _CONTEXT]
    left = re.split(f"[^{HAN}]", left)[-1]
    right = re.split(f"[^{HAN}]", right)[0]
    return min(0.0, likelihood(left) + likelihood(right) - likelihood(left + right))
