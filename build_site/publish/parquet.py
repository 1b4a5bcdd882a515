"""Tables as Parquet: the only module that knows DuckDB, which is optional (extra `bundle`)."""

from __future__ import annotations

from pathlib import Path

from build_site.model.capture import InputError
from build_site.vocab.columns import Table

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
}


def write_parquet(table: Table, rows: Path, out: Path) -> None:
    """Write the rows of `table` from a JSON array (`rows`) to a Parquet file.

    Types are those of the columns; null stays null. The bytes are the same on
    every run of one DuckDB version. Raises InputError if DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise InputError(
            "duckdb",
            "is needed for Parquet and not installed",
            "pip install 'work-reports[bundle]'",
        ) from error
    columns = ", ".join(f"{_text(c.name)}: {_text(_TYPES[c.type])}" for c in table.columns)
    # one thread: row groups are then written in the order of the rows
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(
            f"COPY (SELECT * FROM read_json({_text(str(rows))}, format = 'array', "
            f"columns = {{{columns}}})) TO {_text(str(out))} (FORMAT parquet, COMPRESSION zstd)"
        )


def _text(value: str) -> str:
    """Return a value as an SQL text; COPY takes no parameters."""
    return "'" + value.replace("'", "''") + "'"
