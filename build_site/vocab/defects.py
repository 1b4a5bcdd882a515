"""Classes of damage by which captures are described: vocab/defects.csv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Defect:
    """A class of damage, and the repair rules whose edits show it."""

    defect: str
    rules: tuple[str, ...]
    zh: str
    en: str


@cache
def defects() -> tuple[Defect, ...]:
    """Return all classes of damage, in the order of the table."""
    with (Path(__file__).parent / "defects.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Defect(row["defect"], tuple(row["rules"].split(";")), row["zh"], row["en"])
            for row in csv.DictReader(file)
        )
