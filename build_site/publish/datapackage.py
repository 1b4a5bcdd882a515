"""The descriptor datapackage.json, and the one door to frictionless, which validates it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import frictionless

from build_site.model.publication import Publication
from build_site.vocab.columns import Column, Table, load_tables

NAME = "work-reports"
_DESCRIPTION_EN = (
    "Work reports, progress tables and responsibility breakdowns of Chinese local "
    "governments, cleaned from web captures, every intervention recorded."
)
_DESCRIPTION_ZH = (
    "中国地方政府工作报告、进展汇总表与责任分解，由网页采集件整理而成，每处改动均有记录。"
)


def _digest(content: bytes) -> str:
    return f"sha256:{sha256(content).hexdigest()}"


def _field(column: Column) -> dict[str, Any]:
    """Return a Table Schema field; both languages in the description, the unit beside it."""
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": f"{column.zh} / {column.en}",
        "description_zh": column.zh,
        "description_en": column.en,
    }
    if column.unit:
        field["unit"] = column.unit
    if constraints:
        field["constraints"] = constraints
    return field


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.primary),
    }
    if table.foreign:
        schema["foreignKeys"] = [
            {
                "fields": [key.column],
                "reference": {"resource": key.table, "fields": [key.references]},
            }
            for key in table.foreign
        ]
    return schema


def _resource(table: Table, content: bytes, twin: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": f"{table.zh} / {table.en}",
        "path": f"data/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"csv": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"'}},
        "bytes": len(content),
        "hash": _digest(content),
        "schema": _schema(table),
        "json": {"path": f"data/{table.name}.json", "bytes": len(twin), "hash": _digest(twin)},
    }


def descriptor(publication: Publication, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return datapackage.json for the files of dataset/ (path → bytes), all but itself."""
    tables = load_tables()
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": "Chinese local government work reports / 中国地方政府工作报告",
        "title_zh": "中国地方政府工作报告",
        "title_en": "Chinese local government work reports",
        "description": f"{_DESCRIPTION_EN} / {_DESCRIPTION_ZH}",
        "description_zh": _DESCRIPTION_ZH,
        "description_en": _DESCRIPTION_EN,
        "version": publication.release.version,
        "created": f"{publication.release.created}T00:00:00Z",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Data: Creative Commons Attribution 4.0 / 数据：署名 4.0",
            },
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/deed.en",
                "title": "Translations, our own draft: Creative Commons Attribution 4.0 / "
                "译文（自译草稿）：署名 4.0",
            },
            {
                "name": "MIT",
                "path": "https://opensource.org/license/mit",
                "title": "Code: MIT / 代码：MIT",
            },
        ],
        "sources": [_source(publication, index) for index in range(len(publication.editions))],
        "contributors": [{"title": "work-reports contributors", "roles": ["creator"]}],
        "keywords": ["China", "local government", "work report", "政府工作报告", "targets"],
        "resources": [
            _resource(table, files[f"data/{name}.csv"], files[f"data/{name}.json"])
            for name, table in tables.items()
        ],
        "texts": [
            {"path": path, "bytes": len(content), "hash": _digest(content)}
            for path, content in sorted(files.items())
            if path.startswith(("text/", "aligned/"))
        ],
    }


def _source(publication: Publication, index: int) -> dict[str, str]:
    capture = publication.editions[index].capture
    source = {"title": capture.file, "hash": f"sha256:{capture.sha256}"}
    if capture.sidecar.url.startswith(("http://", "https://")):
        source["path"] = capture.sidecar.url
    return source


def descriptor_bytes(publication: Publication, files: Mapping[str, bytes]) -> bytes:
    """Return datapackage.json as bytes, the same on every run."""
    text = json.dumps(descriptor(publication, files), ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8")


def validate(path: Path) -> list[str]:
    """Return what is wrong with the package described at `path`; empty if it is valid.

    Checks what frictionless checks (header, type, enum, pattern, primary and
    foreign keys, bytes, hash) and the JSON twins and texts, which it does not know.
    """
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [f"{path.name}: {error}"]
    result = frictionless.validate(str(path))
    wrong = [f"package: {error.message}" for error in result.errors]
    for task in result.tasks:
        wrong += [f"{task.name}: {error.message}" for error in task.errors]
    others = [resource.get("json") for resource in package.get("resources", ())]
    for other in [*filter(None, others), *package.get("texts", ())]:
        file = path.parent / other["path"]
        if not file.is_file():
            wrong.append(f"{other['path']}: the file is missing")
        elif _digest(file.read_bytes()) != other["hash"]:
            wrong.append(f"{other['path']}: the file is not the one described (hash)")
    return wrong
