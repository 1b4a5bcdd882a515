"""The release bundle: the data package with SQLite, Parquet and a copy for Excel in one zip."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from build_site.model.capture import InputError
from build_site.publish.parquet import write_parquet
from build_site.publish.sqlite import write_sqlite
from build_site.vocab.columns import load_tables

_BOM = b"\xef\xbb\xbf"  # without it a double click in Excel garbles Chinese
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
_MODE = 0o100644 << 16  # a plain file, readable by all
SUMS = "SHA256SUMS"


def write_bundle(dataset: Path, out: Path) -> tuple[Path, ...]:
    """Write work-reports-VERSION.zip and its SHA256SUMS into `out`; return both paths.

    The zip holds the data package as it is (dataset/), the same tables as one
    SQLite file, as Parquet and as CSV with BOM for Excel, the licence of the
    data if it lies beside `dataset`, and SHA256SUMS of all these. The same
    dataset gives the same bytes. Raises InputError if `dataset` is no data
    package or DuckDB is not installed.
    """
    descriptor = dataset / "datapackage.json"
    try:
        version = str(json.loads(descriptor.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError) as error:
        raise InputError(
            str(descriptor), "is no descriptor of a data package", "Run: build-site dataset"
        ) from error
    folder = f"work-reports-{version}"
    files = {f"dataset/{path.relative_to(dataset).as_posix()}": path.read_bytes()
             for path in dataset.rglob("*") if path.is_file()}  # fmt: skip
    licence = dataset.parent / "LICENSE-DATA"
    if licence.is_file():
        files[licence.name] = licence.read_bytes()
    files |= _other_forms(dataset / "data")
    files[SUMS] = _sums(files)
    out.mkdir(parents=True, exist_ok=True)
    bundle, sums = out / f"{folder}.zip", out / SUMS
    _zip({f"{folder}/{name}": content for name, content in files.items()}, bundle)
    sums.write_bytes(_sums({bundle.name: bundle.read_bytes()}))
    return bundle, sums


def _other_forms(data: Path) -> dict[str, bytes]:
    """Return the tables as SQLite, Parquet and CSV with BOM, by path in the bundle."""
    tables = load_tables()
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        write_sqlite(tables.values(), data, made / "work-reports.sqlite")
        (made / "parquet").mkdir()
        for table in tables.values():
            write_parquet(
                table, data / f"{table.name}.json", made / "parquet" / f"{table.name}.parquet"
            )
        files = {
            path.relative_to(made).as_posix(): path.read_bytes()
            for path in made.rglob("*")
            if path.is_file()
        }
    for table_name in tables:
        content = (data / f"{table_name}.csv").read_bytes()
        files[f"excel/{table_name}.csv"] = _BOM + content
    return files


def _sums(files: Mapping[str, bytes]) -> bytes:
    """Return the hashes of files in the form that `sha256sum --check` reads."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _zip(files: Mapping[str, bytes], path: Path) -> None:
    """Write a zip that depends on nothing but names and contents."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever the machine
            entry.external_attr = _MODE
            archive.writestr(entry, files[name], compresslevel=9)
