"""A flattener of our own: clean prose damaged as a table is whose formatting runs were torn.

Marks, counters and months are lost beside figures, quotation marks at both ends of names
and brackets around lists of agencies; the list of what was lost is exact. The rates are
those of the one flattened table we have, the places are drawn.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

CERTAIN, LIKELY = "certain", "likely"
_QUOTATION = re.compile("(?:“[^“”\n]{2,16}”)+")
_OWNERS = re.compile(r"[（(](?P<list>(?:责任|牵头|主办)单位[：:][^（）()\n]*)[）)]")
_FIGURE = re.compile(
    r"(?P<percent>(?<=[0-9][%％])[，；。、](?P<end>(?=[ \u3000]*$))?)"
    r"|(?P<counter>(?<=[0-9])[个家所名项座条套户处张辆台人](?=[，；。、])(?P<stop>[，；。、]))"
    r"|(?P<counted>(?<=[0-9])[个家所名项座条套户处张辆台](?=[\u4e00-\u9fff]{2}))"
    r"|(?P<rank>(?<=第[0-9])位(?=[，；。、]))"
    r"|(?P<month>(?<=-[2-9])月(?=[，,])|(?<=截至[2-9])月底?(?=[，,]))"
    r"|(?P<year>(?<=20[0-3][0-9])年(?=[1-9](?:-[0-9]{1,2})?月))"
    r"|(?P<day>(?<=年[1-9])月(?=[0-9]{1,2}日))",
    re.MULTILINE,
)
_RATES = {
    "percent": 0.35, "counter": 0.12, "counted": 0.02, "rank": 0.3, "month": 0.3, "year": 0.2,
    "day": 0.5,
}  # fmt: skip
_AT_END = 0.9
_STOP_TOO = 0.5
_BOTH, _ONE, _OUTER = 0.5, 0.1, 0.5


class Loss(NamedTuple):
    """One lost character: the code point of the damaged text it stood before, and its certainty."""

    at: int
    lost: str
    certainty: str
    kind: str


class _Cut(NamedTuple):
    start: int
    end: int
    certainty: str
    kind: str


def flattened(text: str, dice: random.Random) -> tuple[str, list[Loss]]:
    """Return `text` with marks lost as in a flattened table, and what was lost; code points."""
    cuts = sorted({cut.start: cut for cut in _cuts(text, dice)}.values())
    out: list[str] = []
    lost: list[Loss] = []
    at = size = 0
    for cut in cuts:
        if cut.start < at:
            continue
        out.append(text[at : cut.start])
        size += cut.start - at
        lost += [Loss(size, char, cut.certainty, cut.kind) for char in text[cut.start : cut.end]]
        at = cut.end
    return "".join([*out, text[at:]]), lost


def _cuts(text: str, dice: random.Random) -> Iterator[_Cut]:
    for found in _QUOTATION.finditer(text):
        start, end = found.span()
        single = found[0].count("“") == 1
        throw = dice.random()
        if not single:
            if throw < _OUTER:
                yield _Cut(start, start + 1, CERTAIN, "quote")
                yield _Cut(end - 1, end, CERTAIN, "quote")
        elif throw < _BOTH:
            yield _Cut(start, start + 1, LIKELY, "quote")
            yield _Cut(end - 1, end, LIKELY, "quote")
        elif throw < _BOTH + _ONE:
            at = start if dice.random() < 0.5 else end - 1
            yield _Cut(at, at + 1, CERTAIN, "quote")
    for found in _OWNERS.finditer(text):
        yield _Cut(found.start(), found.start() + 1, LIKELY, "bracket")
        yield _Cut(found.end() - 1, found.end(), LIKELY, "bracket")
    for found in _FIGURE.finditer(text):
        name = next(name for name in _RATES if found[name])
        at_end = found["end"] is not None
        if dice.random() >= (_AT_END if at_end else _RATES[name]):
            continue
        kind = {"percent": "stop", "year": "date", "month": "date", "day": "date"}.get(name, "unit")
        certainty = LIKELY if name == "rank" else CERTAIN
        end = found.start() + 1
        yield _Cut(found.start(), end, certainty, kind)
        if name == "counter" and dice.random() < _STOP_TOO:
            yield _Cut(end, end + 1, CERTAIN, "stop")
