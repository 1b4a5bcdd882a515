"""Tables as bytes: CSV (UTF-8, no BOM, LF) and a JSON twin, the same on every run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from build_site.publish.row import Row, Value

_QUOTED = frozenset('",\r\n')


def _cell(value: Value) -> str:
    """Return a value as a CSV field; unknown is empty, numbers are as computed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    text = str(value)
    # csv.writer leaves a lone carriage return bare, and readers take it for a new row
    if text and (not _QUOTED.isdisjoint(text) or text[0].isspace() or text[-1].isspace()):
        return '"' + text.replace('"', '""') + '"'
    return text


def csv_bytes(header: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return the rows as CSV with a header row."""
    lines = [",".join(header)]
    lines += [",".join(_cell(row[name]) for name in header) for row in rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


def json_bytes(rows: Iterable[Row]) -> bytes:
    """Return the rows as a JSON array, one object per line; unknown is null, never ""."""
    lines = (
        json.dumps(
            {name: None if value == "" else value for name, value in row.items()},
            ensure_ascii=False,
        )
        for row in rows
    )
    body = ",\n".join(lines)
    return (f"[\n{body}\n]\n" if body else "[]\n").encode("utf-8")
