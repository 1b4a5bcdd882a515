"""Measure units: how they are written, what they are normalised to, by which factor."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("measure_units.csv")
_MEASURES = frozenset(("rank", "level", "share", "count", "ratio", "percentage_point_change"))


@dataclass(frozen=True, slots=True)
class MeasureUnit:
    """One measure unit; value × `factor` is the value in `unit_norm`."""

    unit_zh: str
    unit_norm: str
    factor: float
    measure: str  # the measure a figure in this unit has unless its words say otherwise


def parse_measure_units(text: str, file: str) -> dict[str, MeasureUnit]:
    """Return the units of a CSV by their written form; raise ValueError naming file and line."""
    units: dict[str, MeasureUnit] = {}
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        where = f"{file}:{line}"
        name, norm, measure = row["unit_zh"], row["unit_norm"], row["measure"]
        if not name or name in units:
            raise ValueError(f"{where}: unit_zh {name!r} is empty or stands twice")
        if measure not in _MEASURES:
            raise ValueError(f"{where}: measure {measure!r} is none of {sorted(_MEASURES)}")
        if not norm or not norm.isascii():
            raise ValueError(f"{where}: unit_norm {norm!r} must be an ASCII name")
        factor = float(row["factor"])
        if factor <= 0:
            raise ValueError(f"{where}: factor must be above zero")
        units[name] = MeasureUnit(name, norm, factor, measure)
    return units


@cache
def measure_units() -> dict[str, MeasureUnit]:
    """Return the published table of measure units by written form."""
    return parse_measure_units(_FILE.read_text(encoding="utf-8"), _FILE.name)
