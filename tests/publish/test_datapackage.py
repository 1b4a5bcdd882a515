"""The package validates, and every kind of fault is seen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from build_site.publish.datapackage import validate
from build_site.publish.dataset import write_dataset
from build_site.publish.tables import build_tables
from tests.publish.factory import sample


@pytest.fixture
def package(tmp_path: Path) -> Path:
    publication = sample()
    write_dataset(build_tables(publication), publication, tmp_path / "dataset")
    return tmp_path / "dataset"


def rewrite(package: Path, table: str, change: Callable[[str], str]) -> None:
    """Change a table and describe it anew, so that only the fault itself is left to find."""
    path = package / "data" / f"{table}.csv"
    content = change(path.read_text(encoding="utf-8")).encode("utf-8")
    path.write_bytes(content)
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        if resource["name"] == table:
            resource["bytes"] = len(content)
            resource["hash"] = f"sha256:{sha256(content).hexdigest()}"
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")


def faults(package: Path) -> str:
    return "\n".join(validate(package / "datapackage.json"))


def test_a_package_as_built_has_no_fault(package: Path) -> None:
    assert validate(package / "datapackage.json") == []


@pytest.mark.parametrize(
    ("table", "change", "word"),
    [
        ("paragraphs", lambda t: t.replace(",zhejiang/huzhou/2024,", ",zhejiang/none,", 1), "key"),
        ("captures", lambda t: t + t.splitlines()[1] + "\n", "primary key"),
        ("captures", lambda t: re.sub(r",(\d+),utf-8", ",many,utf-8", t), "type"),
        ("paragraphs", lambda t: t.replace(",prose,", ",poem,", 1), "enum"),
        ("captures", lambda t: t.replace("capture_id", "capture", 1), "Label"),
        ("captures", lambda t: t.replace("one.txt", "", 1), "required"),
        ("captures", lambda t: t.replace("\none,", "\nOne!,", 1), "pattern"),
    ],
)
def test_a_fault_in_a_table_is_seen(
    package: Path, table: str, change: Callable[[str], str], word: str
) -> None:
    before = (package / "data" / f"{table}.csv").read_bytes()
    rewrite(package, table, change)
    assert (package / "data" / f"{table}.csv").read_bytes() != before
    assert word in faults(package)


@pytest.mark.parametrize(
    "file", ["data/captures.csv", "data/captures.json", "text/zhejiang/huzhou/2024.md"]
)
def test_a_missing_file_is_seen(package: Path, file: str) -> None:
    (package / file).unlink()
    assert faults(package)


@pytest.mark.parametrize(
    "file", ["data/captures.csv", "data/captures.json", "text/zhejiang/huzhou/2024.md"]
)
def test_changed_bytes_are_seen(package: Path, file: str) -> None:
    path = package / file
    path.write_bytes(path.read_bytes().replace(b"2024", b"2025").replace(b"one", b"two"))
    assert "hash" in faults(package)


def test_a_broken_descriptor_is_a_message_not_a_crash(package: Path) -> None:
    (package / "datapackage.json").write_text("{", encoding="utf-8")
    assert len(validate(package / "datapackage.json")) == 1
    assert validate(package / "none.json")


def test_licences_of_code_data_and_translations_are_named_apart(package: Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    titles = " ".join(licence["title"] for licence in descriptor["licenses"])
    assert [licence["name"] for licence in descriptor["licenses"]] == [
        "CC-BY-4.0",
        "CC-BY-4.0",
        "MIT",
    ]
    assert all(word in titles for word in ("Data", "Translations", "Code"))


def test_every_column_says_in_both_languages_what_it_is(package: Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            assert re.search("[\u4e00-\u9fff]", field["description_zh"]), field["name"]
            assert re.search("[a-z]{2}", field["description_en"]), field["name"]
