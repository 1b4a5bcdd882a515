"""Writes dataset/: all or nothing, and only the files that change."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from build_site.model.publication import Publication
from build_site.publish.aligned import aligned_files
from build_site.publish.datapackage import descriptor_bytes
from build_site.publish.identify import name_documents
from build_site.publish.markdown import document_markdown
from build_site.publish.row import Tables
from build_site.publish.serialize import csv_bytes, json_bytes
from build_site.publish.sheet import data_sheet
from build_site.vocab.columns import load_tables

_OWN = ("data", "text", "aligned")  # folders in which nothing but our files may stay


def dataset_files(tables: Tables, publication: Publication) -> dict[str, bytes]:
    """Return every file of dataset/ by its path there (POSIX), as bytes."""
    files: dict[str, bytes] = {}
    for name, table in load_tables().items():
        files[f"data/{name}.csv"] = csv_bytes(table.header, tables[name])
        files[f"data/{name}.json"] = json_bytes(tables[name])
    for document in name_documents(publication.editions):
        if document.published:
            path = f"text/{document.document_id}.md"
            files[path] = document_markdown(document).encode("utf-8", "surrogatepass")
    files |= aligned_files(tables, publication.release)
    files["README.md"] = data_sheet(tables, publication).encode("utf-8")
    files["datapackage.json"] = descriptor_bytes(publication, files)
    return files


def write_dataset(tables: Tables, publication: Publication, root: Path) -> None:
    """Write the data package into `root` (dataset/).

    Everything is made and laid out beside `root` first, so that an error leaves
    `root` as it was; files whose bytes are the same are not touched, and files
    of a former build that are no longer made are removed.
    """
    write_files(dataset_files(tables, publication), root)


def write_files(files: Mapping[str, bytes], root: Path) -> None:
    """Bring `root` to hold `files` (path → bytes); see write_dataset."""
    root.mkdir(parents=True, exist_ok=True)
    changed = {p: c for p, c in files.items() if not _same(root / p, c)}
    staging = Path(tempfile.mkdtemp(prefix=f".{root.name}-", dir=root.parent))
    try:
        for path, content in changed.items():
            staged = staging / path
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(content)
        for path in changed:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).replace(root / path)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    _sweep(root, files)


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _sweep(root: Path, files: Mapping[str, bytes]) -> None:
    """Remove files of a former build from our folders, then the folders left empty."""
    for folder in _OWN:
        # the deepest first, so that a folder is empty by the time it is met
        for path in sorted((root / folder).rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(root).as_posix() not in files:
                path.unlink()
