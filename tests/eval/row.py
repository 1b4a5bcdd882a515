"""One line of the table of measurements, its floor, and how it is printed."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"


@dataclass(frozen=True, slots=True)
class Row:
    """A measured number; `key` names its floor in floors.toml, `text` stands in for a number."""

    key: str  # section.name, unique in the table
    zh: str
    en: str
    value: float | None
    sample_zh: str
    sample_en: str
    form: str = "share"  # share: 0 to 1, shown in percent | count | speed: MB per second
    at_most: bool = False  # the floor is a ceiling
    text: str = ""  # shown where there is no number

    @property
    def floor(self) -> float | None:
        """Return what the value must reach (at_most: must not exceed); None: nothing agreed."""
        section, name = self.key.split(".", 1)
        return floors().get(section, {}).get(name)

    @property
    def holds(self) -> bool:
        """Say whether the value keeps its floor; a row without either holds."""
        if self.floor is None:
            return True
        if self.value is None:
            return False
        return self.value <= self.floor if self.at_most else self.value >= self.floor

    @property
    def shown(self) -> str:
        """Return the value for readers."""
        return self.text if self.value is None else written(self.value, self.form)

    @property
    def floor_shown(self) -> str:
        """Return the floor for readers: ≥ 98 %, or ≤ where it is a ceiling; empty without one."""
        if self.floor is None:
            return ""
        return f"{'≤' if self.at_most else '≥'} {written(self.floor, self.form)}"


@cache
def floors() -> dict[str, dict[str, float]]:
    """Return every floor by section and name."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def written(value: float, form: str) -> str:
    """Return a number as the table shows it; a share never rounds up to 100 %."""
    if form == "share":
        if value == 1 or value == 0:
            return f"{value:.0%}"
        return f"{min(value, 0.9999):.2%}"
    return f"{value:.0f}" if form == "count" else f"{value:.2g}"


def as_data(rows: Sequence[Row], date: str) -> list[dict[str, object]]:
    """Return the rows as data/quality.json holds them; `date` is ISO 8601."""
    return [
        {
            "key": row.key,
            "measure_zh": row.zh,
            "measure_en": row.en,
            "value": row.shown,
            "floor": row.floor_shown,
            "value_number": row.value,
            "floor_number": row.floor,
            "sample_zh": row.sample_zh,
            "sample_en": row.sample_en,
            "date": date,
        }
        for row in rows
    ]
