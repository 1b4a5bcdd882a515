"""The tables of the data package: every column with its type, meaning and constraints."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from build_site.model.capture import InputError

_TYPES = ("string", "integer", "number", "boolean", "date")
_FACETS = ("type", "zh", "en", "unit", "enum", "pattern", "minimum", "maximum")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` is a Table Schema type, `unit` the measure unit of its numbers."""

    name: str
    type: str
    zh: str
    en: str
    unit: str = ""
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`column` holds a value of `table.references`; an empty table is the table itself."""

    column: str
    table: str
    references: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: columns in their order, its key, and what it refers to."""

    name: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    primary: tuple[str, ...]
    foreign: tuple[ForeignKey, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns in order."""
        return tuple(column.name for column in self.columns)


def _column(file: str, table: str, name: str, data: Mapping[str, Any], required: bool) -> Column:
    """Return the definition of a column: `table.column` before `column`."""
    entry = data.get(f"{table}.{name}", data.get(name))
    if entry is None:
        raise InputError(file, f"table {table} has an undefined column {name}", "Define it.")
    wrong = set(entry) - set(_FACETS)
    if wrong or entry.get("type") not in _TYPES or not entry.get("zh") or not entry.get("en"):
        raise InputError(
            file,
            f"column {name} is incomplete or has unknown keys {sorted(wrong)}",
            f"Give type ({', '.join(_TYPES)}), zh and en.",
        )
    return Column(
        name,
        entry["type"],
        entry["zh"],
        entry["en"],
        entry.get("unit", ""),
        tuple(entry.get("enum", ())),
        entry.get("pattern", ""),
        entry.get("minimum"),
        entry.get("maximum"),
        required,
    )


def _table(file: str, name: str, entry: Mapping[str, Any], columns: Mapping[str, Any]) -> Table:
    required = {*entry["primary"], *entry["required"]}
    foreign = tuple(
        ForeignKey(key["column"], key["table"], key["references"]) for key in entry["foreign"]
    )
    named = {*required, *(key.column for key in foreign)}
    if not named <= set(entry["columns"]):
        raise InputError(
            file,
            f"table {name} speaks of {sorted(named - set(entry['columns']))}",
            "List these under its columns.",
        )
    return Table(
        name,
        entry["zh"],
        entry["en"],
        tuple(_column(file, name, c, columns, c in required) for c in entry["columns"]),
        tuple(entry["primary"]),
        foreign,
    )


@lru_cache(maxsize=4)
def load_tables(path: Path = Path(__file__).parent / "columns.toml") -> Mapping[str, Table]:
    """Return all tables by name, in the order of the file.

    Raises InputError if a column has no definition, a definition is never
    used, or a key names a table or column that does not exist.
    """
    file = str(path)
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = {name: _table(file, name, t, data["column"]) for name, t in data["table"].items()}
    for table in tables.values():
        for key in table.foreign:
            target = tables.get(key.table or table.name)
            if target is None or key.references not in target.header:
                raise InputError(
                    file,
                    f"{table.name}.{key.column} refers to {key.table}.{key.references}",
                    "Name a table and one of its columns.",
                )
    used = {n for t in tables.values() for c in t.header for n in (c, f"{t.name}.{c}")}
    unused = set(data["column"]) - used
    if unused:
        raise InputError(file, f"no table uses {sorted(unused)}", "Remove them.")
    return tables
