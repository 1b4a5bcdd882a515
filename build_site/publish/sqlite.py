"""All tables as one SQLite file with types, keys and the meaning of every column."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from build_site.vocab.columns import Table

_TYPES = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",  # SQLite has no other; true is 1
    "date": "TEXT",  # ISO 8601
}


def write_sqlite(tables: Iterable[Table], data: Path, out: Path) -> None:
    """Write one SQLite file from the JSON twins in `data` (NAME.json per table).

    Unknown is NULL, true is 1, dates are ISO 8601 text. Primary and foreign
    keys are those of the data package; `PRAGMA foreign_key_check` holds.
    """
    with closing(sqlite3.connect(out)) as connection, connection:
        for table in tables:
            connection.execute(_create(table))
            rows = json.loads((data / f"{table.name}.json").read_text(encoding="utf-8"))
            marks = ", ".join("?" * len(table.header))
            connection.executemany(
                f"INSERT INTO {_name(table.name)} VALUES ({marks})",
                ([row[name] for name in table.header] for row in rows),
            )


def _create(table: Table) -> str:
    """Return the statement that creates a table; SQLite keeps its comments."""
    keys = [f"PRIMARY KEY ({', '.join(map(_name, table.primary))})"]
    keys += [
        f"FOREIGN KEY ({_name(key.column)}) "
        f"REFERENCES {_name(key.table or table.name)} ({_name(key.references)})"
        for key in table.foreign
    ]
    lines = [
        f"  {_name(c.name)} {_TYPES[c.type]}{' NOT NULL' if c.required else ''}, -- {c.en}"
        for c in table.columns
    ]
    body = "\n".join([*lines, "  " + ",\n  ".join(keys)])
    return f"CREATE TABLE {_name(table.name)} (\n{body}\n)"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
