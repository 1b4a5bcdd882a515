"""JSON Schema of the static API, made from the columns of the data package."""

from __future__ import annotations

from collections.abc import Mapping

from build_site.vocab.columns import Column, load_tables

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = "report.schema.json"
# what a report's JSON holds: key, table, whether it is one row or a list of rows
CONTENT: Mapping[str, tuple[str, bool]] = {
    "document": ("documents", False),
    "capture": ("captures", False),
    "sections": ("sections", True),
    "paragraphs": ("paragraphs", True),
    "lacunae": ("lacunae", True),
    "tasks": ("tasks", True),
    "task_agencies": ("task_agencies", True),
    "completions": ("completions", True),
}
_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}  # else string


def report_schema() -> dict[str, object]:
    """Return the JSON Schema of api/reports/<document_id>.json; the rows are open to new columns.

    An unknown value is null, or an empty text where the column is a text.
    """
    tables = sorted({table for table, _ in CONTENT.values()})
    return {
        "$schema": DIALECT,
        "title": "A report with everything the tables say of it / 一份文献的全部结构化内容",
        "type": "object",
        "required": list(CONTENT),
        "properties": {
            "$schema": {"type": "string"},
            **{key: _content(table, many) for key, (table, many) in CONTENT.items()},
        },
        "$defs": {table: _row(table) for table in tables},
    }


def _content(table: str, many: bool) -> dict[str, object]:
    row: dict[str, object] = {"$ref": f"#/$defs/{table}"}
    return {"type": "array", "items": row} if many else row


def _row(name: str) -> dict[str, object]:
    table = load_tables()[name]
    return {
        "type": "object",
        "description": f"{table.en} / {table.zh}",
        "required": list(table.header),
        "properties": {column.name: _property(column) for column in table.columns},
    }


def _property(column: Column) -> dict[str, object]:
    kind = _TYPES.get(column.type, "string")
    known: dict[str, object] = {
        "type": kind if column.required else [kind, "null"],
        "description": f"{column.en} / {column.zh}",
    }
    if column.enum:
        known["enum"] = [*column.enum, *([] if column.required else ["", None])]
    if column.pattern:
        pattern = column.pattern
        known["pattern"] = pattern if column.required else f"^$|{pattern}"
    if column.minimum is not None:
        known["minimum"] = column.minimum
    if column.maximum is not None:
        known["maximum"] = column.maximum
    return known
