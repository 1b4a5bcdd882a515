"""The whole table of measurements, in the order of the pipeline."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

from build_site.build import edition_at
from build_site.model.report import Edition
from build_site.read import captures_in
from tests.eval import characters, collected, figures, furniture, structures
from tests.eval.row import Row, as_data

MEASURED_ON = "2026-11-22"
TABLE = Path("dataset", "quality.json")
COMPARISON = Path(__file__).parent / "compare.json"


def read_captures(root: Path) -> tuple[Edition, ...]:
    """Return the editions of all captures of the project."""
    return tuple(edition_at(path) for path in captures_in(root / "seeds"))


def quick_rows(found: Sequence[Edition], root: Path) -> list[Row]:
    """Return the rows that take a few seconds once the captures are read."""
    return [
        *furniture.rows(found),
        *characters.rows(found),
        *structures.rows(found),
        *figures.certificate_rows(found),
        *figures.parity_rows(root),
    ]


def all_rows(root: Path) -> list[Row]:
    """Return every row but those of the comparison, which runs in an environment of its own."""
    start = time.process_time()
    found = read_captures(root)
    took = time.process_time() - start
    return [
        *quick_rows(found, root),
        _speed(found, took),
        *collected.rows(found, "lacunae"),
        *collected.rows(found, "slips"),
        *collected.rows(found, "spin"),
        *collected.rows(found, "statements"),
        *collected.rows(found, "links"),
    ]


def _speed(found: Sequence[Edition], seconds: float) -> Row:
    size = sum(edition.capture.size for edition in found)
    return Row(
        "speed.capture",
        "读取、修复、切分、结构化的速度（MB/CPU秒）",
        "reading, repairing and structuring: speed (MB per CPU second)",
        size / 1e6 / seconds,
        f"五份采集件，{size} 字节，含载入词表",
        f"five captures, {size} bytes, loading of word lists included",
        form="speed",
    )


def comparison() -> list[dict[str, object]]:
    """Return the rows of the comparison with other tools, as it was last run."""
    if not COMPARISON.exists():
        return []
    rows: list[dict[str, object]] = json.loads(COMPARISON.read_text(encoding="utf-8"))
    return rows


def table(rows: Sequence[Row], date: str = MEASURED_ON) -> list[dict[str, object]]:
    """Return the table as dataset/quality.json holds it."""
    return [*as_data(rows, date), *comparison()]


def write(rows: Sequence[Row], root: Path, date: str = MEASURED_ON) -> Path:
    """Write the table and return where it stands."""
    path = root / TABLE
    text = json.dumps(table(rows, date), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return path
