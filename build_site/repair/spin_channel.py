"""What a spinner may have meant: candidates for a stretch of spun text, with their costs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from build_site.vocab.spin import Substitution, ring_words, spun_characters, spun_words

_SEEN = 0.5  # what an unseen event counts for beside seen ones
_GUESSED_WORD = 0.04
_GUESSED_CHARACTER = 0.01
_ENOUGH = 3  # sightings after which a word is no less likely to be spun another way
_PRIOR = 4  # sightings elsewhere that count at most: another spinner may do otherwise
_LEFT_ALONE = 0.7  # share of words nobody saw spun that a spinner leaves alone
_MOST_CHARACTERS = 2  # characters undone inside one word


class Candidate(NamedTuple):
    """A reading of a stretch of spun text and the log probability of its spinning.

    `word` is what stood there before characters were swapped; the stretch
    itself if none were.
    """

    reading: str
    log_probability: float
    word: str


@dataclass
class Tally:
    """How often substitutions (spun, original) were made in a text, and words left alone."""

    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    characters: Counter[tuple[str, str]] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)


class _Evidence:
    """What is known of each pair: sightings elsewhere, held down, and in this text."""

    def __init__(
        self,
        pairs: tuple[Substitution, ...],
        found: Counter[tuple[str, str]],
        kept: Counter[str],
    ) -> None:
        total: dict[str, float] = defaultdict(float)
        for pair in pairs:
            total[pair.original] += pair.count
        before = {p.original: p.kept for p in pairs}
        held = {
            word: min(1.0, _PRIOR / (count + before[word])) if count else 0.0
            for word, count in total.items()
        }
        self.count = {
            (p.spun, p.original): p.count * held[p.original] + found[p.spun, p.original]
            for p in pairs
        }
        self.kept = {word: before[word] * held[word] + kept[word] for word in total}
        self.total: dict[str, float] = defaultdict(float)
        self.changed: dict[str, float] = defaultdict(float)  # as original or as spun word
        self.meant: dict[str, float] = defaultdict(float)  # sightings of a spun word
        for (spun, original), count in self.count.items():
            self.meant[spun] += count
            self.total[original] += count
            self.changed[original] += count
            self.changed[spun] += count
        for word in self.changed:
            self.kept.setdefault(word, float(kept[word]))


class Channel:
    """The substitutions of spinners, turned round."""

    def __init__(
        self,
        words: Iterable[Substitution],
        characters: Iterable[Substitution],
        doubt: Callable[[str], float] = lambda _: 1.0,
        found: Tally | None = None,
    ) -> None:
        """Turn the pairs round.

        `doubt` tells how far a word of the text at hand is to be doubted (0 to
        1), `found` what a first reading of that text showed of its spinner.
        """
        self._pairs = tuple(words), tuple(characters)
        self._doubt = doubt
        found = found or Tally()
        of_words = _Evidence(self._pairs[0], found.words, found.kept)
        of_characters = _Evidence(self._pairs[1], found.characters, found.kept)
        self._words = self._inverted(of_words, _GUESSED_WORD, doubt)
        self._characters = self._inverted(of_characters, _GUESSED_CHARACTER, lambda _: 1.0)
        self.longest = max((len(s) for s in self._words), default=1)
        self._alone = {**self._left_alone(of_characters), **self._left_alone(of_words)}
        self._stems = {word[:n] for word in self._words for n in range(1, len(word) + 1)}
        self._cache: dict[str, tuple[Candidate, ...]] = {}
        self._ends: set[str] = set()  # stretches with which no longer spun word begins

    def adapted(self, found: Tally) -> Channel:
        """Return the channel of the spinner of one text, of which `found` was seen."""
        return Channel(*self._pairs, self._doubt, found)

    def met_in(self, doubt: Callable[[str], float]) -> Channel:
        """Return the channel for a text whose words are to be doubted as `doubt` says."""
        return Channel(*self._pairs, doubt)

    def widened(self, pairs: Iterable[tuple[str, str]]) -> Channel:
        """Return the channel that knows further pairs (spun, original) of words as well."""
        known = {(pair.spun, pair.original) for pair in self._pairs[0]}
        new = tuple(
            Substitution(spun, original, 0, 0, "context", "guess", "")
            for spun, original in pairs
            if (spun, original) not in known
        )
        return Channel((*self._pairs[0], *new), self._pairs[1], self._doubt)

    @staticmethod
    def _inverted(
        evidence: _Evidence, guessed: float, doubt: Callable[[str], float]
    ) -> dict[str, list[Candidate]]:
        inverse: dict[str, list[Candidate]] = defaultdict(list)
        for (spun, original), count in evidence.count.items():
            total = evidence.total[original] + evidence.kept[original]
            # the commoner a word is in clean prose, the likelier it stands for itself,
            # unless it is much commoner here
            guess = guessed * doubt(spun) / (1 + min(total, _ENOUGH))
            guess /= 1 + evidence.meant[spun]  # it is known to mean something else
            share = max(min(guess, 0.5), count / (total + _SEEN))
            inverse[spun].append(Candidate(original, math.log(share), spun))
        return dict(inverse)

    @staticmethod
    def _left_alone(evidence: _Evidence) -> dict[str, float]:
        """Return for every word the spinner knows how likely it stands for itself.

        A spinner treats a word the same way each time, and what it writes is
        mostly a word of its own list, which it would have replaced in turn.
        """
        return {
            word: math.log(
                (evidence.kept[word] + _SEEN * _LEFT_ALONE) / (evidence.kept[word] + count + _SEEN)
            )
            for word, count in evidence.changed.items()
        }

    def knows(self, word: str) -> bool:
        """Return whether the word is an original or a spun word of some pair."""
        return word in self._alone

    def left_alone(self, text: str, start: int) -> float:
        """Return the log probability that the words that begin at `start` were not spun."""
        return min(
            self._alone.get(text[start : start + n], 0.0) for n in range(1, self.longest + 1)
        )

    def swapped_alone(self, text: str, at: int, reading: str) -> float:
        """Return the same for the words that arise when the character at `at` is turned back."""
        first = max(0, at - self.longest + 1)
        near = text[first:at] + reading + text[at + 1 : at + self.longest]
        inside = at - first
        return min(
            (
                self._alone.get(near[start:end], 0.0)
                for start in range(inside + 1)
                for end in range(inside + 1, min(len(near), start + self.longest) + 1)
                if end - start > 1
            ),
            default=0.0,
        )

    def candidates(self, spun: str) -> tuple[Candidate, ...]:
        """Return the readings of a stretch other than itself, the likeliest spinning first."""
        known = self._cache.get(spun)
        if known is None:
            known = self._cache[spun] = self._read(spun)
        return known

    def ends(self, spun: str) -> bool:
        """Return whether no longer stretch that begins so has a reading, once `spun` was read."""
        return spun in self._ends

    def _read(self, spun: str) -> tuple[Candidate, ...]:
        best: dict[str, Candidate] = {}
        found = list(self._characters.get(spun, ()))
        for word, cost in self._undone(spun):
            for reading, log_probability, _ in self._words.get(word, ()):
                found.append(Candidate(reading, cost + log_probability, word))
        for one in found:
            if one.reading != spun:
                known = best.get(one.reading)
                if known is None or one.log_probability > known.log_probability:
                    best[one.reading] = one
        return tuple(sorted(best.values(), key=lambda c: (-c.log_probability, c.reading)))

    def _undone(self, spun: str) -> list[tuple[str, float]]:
        """Return the word with up to two characters turned back, only as far as words begin so."""
        partial = [("", 0.0, 0)]
        for char in spun:
            longer = []
            for head, cost, changed in partial:
                if head + char in self._stems:
                    longer.append((head + char, cost, changed))
                if changed < _MOST_CHARACTERS and len(spun) > 1:
                    for reading, log_probability, _ in self._characters.get(char, ()):
                        if head + reading in self._stems:
                            longer.append((head + reading, cost + log_probability, changed + 1))
            partial = longer
        if len(spun) > 1 and not partial:
            self._ends.add(spun)
        return [(word, cost) for word, cost, _ in partial]


@cache
def known_channel() -> Channel:
    """Return the channel of the project's own lexicon."""
    return Channel((*spun_words(), *ring_words()), spun_characters())
