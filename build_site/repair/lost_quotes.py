"""Quotation marks that a flattened table lost and that are marked, not restored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN
from build_site.repair.lost_numbers import CERTAIN, LIKELY
from build_site.repair.quote_terms import bare_terms, missing_halves

_PAIRED = re.compile(rf"(?:[{HAN}]{{2}}\+[{HAN}]{{2}}){{2,}}")
_THEME = re.compile(
    rf"(?<=以)(?P<name>[{HAN}· ]{{4,14}}?)(?=为主题)"
    rf"|(?<=按照)(?P<line>[{HAN}]{{4,6}}(?:[、，][{HAN}]{{4,6}}){{1,5}})(?=的(?:总体)?(?:要求|思路|原则|方针))"
)


def quotes(text: str) -> Iterator[Lacuna]:
    """Yield the quotation marks missing in `text`; offsets are code points.

    A lone mark proves that its partner is lost; where that stood may be open.
    Names that clean reports always quote are likely to have lost theirs.
    """
    for place in missing_halves(text):
        if re.search("“[0-9]+$", text[max(0, place.at - 6) : place.at]):
            continue  # a number without its counter: lost_numbers has both
        yield Lacuna(place.at, "quote_mark", place.mark, CERTAIN, "half of a pair is left")
    for start, end, _ in bare_terms(text):
        note = "this name stands in quotation marks elsewhere"
        yield Lacuna(start, "quote_mark", "“", LIKELY, note)
        yield Lacuna(end, "quote_mark", "”", LIKELY, note)
    for theme in _THEME.finditer(text):
        for at, mark in ((theme.start(), "“"), (theme.end(), "”")):
            yield Lacuna(at, "quote_mark", mark, LIKELY, "the words of a theme or principle")
    for found in _PAIRED.finditer(text):
        for at in range(found.start(), found.end(), 5):
            yield Lacuna(at, "quote_mark", "“", LIKELY, "paired notions, each a quotation")
            yield Lacuna(at + 5, "quote_mark", "”", LIKELY, "paired notions, each a quotation")
