"""All tables of the data package, built from one publication."""

from __future__ import annotations

from collections.abc import Iterable

from build_site.model.publication import Publication
from build_site.publish.identify import name_documents
from build_site.publish.register import current_ids, register, register_rows
from build_site.publish.row import Row, Tables, Value
from build_site.publish.rows_capture import capture_rows, document_rows, place_rows
from build_site.publish.rows_edits import edit_rows
from build_site.publish.rows_links import (
    chain_rows,
    finding_rows,
    indicator_rows,
    link_rows,
    statement_rows,
    variant_rows,
)
from build_site.publish.rows_tasks import (
    agency_rows,
    completion_rows,
    item_rows,
    task_agency_rows,
    task_rows,
)
from build_site.publish.rows_text import lacuna_rows, paragraph_rows, section_rows
from build_site.vocab.columns import Table, load_tables

__all__ = ["Row", "Tables", "Value", "build_tables"]


def build_tables(publication: Publication) -> Tables:
    """Return every table of DATASET.md by name; rows in the order of their key.

    Raises InputError if a registered identifier vanished without a record, and
    ValueError if a row does not have the columns of its table or a key is double.
    """
    documents = name_documents(publication.editions)
    rows: dict[str, Iterable[Row]] = {
        "captures": capture_rows(publication),
        "documents": document_rows(documents),
        "sections": section_rows(publication, documents),
        "paragraphs": paragraph_rows(publication, documents),
        "edits": edit_rows(publication, documents),
        "lacunae": lacuna_rows(documents),
        "indicators": indicator_rows(),
        "statements": statement_rows(publication, documents),
        "tasks": task_rows(publication, documents),
        "task_items": item_rows(publication, documents),
        "task_agencies": task_agency_rows(documents),
        "agencies": agency_rows(documents),
        "completions": completion_rows(publication, documents),
        "links": link_rows(publication),
        "chains": chain_rows(publication),
        "findings": finding_rows(publication, documents),
        "variants": variant_rows(publication),
    }
    tables = {name: tuple(found) for name, found in rows.items()}
    tables["places"] = tuple(place_rows(_places_of(tables)))
    registered = register(
        current_ids(tables), publication.registered, publication.release, publication.retired
    )
    tables["identifiers"] = tuple(register_rows(registered))
    return {name: _in_order(table, tables[name]) for name, table in load_tables().items()}


def _places_of(tables: Tables) -> Iterable[str]:
    """Return the ids of all places that any table names."""
    return sorted(
        {str(r["place_id"]) for rows in tables.values() for r in rows if r.get("place_id")}
    )


def _in_order(table: Table, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows sorted by primary key, their columns checked and in order."""

    def key(row: Row) -> tuple[tuple[bool, Value], ...]:
        return tuple((row[name] is not None, row[name]) for name in table.primary)

    ordered: list[Row] = []
    for row in sorted(rows, key=key):
        if set(row) != set(table.header):
            odd = sorted(set(row) ^ set(table.header))
            raise ValueError(f"{table.name}: a row and vocab/columns.toml disagree about {odd}")
        if ordered and key(ordered[-1]) == key(row):
            raise ValueError(f"{table.name}: two rows have the key {key(row)}")
        ordered.append({name: row[name] for name in table.header})
    return tuple(ordered)
