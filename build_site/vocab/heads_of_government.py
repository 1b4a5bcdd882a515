"""Titles of heads of local government, which mark who delivers a work report."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError

_FILE = Path(__file__).with_name("heads_of_government.csv")


@cache
def heads_of_government(path: Path = _FILE) -> tuple[str, ...]:
    """Return the Chinese titles, longest first; raise InputError with file, line and fault."""
    found: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.reader(file)
        if next(table, None) != ["title_zh", "of"]:
            raise InputError(path.name, "the header is wrong", "Write title_zh,of", 1)
        for cells in table:
            if len(cells) != 2 or not all(cells) or cells[0] in found:
                raise InputError(
                    path.name,
                    f"{cells} is incomplete or stands twice",
                    "Give a title and the kind of place it belongs to, once",
                    table.line_num,
                )
            found[cells[0]] = cells[1]
    return tuple(sorted(found, key=lambda title: (-len(title), title)))
