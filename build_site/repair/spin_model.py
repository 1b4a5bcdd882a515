"""How official prose runs: a character n-gram model with Kneser-Ney smoothing."""

from __future__ import annotations

import gzip
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

ORDER = 4
_DISCOUNT = 0.75
MODEL_FILE = Path(__file__).with_name("spin_model.txt.gz")
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full width → ASCII
_NOTHING = "\v"  # stands before a word without context
_WRITTEN = {ord("\n"): "^", ord("\v"): "~"}  # in the file
_READ = {ord(written): chr(read) for read, written in _WRITTEN.items()}
EDGE = "\n"  # stands before and after every line


@cache
def folded(char: str) -> str:
    """Return the class of a character as the model sees it: all digits alike, all Latin alike."""
    char = char.translate(_WIDTH)
    if char.isdigit():
        return "0"
    if char.isascii() and char.isalpha():
        return "a"
    if char.isspace():
        return EDGE
    return char


def count_ngrams(
    texts: Iterable[str], order: int = ORDER, words: Iterable[str] = ()
) -> Counter[str]:
    """Return how often each stretch of `order` folded characters occurs, line by line.

    `words` are words known to be right that the texts may lack: each counts
    as seen once, after nothing in particular.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        for line in text.splitlines():
            if not line.strip():
                continue
            padded = EDGE * (order - 1) + "".join(map(folded, line.strip())) + EDGE
            counts.update(padded[i : i + order] for i in range(len(padded) - order + 1))
    for word in words:
        padded = _NOTHING * (order - 1) + "".join(map(folded, word))
        counts.update(padded[i : i + order] for i in range(len(padded) - order + 1))
    return counts


class LanguageModel:
    """Interpolated Kneser-Ney over characters. `score` gives natural logarithms."""

    def __init__(self, counts: Mapping[str, int], order: int = ORDER) -> None:
        self.order = order
        levels: list[dict[str, int]] = [dict(counts)]
        for _ in range(order - 1):
            shorter: dict[str, int] = {}
            for gram in levels[-1]:  # continuation counts: in how many surroundings it stands
                tail = gram[1:]
                shorter[tail] = shorter.get(tail, 0) + 1
            levels.append(shorter)
        self._counts = {len(gram): level for level in levels for gram in list(level)[:1]}
        self._totals: dict[str, int] = {}
        self._kinds: dict[str, int] = {}
        for level in levels:
            for gram, count in level.items():
                head = gram[:-1]
                self._totals[head] = self._totals.get(head, 0) + count
                self._kinds[head] = self._kinds.get(head, 0) + 1
        self._size = sum(counts.values()) or 1
        self._frequency: dict[str, int] = dict(counts)
        heads: Mapping[str, int] = counts
        for _ in range(order - 2):
            shorter = {}
            for gram, count in heads.items():
                shorter[gram[:-1]] = shorter.get(gram[:-1], 0) + count
            self._frequency.update(shorter)
            heads = shorter
        self._floor = 1.0 / 6000  # about as many characters as such prose could use
        self._known: dict[str, float] = {}
        self._shares: dict[str, float] = {}
        self._short: dict[str, float] = {}

    def _probability(self, gram: str) -> float:
        """Return the probability of the last character of `gram` after the others."""
        known = self._shares.get(gram)
        if known is None:
            known = self._smoothed(gram)
            if len(gram) < self.order:  # the longest are kept as logarithms
                self._shares[gram] = known
        return known

    def _smoothed(self, gram: str) -> float:
        head = gram[:-1]
        total = self._totals.get(head, 0)
        lower = self._probability(gram[1:]) if head else self._floor
        if not total:
            return lower
        count = self._counts[len(gram)].get(gram, 0)
        share = _DISCOUNT * self._kinds[head] / total
        return max(count - _DISCOUNT, 0.0) / total + share * lower

    def variety(self, word: str) -> int:
        """Return in how many surroundings clean prose has a word (0 if never, or if too long)."""
        return self._counts[len(word)].get(word, 0) if len(word) <= self.order else 0

    def expected(self, word: str, size: int) -> float:
        """Return how often clean prose of `size` characters has a word of up to `order`."""
        folded_word = "".join(map(folded, word))[: self.order]
        return size * self._frequency.get(folded_word, 0) / self._size

    def stretches(self, length: int) -> Mapping[str, int]:
        """Return the stretches of `length` (up to `order`) of clean prose.

        The longest with their counts, shorter ones with the number of their surroundings.
        """
        return self._counts[length]

    def frequencies(self) -> Mapping[str, int]:
        """Return how often clean prose has each stretch of two to `order` characters."""
        return self._frequency

    def fresh(self, text: str) -> float:
        """Return the log probability of up to `order` folded characters after something unknown."""
        total = 0.0
        for end in range(1, len(text) + 1):
            known = self._short.get(text[:end])
            if known is None:
                known = self._short[text[:end]] = math.log(self._probability(text[:end]))
            total += known
        return total

    def run(self, context: str, text: str) -> float:
        """Return the log probability of folded `text` after `order - 1` folded characters."""
        total = 0.0
        for char in text:
            total += self.score(context, char)
            context = context[1:] + char
        return total

    def score(self, context: str, char: str) -> float:
        """Return the log probability of a folded character after `order - 1` folded ones."""
        gram = context + char
        known = self._known.get(gram)
        if known is None:
            known = self._known[gram] = math.log(self._probability(gram))
        return known


def write_model(counts: Mapping[str, int], path: Path) -> None:
    """Write n-gram counts as gzipped lines `gram count`, the same bytes for the same counts."""
    lines = "".join(
        f"{gram.translate(_WRITTEN)}\t{count}\n" for gram, count in sorted(counts.items())
    )
    path.write_bytes(gzip.compress(lines.encode(), compresslevel=9, mtime=0))


def read_model(path: Path) -> LanguageModel:
    """Return the model written by `write_model`."""
    counts: dict[str, int] = {}
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        if line:
            gram, _, count = line.rpartition("\t")
            counts[gram.translate(_READ)] = int(count)
    return LanguageModel(counts)


@cache
def official_prose() -> LanguageModel:
    """Return the model of clean reports that comes with the project."""
    return read_model(MODEL_FILE)
