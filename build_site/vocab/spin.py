"""What synonym spinners write for what: words and characters, with how often it was seen."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError

_LEXICON = Path(__file__).with_name("spun_lexicon.csv")
_CHARACTERS = Path(__file__).with_name("spun_characters.csv")
_RINGS = Path(__file__).with_name("spun_rings.txt")
_APART = Path(__file__).with_name("spun_apart.txt")
USUAL_FILE = Path(__file__).with_name("spun_usual.txt")
MARKERS_FILE = Path(__file__).with_name("spun_markers.txt")
_COLUMNS = ("spun", "original", "count", "kept", "ambiguity", "origin", "note")
_AMBIGUITIES = ("", "chain", "context")
ORIGINS = ("004", "editor")


@dataclass(frozen=True, slots=True)
class Substitution:
    """One word (or character) that a spinner wrote for another.

    `count` is how often the pair was seen in captures restored by hand (0: an
    editor's knowledge of the trade); `kept` how often the original was left
    alone there; `origin` names where the pair is known from (`guess`: from the
    text at hand, it stands in no table); `ambiguity` is
    empty where the spun form means nothing else, `chain` where it is itself
    an original of another pair, `context` where clean texts use it too.
    """

    spun: str
    original: str
    count: int
    kept: int
    ambiguity: str
    origin: str
    note: str


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and row of a table; raise InputError if its header is wrong."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != _COLUMNS:
            raise InputError(
                path.name, f"the header reads {reader.fieldnames}", f"Write {','.join(_COLUMNS)}", 1
            )
        for row in reader:
            yield reader.line_num, row


def _number(path: Path, line: int, column: str, value: str) -> int:
    if not value.isascii() or not value.isdigit():
        raise InputError(path.name, f"{column} is {value!r}", "Write a whole number", line)
    return int(value)


def read_substitutions(path: Path, characters: bool = False) -> tuple[Substitution, ...]:
    """Return the pairs of one table, checked.

    Raises InputError (file, line, what is wrong) at an empty or unchanged
    word, a pair given twice, a count that is no number, an unknown ambiguity
    or origin, or, in a table of characters, anything but single characters.
    """
    found: dict[tuple[str, str], Substitution] = {}
    for line, row in _rows(path):
        spun, original = row["spun"], row["original"]
        if not spun or not original or spun == original:
            raise InputError(path.name, f"{spun!r} → {original!r}", "Give two words", line)
        if characters and (len(spun), len(original)) != (1, 1):
            raise InputError(
                path.name, f"{spun!r} → {original!r}", "Give single characters here", line
            )
        if (spun, original) in found:
            raise InputError(path.name, f"{spun} → {original} stands twice", "Keep one", line)
        if row["ambiguity"] not in _AMBIGUITIES or row["origin"] not in ORIGINS:
            raise InputError(
                path.name,
                f"ambiguity {row['ambiguity']!r}, origin {row['origin']!r}",
                f"Use one of {_AMBIGUITIES} and one of {ORIGINS}",
                line,
            )
        found[spun, original] = Substitution(
            spun,
            original,
            _number(path, line, "count", row["count"]),
            _number(path, line, "kept", row["kept"]),
            row["ambiguity"],
            row["origin"],
            row["note"],
        )
    return tuple(found.values())


@cache
def spun_words() -> tuple[Substitution, ...]:
    """Return the lexicon of spun words; raises InputError as `read_substitutions` does."""
    return read_substitutions(_LEXICON)


def read_groups(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the groups of words of a file, one a line; `#` begins a comment line.

    Raises InputError (file, line) at a group of one or a word given twice.
    """
    for line, text in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        words = tuple(text.split())
        if not words or text.startswith("#"):
            continue
        if len(words) < 2 or len(set(words)) < len(words):
            raise InputError(path.name, f"{text!r}", "Give two or more different words", line)
        yield words


@cache
def ring_pairs() -> frozenset[tuple[str, str]]:
    """Return (spun, original) for every two words of a ring. Raises InputError likewise."""
    return frozenset(
        (one, other)
        for ring in read_groups(_RINGS)
        for one in ring
        for other in ring
        if one != other
    )


@cache
def ring_words() -> tuple[Substitution, ...]:
    """Return every word of a ring for every other one, save pairs that the lexicon holds.

    These are an editor's guesses (count 0). Raises InputError if a ring is
    malformed.
    """
    known = {(pair.spun, pair.original) for pair in spun_words()}
    return tuple(
        Substitution(spun, original, 0, 0, "context", "editor", "")
        for spun, original in sorted(ring_pairs())
        if (spun, original) not in known
    )


@cache
def words_apart() -> frozenset[frozenset[str]]:
    """Return the pairs of words of which one is never guessed to stand for the other.

    They differ in what they state: a wrong guess would turn a fact round.
    Raises InputError if a line is malformed.
    """
    return frozenset(
        frozenset((one, other))
        for group in read_groups(_APART)
        for one in group
        for other in group
        if one != other
    )


@cache
def spun_characters() -> tuple[Substitution, ...]:
    """Return the characters a spinner writes for others; raises InputError likewise."""
    return read_substitutions(_CHARACTERS, characters=True)


@cache
def spun_markers() -> frozenset[str]:
    """Return the pairs of characters that betray a spinner: they hardly occur in clean prose.

    Raises InputError if a line does not hold exactly two characters.
    """
    markers = MARKERS_FILE.read_text(encoding="utf-8").split("\n")[:-1]
    for line, marker in enumerate(markers, 1):
        if len(marker) != 2:
            raise InputError(MARKERS_FILE.name, f"{marker!r}", "Give two characters a line", line)
    return frozenset(markers)


@cache
def usual_words() -> Mapping[str, int]:
    """Return words that reports use all the time, with their sightings in 100,000 characters.

    Raises InputError if a line does not hold a word and a whole number.
    """
    words: dict[str, int] = {}
    for line, text in enumerate(USUAL_FILE.read_text(encoding="utf-8").split("\n")[:-1], 1):
        word, _, count = text.partition(" ")
        words[word] = _number(USUAL_FILE, line, "the number", count)
    return words
