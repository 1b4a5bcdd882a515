"""Where something is missing in a repaired text: marked with a reading, never filled."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.model.text import Lacuna
from build_site.repair.flattened import is_flattened
from build_site.repair.lost import lost
from build_site.repair.lost_counters import counters
from build_site.repair.lost_joins import joins
from build_site.repair.lost_numbers import months, ranks, spans_of_years
from build_site.repair.lost_quotes import quotes
from build_site.repair.lost_stops import brackets, stops
from build_site.repair.lost_words import words

_ORDER = ("digit", "counter", "month", "word", "quote_mark", "bracket", "stop", "opening")
_OPENING = "“（《"  # opens what stands behind it: a stop of the words before comes first
_FAMILIES = (joins, months, spans_of_years, ranks, counters, quotes, brackets, stops, words)


def _place(one: Lacuna) -> tuple[int, int, str]:
    """Return the sorting key of a lacuna: where it is, and what stood first there."""
    kind = "opening" if one.likely and one.likely in _OPENING else one.kind
    return one.start, _ORDER.index(kind), one.certainty


def lacunae_of(text: str, *, flattened: bool = False) -> Iterator[Lacuna]:
    """Yield the lacunae of a repaired text by offset (code points), what stood first before.

    Figures that nothing is left of are marked in any text; missing marks,
    counters and months only where the capture as a whole is a flattened table:
    because its scars show it, or `flattened` because they showed it before repair.
    """
    found = list(lost(text))
    if flattened or is_flattened(text):
        for family in _FAMILIES:
            found += family(text)
    told: set[tuple[int, str]] = set()
    for one in sorted(found, key=_place):
        if (one.start, one.kind + one.likely * (one.kind == "quote_mark")) not in told:
            told.add((one.start, one.kind + one.likely * (one.kind == "quote_mark")))
            yield one
