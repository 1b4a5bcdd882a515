"""The search index of one language: small files, of which a query reads a few.

    search-index/<language>/index.json      counts, and names that stand for each other
    search-index/<language>/terms/N.json    term → record numbers (differences), for one shard
    search-index/<language>/rest/N.json     the rest of very long lists
    search-index/<language>/records/N.json  what a hit shows, a few records a file
    search-index/fold.json            Traditional characters and their Simplified forms

Record numbers are given out best first (titles, then headings, then text;
newest documents first), so the first numbers of a list are its best hits.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from build_site.publish.row import Tables
from build_site.publish.search_records import Record, names, records
from build_site.publish.search_words import normalised, shard, shelf_mark, terms
from build_site.vocab.labels import LANGUAGES

RECORDS_PER_FILE = 8
SHARDS = 256
SHARD_BYTES = 16_000  # more shards when they would grow beyond this
LONG = 1_000  # record numbers of a term in its shard; the rest stands in a file of its own


def write_search(tables: Tables, folder: Path, fold: Mapping[str, str]) -> None:
    """Write the index of both languages below `folder`.

    `fold` maps Traditional characters to Simplified ones, one to one; only
    those that can match something are written.
    """
    used: set[str] = set()
    for language in LANGUAGES:
        found = records(tables, language)
        for record in found:
            used.update(record.searched)
        _write_language(found, names(tables), folder / language, fold)
    pairs = sorted((t, s) for t, s in fold.items() if s in used and len(t) == len(s) == 1)
    _dump(folder / "fold.json", ["".join(t for t, _ in pairs), "".join(s for _, s in pairs)])


def postings(found: Sequence[Record], fold: Mapping[str, str]) -> dict[str, list[int]]:
    """Return the record numbers of each term, in rising order."""
    lists: dict[str, list[int]] = {}
    for number, record in enumerate(found):
        for term in set(terms(normalised(record.searched, fold))):
            lists.setdefault(term, []).append(number)
    return lists


def _write_language(
    found: Sequence[Record],
    same: Sequence[Sequence[str]],
    folder: Path,
    fold: Mapping[str, str],
) -> None:
    lists = postings(found, fold)
    size = sum(len(term.encode()) + 3 * min(len(ids), LONG) for term, ids in lists.items())
    count = SHARDS
    while size / count > SHARD_BYTES:
        count *= 2
    shards: dict[int, dict[str, list[int]]] = {}
    rest: dict[int, dict[str, list[int]]] = {}
    for term in sorted(lists):
        ids, home = lists[term], shard(shelf_mark(term), count)
        shards.setdefault(home, {})[term] = _steps(ids[:LONG])
        if len(ids) >= LONG:  # the reader asks for the rest of any list of this length
            # the step from the last number in the shard comes first
            rest.setdefault(shard(term, count), {})[term] = _steps(ids[LONG - 1 :])[1:]
    for home, content in shards.items():
        _dump(folder / "terms" / f"{home}.json", content)
    for home, content in rest.items():
        _dump(folder / "rest" / f"{home}.json", content)
    for start in range(0, len(found), RECORDS_PER_FILE):
        rows = [record.shown for record in found[start : start + RECORDS_PER_FILE]]
        _dump(folder / "records" / f"{start // RECORDS_PER_FILE}.json", rows)
    _dump(
        folder / "index.json",
        {
            "records": len(found),
            "perFile": RECORDS_PER_FILE,
            "shards": sorted(shards),
            "count": count,
            "long": LONG,
            "names": [[normalised(word, fold) for word in group] for group in same],
        },
    )


def _steps(ids: Sequence[int]) -> list[int]:
    return [ids[0], *(b - a for a, b in pairwise(ids))] if ids else []


def _dump(file: Path, content: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    words = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_text(words, encoding="utf-8")
