"""gettext catalogues: docs/translations/en/<document_id>.po, one entry per Chinese text.

The only door to polib. msgid is the clean Chinese paragraph or heading, the
reference its paragraph or section id, so that translators' own tools work.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from build_site.model.capture import InputError
from build_site.model.translation import Source, Status, Translation
from build_site.translate.sentences import aligned, aligned_figures

FUZZY = "fuzzy"
REVIEWED = "reviewed"  # a line of the translator comment


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one document's catalogue has come; numbers are entries."""

    document_id: str
    total: int
    translated: int
    fuzzy: int
    obsolete: int


def catalogue_path(root: Path, document_id: str) -> Path:
    """Return the catalogue of a document; `root` is docs/translations/en."""
    return root / f"{document_id}.po"


def _open(path: Path) -> polib.POFile:
    try:
        return polib.pofile(path, encoding="utf-8", wrapwidth=0)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"not a gettext catalogue: {error}", "Mend the file") from error


def _translation(entry: polib.POEntry) -> Translation:
    if not entry.msgstr or FUZZY in entry.flags:
        return Translation()
    reviewed = REVIEWED in entry.tcomment.split()
    status = Status.REVIEWED if reviewed else Status.DRAFT
    pairs = aligned(entry.msgid, entry.msgstr)
    figures = aligned_figures(entry.msgid, entry.msgstr, pairs)
    return Translation(entry.msgstr, status, pairs, figures)


def load(root: Path) -> dict[str, dict[str, Translation]]:
    """Return document_id → Chinese text → translation, for every catalogue below `root`.

    Fuzzy and empty entries have the status none. Raises InputError for a file
    that is no catalogue.
    """
    return {
        path.relative_to(root).with_suffix("").as_posix(): {
            entry.msgid: _translation(entry) for entry in _open(path) if not entry.obsolete
        }
        for path in sorted(root.rglob("*.po"))
    }


def progress(root: Path) -> tuple[Progress, ...]:
    """Return how far each catalogue below `root` has come."""
    rows = []
    for path in sorted(root.rglob("*.po")):
        entries = _open(path)
        live = [e for e in entries if not e.obsolete]
        rows.append(
            Progress(
                path.relative_to(root).with_suffix("").as_posix(),
                len(live),
                sum(1 for e in live if e.msgstr and FUZZY not in e.flags),
                sum(1 for e in live if FUZZY in e.flags),
                sum(1 for e in entries if e.obsolete),
            )
        )
    return tuple(rows)


def exceptions(root: Path) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return document_id → (Chinese text, figure) pairs that may differ, from exceptions.csv.

    Each row names a paragraph, the figure as written and the reason. Raises
    InputError with the line if a reason is missing or the paragraph is unknown.
    """
    path = root / "exceptions.csv"
    found: dict[str, list[tuple[str, str]]] = {}
    if not path.exists():
        return {}
    texts = {
        reference: entry.msgid
        for file in sorted(root.rglob("*.po"))
        for entry in _open(file)
        for reference, _ in entry.occurrences
    }
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            if not row["reason"]:
                raise InputError(path.name, "an exception has no reason", "Give one", number)
            if row["paragraph_id"] not in texts:
                problem = f"there is no paragraph {row['paragraph_id']!r}"
                raise InputError(path.name, problem, "Remove or mend the row", number)
            pair = (texts[row["paragraph_id"]], row["figure"])
            found.setdefault(row["document_id"], []).append(pair)
    return {document_id: tuple(pairs) for document_id, pairs in found.items()}


def _merged(old: polib.POFile, sources: Sequence[Source]) -> polib.POFile:
    """Return a catalogue of `sources` that keeps what `old` knows of them.

    A source whose text changed under a known id keeps its old translation,
    marked fuzzy; a translation whose source is gone is kept as obsolete.
    """
    by_text = {e.msgid: e for e in old}
    by_id = {ref: e for e in old if not e.obsolete for ref, _ in e.occurrences}
    new = polib.POFile(wrapwidth=0)
    new.metadata = {
        "Project-Id-Version": "work-reports",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    used: set[str] = set()
    for source in sources:
        entry = polib.POEntry(msgid=source.zh, occurrences=[(i, "") for i in source.ids])
        known = by_text.get(source.zh)
        if known:
            entry.msgstr, entry.tcomment = known.msgstr, known.tcomment
            entry.flags, entry.previous_msgid = list(known.flags), known.previous_msgid
            used.add(known.msgid)
        else:
            changed = next((by_id[i] for i in source.ids if i in by_id), None)
            if changed and changed.msgstr:
                entry.msgstr, entry.flags = changed.msgstr, [FUZZY]
                entry.previous_msgid = changed.msgid
                used.add(changed.msgid)
        new.append(entry)
    for entry in old:
        if entry.msgid not in used and entry.msgstr:
            new.append(polib.POEntry(msgid=entry.msgid, msgstr=entry.msgstr, obsolete=True))
    return new


def extract(root: Path, documents: Mapping[str, Iterable[Source]]) -> tuple[Path, ...]:
    """Write or bring up to date the catalogue of each document; return those that changed.

    Nothing already translated is lost, and a file whose content is unchanged
    is not touched.
    """
    changed: list[Path] = []
    for document_id, sources in documents.items():
        path = catalogue_path(root, document_id)
        old = _open(path) if path.exists() else polib.POFile(wrapwidth=0)
        text = str(_merged(old, list(sources)))
        if not text.endswith("\n"):
            text += "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return tuple(changed)
