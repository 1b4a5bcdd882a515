"""The release bundle: the same bytes every time, and every form of a table says the same."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from build_site.model.capture import InputError
from build_site.publish.bundle import SUMS, write_bundle
from build_site.publish.dataset import write_dataset
from build_site.publish.tables import build_tables
from build_site.vocab.columns import load_tables
from tests.publish.factory import sample

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("small") / "dataset"
    publication = sample()
    write_dataset(build_tables(publication), publication, root)
    (root.parent / "LICENSE-DATA").write_text("CC BY 4.0\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the committed dataset."""
    out = tmp_path_factory.mktemp("bundle")
    bundle, _ = write_bundle(ROOT / "dataset", out)
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(out)
    return out / bundle.stem


def rows(name: str) -> list[dict[str, object]]:
    path = ROOT / "dataset" / "data" / f"{name}.json"
    found: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_the_same_dataset_gives_the_same_bytes(dataset: Path, tmp_path: Path) -> None:
    first, second = (write_bundle(dataset, tmp_path / name) for name in ("a", "b"))
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]
    with zipfile.ZipFile(first[0]) as archive:
        entries = archive.infolist()
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_it_is_named_after_the_version_and_summed_inside_and_outside(
    dataset: Path, tmp_path: Path
) -> None:
    bundle, sums = write_bundle(dataset, tmp_path)
    assert bundle.name == "work-reports-0.1.0.zip"
    assert sums.read_text() == f"{hashlib.sha256(bundle.read_bytes()).hexdigest()}  {bundle.name}\n"
    with zipfile.ZipFile(bundle) as archive:
        names = {name.removeprefix(f"{bundle.stem}/") for name in archive.namelist()}
        lines = archive.read(f"{bundle.stem}/{SUMS}").decode().splitlines()
        for line in lines:
            digest, name = line.split("  ")
            assert hashlib.sha256(archive.read(f"{bundle.stem}/{name}")).hexdigest() == digest
    assert {line.split("  ")[1] for line in lines} == names - {SUMS}
    assert {"LICENSE-DATA", "work-reports.sqlite", "dataset/datapackage.json"} <= names
    for table in load_tables():
        assert {f"parquet/{table}.parquet", f"excel/{table}.csv"} <= names


def test_the_package_in_it_and_the_copy_for_excel_are_the_dataset_to_the_byte(
    unpacked: Path,
) -> None:
    for path in (p for p in (ROOT / "dataset").rglob("*") if p.is_file()):
        name = path.relative_to(ROOT / "dataset")
        assert (unpacked / "dataset" / name).read_bytes() == path.read_bytes()
        if path.suffix == ".csv":
            copy = (unpacked / "excel" / path.name).read_bytes()
            assert copy == b"\xef\xbb\xbf" + path.read_bytes()


@pytest.mark.parametrize("name", load_tables())
def test_parquet_holds_every_row_with_its_types(unpacked: Path, name: str) -> None:
    file = unpacked / "parquet" / f"{name}.parquet"
    with duckdb.connect() as connection:
        answer = connection.sql(f"SELECT * FROM '{file}'")
        assert answer.columns == list(load_tables()[name].header)
        found = [dict(zip(answer.columns, row, strict=True)) for row in answer.fetchall()]
    dates = {c.name for c in load_tables()[name].columns if c.type == "date"}
    for row in found:
        row.update({d: row[d].isoformat() for d in dates if row[d] is not None})
    assert found == rows(name)


def test_an_unknown_year_is_null_in_parquet_and_sqlite(unpacked: Path) -> None:
    unknown = sum(row["year"] is None for row in rows("documents"))
    assert unknown > 0
    query = "SELECT count(*), count(year), min(year) FROM {}"
    with duckdb.connect() as connection:
        file = unpacked / "parquet" / "documents.parquet"
        (in_parquet,) = connection.sql(query.format(f"'{file}'")).fetchall()
        (kind,) = connection.sql(f"SELECT typeof(year) FROM '{file}' LIMIT 1").fetchall()
    with closing(sqlite3.connect(unpacked / "work-reports.sqlite")) as base:
        (in_sqlite,) = base.execute(query.format("documents")).fetchall()
    assert kind == ("BIGINT",)
    assert in_parquet == in_sqlite
    assert in_parquet[0] - in_parquet[1] == unknown
    assert in_parquet[2] >= 1949


def test_sqlite_holds_every_row_and_every_key(unpacked: Path) -> None:
    with closing(sqlite3.connect(unpacked / "work-reports.sqlite")) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        keys = 0
        for name, table in load_tables().items():
            (count,) = base.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            assert count == len(rows(name))
            info = base.execute(f'PRAGMA table_info("{name}")').fetchall()
            assert [column[1] for column in info] == list(table.header)
            assert {column[1] for column in info if column[5]} == set(table.primary)
            keys += len(base.execute(f'PRAGMA foreign_key_list("{name}")').fetchall())
        assert keys == sum(len(table.foreign) for table in load_tables().values())


def test_the_foreign_keys_of_sqlite_can_fail(unpacked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes((unpacked / "work-reports.sqlite").read_bytes())
    with closing(sqlite3.connect(copy)) as base:
        base.execute("DELETE FROM places WHERE place_id = 'zhejiang/huzhou'")
        assert base.execute("PRAGMA foreign_key_check").fetchall()


def test_a_folder_that_is_no_data_package_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no descriptor"):
        write_bundle(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_without_duckdb_the_message_says_what_to_install(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(InputError, match=r"work-reports\[bundle\]"):
        write_bundle(dataset, tmp_path / "out")
