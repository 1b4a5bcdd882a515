"""What a flattened table loses: the words that tell where, read from flattening.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from build_site.vocab.measure_units import measure_units

_FILE = Path(__file__).with_name("flattening.toml")
_TERMS = Path(__file__).with_name("quoted_terms.txt")
_OFTEN = Path(__file__).with_name("often_quoted_terms.txt")


@dataclass(frozen=True, slots=True)
class Flattening:
    """Word lists of the marks, counters and months that a flattened table loses."""

    counters: tuple[str, ...]  # what may stand behind a bare number
    after_percent: tuple[str, ...]
    clause_starts: tuple[str, ...]
    sentence_starts: tuple[str, ...]  # regular expressions
    before_date: tuple[str, ...]
    lead_verbs: tuple[str, ...]
    counter_of: Mapping[str, str]


def parse_flattening(text: str, file: str) -> Flattening:
    """Return the lists of a TOML; raise ValueError naming file and list if one is wrong."""
    data = tomllib.loads(text)
    names = {field.name for field in fields(Flattening)}
    if set(data) != names:
        raise ValueError(f"{file}: missing or unknown: {sorted(set(data) ^ names)}")
    lists: dict[str, tuple[str, ...]] = {}
    for name in sorted(names - {"counter_of"}):
        words = data[name]
        if not words or not all(isinstance(word, str) and word for word in words):
            raise ValueError(f"{file}: {name} must list words, none empty")
        lists[name] = tuple(dict.fromkeys(words))
    pairs = data["counter_of"]
    if not all(isinstance(one, str) and one for one in pairs.values()):
        raise ValueError(f"{file}: counter_of must give each noun its counter")
    return Flattening(counter_of=pairs, **lists)


@cache
def flattening() -> Flattening:
    """Return the published lists, the measure units among the counters."""
    found = parse_flattening(_FILE.read_text(encoding="utf-8"), _FILE.name)
    counters = tuple(dict.fromkeys((*found.counters, *measure_units())))
    return Flattening(
        **{f.name: getattr(found, f.name) for f in fields(Flattening) if f.name != "counters"},
        counters=counters,
    )


def parse_quoted_terms(text: str, file: str) -> frozenset[str]:
    """Return one term a line; `#` begins a comment. Raise ValueError naming file and line."""
    terms: set[str] = set()
    for line, words in enumerate(text.splitlines(), start=1):
        term = words.partition("#")[0].strip()
        if not term:
            continue
        if len(term) < 2 or set(term) & set("“”‘’，。；") or term in terms:
            raise ValueError(f"{file}:{line}: {term!r} is too short, quoted or stands twice")
        terms.add(term)
    return frozenset(terms)


@cache
def quoted_terms() -> frozenset[str]:
    """Return the names that clean reports put in quotation marks wherever they use them."""
    return parse_quoted_terms(_TERMS.read_text(encoding="utf-8"), _TERMS.name)


@cache
def often_quoted_terms() -> frozenset[str]:
    """Return the names that clean reports often quote, but also write bare."""
    return parse_quoted_terms(_OFTEN.read_text(encoding="utf-8"), _OFTEN.name)
