"""Where pairs of Chinese characters stand in clean reports: before quotations, behind figures …"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("pair_places.csv")
COLUMNS = (
    "anywhere",  # the pair, wherever it stands
    "before_quote",  # right before “
    "after_quote",  # right behind ”
    "clause_start",  # first of a clause
    "clause_end",  # last of a clause
    "after_figure",  # right behind a percentage or a number with its counter
    "counted_before",  # right before a number that ends its clause: what is counted
    "counted_behind",  # right before a number that counts what follows: mostly verbs
)
_PRIOR = 300.0  # sightings that a place must have had to outweigh the pair's general share
_DOUBT = 1.0  # sightings added to both sides of a comparison


@dataclass(frozen=True, slots=True)
class PairPlaces:
    """Counts of pairs by place, in the order of COLUMNS; `totals` are those of all pairs."""

    rows: Mapping[str, tuple[int, ...]]
    totals: tuple[int, ...]

    def lift(self, pair: str, place: str) -> float:
        """Return how much likelier `pair` is in `place` than anywhere: natural logarithm."""
        column = COLUMNS.index(place)
        total = self.totals[column]
        row = self.rows.get(pair)
        share = row[column] * self.totals[0] / max(row[0], 1) if row else 0.0
        return math.log((share + _PRIOR) / (total + _PRIOR))

    def odds(self, pair: str, place: str, other: str) -> float:
        """Return how much oftener `pair` was seen in `place` than in `other`: natural logarithm."""
        row = self.rows.get(pair)
        if not row:
            return 0.0
        one, two = row[COLUMNS.index(place)], row[COLUMNS.index(other)]
        return math.log((one + _DOUBT) / (two + _DOUBT))


def parse_pair_places(text: str, file: str) -> PairPlaces:
    """Return the table of a CSV whose first row holds the totals; ValueError names a line."""
    lines = list(csv.reader(io.StringIO(text)))
    if not lines or lines[0] != ["pair", *COLUMNS]:
        raise ValueError(f"{file}:1: the columns must be pair, {', '.join(COLUMNS)}")
    rows: dict[str, tuple[int, ...]] = {}
    for line, (pair, *cells) in enumerate(lines[1:], start=2):
        if len(cells) != len(COLUMNS) or not all(cell.isdigit() for cell in cells):
            raise ValueError(f"{file}:{line}: {pair!r} needs a whole number in every column")
        if pair in rows or len(pair) != (0 if line == 2 else 2):
            raise ValueError(f"{file}:{line}: {pair!r} stands twice or is no pair")
        rows[pair] = tuple(map(int, cells))
    if "" not in rows:
        raise ValueError(f"{file}:2: the row of totals is missing")
    return PairPlaces(rows, rows.pop(""))


@cache
def pair_places() -> PairPlaces:
    """Return the published table."""
    return parse_pair_places(FILE.read_text(encoding="utf-8"), FILE.name)
