from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from build_site.publish.api import write_api
from build_site.publish.api_schema import report_schema
from build_site.publish.html import read_tables

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("api")
    write_api(read_tables(ROOT / "dataset" / "data"), made)
    return made


def one(folder: Path) -> dict[str, Any]:
    file = folder / "reports" / "zhejiang" / "huzhou" / "2024.json"
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def test_the_schema_is_a_schema_and_stands_where_each_report_says(folder: Path) -> None:
    Draft202012Validator.check_schema(report_schema())
    for file in (folder / "reports").rglob("*.json"):
        said = json.loads(file.read_text(encoding="utf-8"))["$schema"]
        assert json.loads((file.parent / said).read_text(encoding="utf-8")) == report_schema()


def test_every_report_of_the_committed_package_fits_the_schema(folder: Path) -> None:
    validator = Draft202012Validator(report_schema())
    for file in (folder / "reports").rglob("*.json"):
        errors = validator.iter_errors(json.loads(file.read_text(encoding="utf-8")))
        assert not [e.message[:200] for e in errors][:3], file.name


@pytest.mark.parametrize(
    "broken",
    [
        {"document": None},
        {"paragraphs": [{}]},
        {"lacunae": "none"},
    ],
)
def test_a_wrong_report_does_not_fit(folder: Path, broken: dict[str, object]) -> None:
    assert not Draft202012Validator(report_schema()).is_valid({**one(folder), **broken})
