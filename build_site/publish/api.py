"""Static JSON of each document: everything the tables say of it, in one file."""

from __future__ import annotations

import json
from os.path import relpath
from pathlib import Path

from build_site.publish.api_schema import FILE, report_schema
from build_site.publish.pages_shelf import Shelf, text
from build_site.publish.row import Tables


def write_api(tables: Tables, folder: Path) -> None:
    """Write `folder`/reports/<document_id>.json for each published document, and their schema."""
    shelf = Shelf(tables)
    schema = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    schema.write_text(json.dumps(report_schema(), ensure_ascii=False, indent=1), encoding="utf-8")
    for document_id, row in shelf.documents.items():
        tasks = shelf.document_tasks.get(document_id, ())
        ids = [text(task, "task_id") for task in tasks]
        file = folder / "reports" / f"{document_id}.json"
        content = {
            "$schema": relpath(schema, file.parent),
            "document": row,
            "capture": shelf.captures.get(text(row, "capture_id")),
            "sections": shelf.sections.get(document_id, ()),
            "paragraphs": shelf.paragraphs.get(document_id, ()),
            "lacunae": shelf.document_lacunae.get(document_id, ()),
            "tasks": tasks,
            "task_agencies": [a for task in ids for a in shelf.task_agencies.get(task, ())],
            "completions": [c for task in ids for c in shelf.completions.get(task, ())],
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
