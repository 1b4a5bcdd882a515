"""Writing dataset/: same bytes every time, untouched when the same, all or nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.publish import dataset
from build_site.publish.dataset import dataset_files, write_dataset, write_files
from build_site.publish.serialize import csv_bytes, json_bytes
from build_site.publish.tables import build_tables
from build_site.vocab.columns import load_tables
from tests.publish.factory import sample


def test_two_builds_give_the_same_bytes() -> None:
    one, two = sample(), sample()
    assert dataset_files(build_tables(one), one) == dataset_files(build_tables(two), two)


def test_every_table_has_its_header_even_without_rows() -> None:
    publication = sample()
    files = dataset_files(build_tables(publication), publication)
    for name, table in load_tables().items():
        header = files[f"data/{name}.csv"].split(b"\n", 1)[0].decode()
        assert header == ",".join(table.header)
    assert files["data/chains.json"] == b"[]\n"


def test_a_second_write_touches_no_file_and_a_stale_file_goes(tmp_path: Path) -> None:
    publication, root = sample(), tmp_path / "dataset"
    tables = build_tables(publication)
    write_dataset(tables, publication, root)
    stamps = {p: p.stat().st_mtime_ns for p in root.rglob("*")}
    stale = root / "text" / "old" / "2000.md"
    stale.parent.mkdir()
    stale.write_text("gone", encoding="utf-8")
    write_dataset(tables, publication, root)
    assert not stale.parent.exists()
    files = [p for p in stamps if p.is_file()]
    assert {p: p.stat().st_mtime_ns for p in files} == {p: stamps[p] for p in files}
    assert [p.name for p in tmp_path.iterdir()] == ["dataset"]


def test_an_error_before_the_end_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication, root = sample(), tmp_path / "dataset"
    write_files({"data/captures.csv": b"old", "README.md": b"old"}, root)

    def broken(*_: object) -> bytes:
        raise RuntimeError("no")

    monkeypatch.setattr(dataset, "descriptor_bytes", broken)
    with pytest.raises(RuntimeError):
        write_dataset(build_tables(publication), publication, root)
    assert (root / "data/captures.csv").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["dataset"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv_and_json(texts: list[str]) -> None:
    header = [f"c{i}" for i in range(len(texts))]
    row = dict(zip(header, texts, strict=True))
    lines = io.StringIO(csv_bytes(header, [row, row]).decode("utf-8"), newline="")
    if texts != [""]:
        assert list(csv.DictReader(lines)) == [row, row]
    back = json.loads(json_bytes([row]))
    assert [{k: v or "" for k, v in r.items()} for r in back] == [row]


def test_values_are_written_as_computed() -> None:
    row = {"a": True, "b": None, "c": 5.8, "d": 91.0, "e": 0.1 + 0.2, "f": 7}
    assert csv_bytes(list(row), [row]) == b"a,b,c,d,e,f\ntrue,,5.8,91,0.30000000000000004,7\n"
