"""The version being built and the identifiers that were retired, read from vocab data."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path

from build_site.model.capture import InputError
from build_site.model.publication import Registered, Release

_HERE = Path(__file__).parent
_RETIRED_COLUMNS = ["id", "status", "moved_to", "reason"]


def load_release(path: Path = _HERE / "release.toml") -> Release:
    """Return the release described in `path`; raise InputError if a key is missing."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for key, kind in (("version", str), ("created", str), ("released", bool)):
        if not isinstance(data.get(key), kind):
            raise InputError(str(path), f"{key} is missing or no {kind.__name__}", f"Add {key}.")
    return Release(data["version"], data["created"], data["released"])


def load_retired(path: Path = _HERE / "retired.csv") -> Mapping[str, Registered]:
    """Return retired identifiers by id; kind and first_version stay as registered, so empty.

    Raises InputError with file and line for a wrong status, a missing reason,
    a moved id without its new place, or an id given twice.
    """
    retired: dict[str, Registered] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _RETIRED_COLUMNS:
            raise InputError(
                str(path), f"the header is {reader.fieldnames}", f"Write {_RETIRED_COLUMNS}.", 1
            )
        for row in reader:
            line = reader.line_num
            if row["status"] not in ("moved", "withdrawn"):
                raise InputError(
                    str(path),
                    f"status {row['status']!r} of {row['id']}",
                    "Write moved or withdrawn.",
                    line,
                )
            if not row["reason"]:
                raise InputError(
                    str(path), f"{row['id']} has no reason", "Say why it was retired.", line
                )
            if (row["status"] == "moved") != bool(row["moved_to"]):
                raise InputError(
                    str(path),
                    f"{row['id']}: moved_to does not fit status {row['status']}",
                    "A moved id names its new id; a withdrawn one names none.",
                    line,
                )
            if row["id"] in retired:
                raise InputError(str(path), f"{row['id']} stands twice", "Keep one row.", line)
            retired[row["id"]] = Registered(
                row["id"], "", "", row["status"], row["moved_to"], row["reason"]
            )
    return retired
