"""How clean reports run, character by character, and the words that none of them uses."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_BIGRAMS = Path(__file__).with_name("report_bigrams.txt")
_FOREIGN = Path(__file__).with_name("foreign_words.txt")


def parse_bigrams(text: str, file: str) -> frozenset[str]:
    """Return the pairs of a list of characters with those that follow; ValueError names a line."""
    pairs: set[str] = set()
    heads: set[str] = set()
    for line, words in enumerate(text.splitlines(), start=1):
        if not words or words.startswith("#"):
            continue
        head, followers = words[0], words[1:]
        if not followers or head in heads or len(set(followers)) != len(followers):
            raise ValueError(f"{file}:{line}: {head!r} has no followers, or one stands twice")
        heads.add(head)
        pairs.update(head + follower for follower in followers)
    return frozenset(pairs)


def parse_words(text: str, file: str) -> tuple[str, ...]:
    """Return one word a line, `#` begins a comment; ValueError names a line that stands twice."""
    words: list[str] = []
    for line, word in enumerate(text.splitlines(), start=1):
        if not word.strip() or word.startswith("#"):
            continue
        if word in words or len(word) < 2 or word != word.strip():
            raise ValueError(f"{file}:{line}: {word!r} stands twice, is too short or has spaces")
        words.append(word)
    return tuple(words)


@cache
def report_bigrams() -> frozenset[str]:
    """Return the pairs of Han characters that stand side by side in clean reports."""
    return parse_bigrams(_BIGRAMS.read_text(encoding="utf-8"), _BIGRAMS.name)


@cache
def foreign_words() -> tuple[str, ...]:
    """Return words of adverts, spam and novels that do not belong in a report."""
    return parse_words(_FOREIGN.read_text(encoding="utf-8"), _FOREIGN.name)
