"""The register of identifiers: append-only, so that a path once published never breaks."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from build_site.model.capture import InputError
from build_site.model.publication import Registered, Release
from build_site.publish.row import Row, Tables

_REGISTERED = (
    ("captures", "capture_id", "capture"),
    ("documents", "document_id", "document"),
    ("sections", "section_id", "section"),
    ("paragraphs", "paragraph_id", "paragraph"),
    ("tasks", "task_id", "task"),
    ("task_items", "item_id", "item"),
    ("completions", "completion_id", "completion"),
    ("agencies", "agency_id", "agency"),
    ("places", "place_id", "place"),
    ("indicators", "indicator_id", "indicator"),
    ("statements", "statement_id", "statement"),
    ("links", "link_id", "link"),
    ("chains", "chain_id", "chain"),
)
_SHOWN = 20  # ids listed in an error before "and n more"


def read_register(path: Path) -> tuple[Registered, ...]:
    """Return the register as the last build left it; empty if there is none yet.

    Raises InputError with file and line if a row is incomplete.
    """
    if not path.exists():
        return ()
    rows: list[Registered] = []
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            try:
                rows.append(
                    Registered(
                        row["id"],
                        row["kind"],
                        row["first_version"],
                        row["status"],
                        row["moved_to"],
                        row["reason"],
                    )
                )
            except KeyError as missing:
                raise InputError(
                    str(path),
                    f"column {missing} is missing",
                    "Restore the register from version control.",
                    reader.line_num,
                ) from missing
    return tuple(rows)


def current_ids(tables: Tables) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of everything the tables name."""
    for table, column, kind in _REGISTERED:
        for row in tables.get(table, ()):
            yield kind, str(row[column])


def register(
    current: Iterable[tuple[str, str]],
    before: Iterable[Registered],
    release: Release,
    retired: Mapping[str, Registered],
) -> tuple[Registered, ...]:
    """Return the register after this build, sorted by kind and id.

    Raises InputError if a registered id is gone and nobody says where it went,
    or if a retired id is in use again. An id that first appeared in the
    version being built, not yet released, may go: nobody has seen it.
    """
    rows = {(one.kind, one.id): one for one in before}
    now = dict.fromkeys(current)
    gone: list[str] = []
    for (kind, name), one in list(rows.items()):
        if (kind, name) in now:
            continue
        if name in retired:
            note = retired[name]
            rows[kind, name] = Registered(
                name, kind, one.first_version, note.status, note.moved_to, note.reason
            )
        elif one.status == "live":
            if one.first_version == release.version and not release.released:
                del rows[kind, name]
            else:
                gone.append(f"{name} ({kind})")
    reused = [
        name
        for kind, name in now
        if name in retired or rows.get((kind, name), _NEW).status != "live"
    ]
    _refuse(gone, "registered ids are gone", "Bring them back, or say what became of each in")
    _refuse(reused, "retired ids are in use again", "Give the new thing another id, or remove from")
    for kind, name in now:
        rows.setdefault((kind, name), Registered(name, kind, release.version))
    return tuple(rows[key] for key in sorted(rows))


_NEW = Registered("", "", "")


def _refuse(ids: list[str], problem: str, remedy: str) -> None:
    if ids:
        more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
        raise InputError(
            "identifiers.csv",
            f"{len(ids)} {problem}: {', '.join(ids[:_SHOWN])}{more}",
            f"{remedy} build_site/vocab/retired.csv (id,status,moved_to,reason)",
        )


def register_rows(registered: Iterable[Registered]) -> Iterator[Row]:
    """Yield one row per identifier."""
    for one in registered:
        yield {
            "id": one.id,
            "kind": one.kind,
            "first_version": one.first_version,
            "status": one.status,
            "moved_to": one.moved_to,
            "reason": one.reason,
        }
