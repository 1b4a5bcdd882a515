"""The data sheet dataset/README.md: what the package holds and how each column is decided."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.model.publication import Publication
from build_site.publish.row import Tables
from build_site.vocab.columns import Column, Table, load_tables
from build_site.vocab.sheet import load_sheet


def data_sheet(tables: Tables, publication: Publication) -> str:
    """Return the data sheet as Markdown, in both languages."""
    words = load_sheet()
    release = publication.release
    counts = {name: len(rows) for name, rows in tables.items()}
    intro = words.intro.format(
        version=release.version,
        captures=counts["captures"],
        documents=counts["documents"],
        published=sum(bool(row["published"]) for row in tables["documents"]),
        paragraphs=counts["paragraphs"],
        edits=counts["edits"],
    )
    cite = words.cite.format(version=release.version, year=release.created[:4])
    parts = [
        f"# {words.title}",
        intro,
        "## Formats / 格式",
        words.formats,
        "## Tables / 表",
        "\n".join(_overview(counts)),
        "## Edits / 改动",
        words.replay,
        "## Known limits / 已知局限",
        words.limits,
        "## How to cite / 引用",
        cite,
        "## Columns / 列",
    ]
    for table in load_tables().values():
        parts += [f"### `{table.name}`", f"{table.en} / {table.zh}", "\n".join(_columns(table))]
    return "\n\n".join(parts) + "\n"


def _overview(counts: dict[str, int]) -> Iterator[str]:
    yield "| table | rows | |"
    yield "|---|---:|---|"
    for table in load_tables().values():
        link = f"[`{table.name}`](data/{table.name}.csv)"
        yield f"| {link} | {counts[table.name]} | {table.en} / {table.zh} |"


def _columns(table: Table) -> Iterator[str]:
    yield "| column | type | how it is decided |"
    yield "|---|---|---|"
    foreign = {key.column: f"{key.table or table.name}.{key.references}" for key in table.foreign}
    for column in table.columns:
        yield f"| `{column.name}` | {_type(table, column)} | {_meaning(column, foreign)} |"


def _type(table: Table, column: Column) -> str:
    facts = [column.type]
    if column.unit:
        facts.append(column.unit)
    if column.name in table.primary:
        facts.append("key")
    elif column.required:
        facts.append("required")
    return ", ".join(facts)


def _meaning(column: Column, foreign: dict[str, str]) -> str:
    parts = [f"{column.en} / {column.zh}"]
    if column.enum:
        parts.append("One of " + ", ".join(f"`{code}`" for code in column.enum))
    if column.name in foreign:
        parts.append(f"→ `{foreign[column.name]}`")
    return ". ".join(parts)
