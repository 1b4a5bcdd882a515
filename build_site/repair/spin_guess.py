"""Guess what words that no lexicon holds stand for, from all the places where they stand.

A spinner writes the same word for another throughout, so the word it took away
is missing from the text, the word it wrote stands too often, and where it
stands clean prose has the other. All three must hold. Names of places and
people are never taken for spun words, nor is a word guessed whose meaning would
turn a fact round (`build_site.vocab.spin.words_apart`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from build_site.repair.characters import is_han
from build_site.repair.spin_decode import Step
from build_site.repair.spin_model import EDGE, LanguageModel, folded
from build_site.vocab.dictionary import word_classes
from build_site.vocab.spin import words_apart

_LEAST = 3.0  # nats that the places of a word must speak for another beyond its price
_ALIKE = 3.0  # price of a guess if the words share a character …
_UNLIKE = 12.0  # … and if they do not
_CAP = 6.0  # nats that one place can speak for or against a guess
_MISSING = 0.25  # share of its usual frequency that the missing word may still have
_OFTEN = 3.0  # times that a word stands oftener than in clean prose, if the words are alike …
_STRANGE = 6.0  # … and if they are not
_SHARES = (0.5, 0.8, 0.95)  # of its places in which a word may be spun
_TWICE = 2  # places that a word must have
_ENOUGH = 40  # places that are looked at
_MOST = 1000  # words that are looked into, the commonest first: bounds the time on any text
_CLOSEST = 60  # words compared for each
_COMMON = 5  # sightings of a longer word in clean prose that may have been taken away
_USUAL = 1.0  # sightings of it that clean prose as long would have
# levels of government, directions, negations: no spinner's business, and a fact each
_TELLING = frozenset("国省市县区镇乡村州盟旗东西南北不无非未")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零两")
# letters of the dictionary for places, people, bodies, other names, numerals, times
_NAMES = ("ns", "nr", "nt", "nz", "m", "t")
_HEAD_OF_STATE = "nrfg"  # the dictionary's letters for the name that formulae hold


class Guess(NamedTuple):
    """A word no lexicon holds, what it stands for, and in how many places about."""

    spun: str
    original: str
    places: int
    gain: float  # nats


class _Place(NamedTuple):
    before: str
    reading: str  # what the last reading put there
    behind: str


class _Fillers:
    """Words that clean prose has between, before and behind pairs of characters."""

    def __init__(self, model: LanguageModel) -> None:
        self.behind: dict[str, list[str]] = defaultdict(list)
        self.between: dict[str, list[str]] = defaultdict(list)
        self.before: dict[str, list[str]] = defaultdict(list)
        words = {pair for pair in model.stretches(2) if missable(pair)}
        for gram in model.stretches(model.order):
            if gram[2:] in words:
                self.behind[gram[:2]].append(gram[2:])
            if gram[1:3] in words:
                self.between[gram[0] + gram[3]].append(gram[1:3])
            if gram[:2] in words:
                self.before[gram[2:]].append(gram[:2])
        self.longer = [
            word
            for word, count in model.frequencies().items()
            if len(word) == 3 and count >= _COMMON and missable(word)
        ]

    def around(self, place: _Place) -> Iterator[str]:
        """Yield words of two characters that clean prose has in such a place, some repeatedly."""
        yield from self.behind.get(place.before[1:], ())
        yield from self.between.get(place.before[2] + place.behind[0], ())
        yield from self.before.get(place.behind[:2], ())


def _plain(word: str) -> bool:
    return all(is_han(char) and char not in _NUMERALS for char in word)


def missable(word: str) -> bool:
    """Return whether a spinner may have taken a word away: one of the dictionary and no name."""
    kind = word_classes().get(word)
    if kind is None or not _plain(word):
        return False
    return not kind.startswith(_NAMES) or (kind == _HEAD_OF_STATE and len(word) == 3)


@lru_cache(maxsize=2)
def _fillers(model: LanguageModel) -> _Fillers:
    return _Fillers(model)


class _Text:
    """A text as last read: where its doubtful words stand, and how often each word does."""

    def __init__(self, lines: Sequence[Sequence[Step]]) -> None:
        self.places: dict[str, list[_Place]] = defaultdict(list)
        self.counts: Counter[str] = Counter()
        self.size = 0
        for steps in lines:
            self._add(steps)

    def _add(self, steps: Sequence[Step]) -> None:
        edge = EDGE * 3
        text = edge + "".join(folded(char) for step in steps for char in step.reading) + edge
        self.size += len(text)
        for length in (2, 3):
            self.counts.update(text[at : at + length] for at in range(len(text) - length + 1))
        at, classes = len(edge), word_classes()
        for step, following in zip_longest(steps, steps[1:]):
            if step.reading != step.spun:
                if 1 < len(step.word) <= 4:
                    self._put(text, at, step.word, len(step.reading))
            elif following is not None and following.reading == following.spun:
                word = text[at : at + 2]
                if len(step.spun) == 1 == len(following.spun) and word in classes:
                    self._put(text, at, word, 2)
            at += len(step.reading)

    def _put(self, text: str, at: int, word: str, size: int) -> None:
        if _plain(word) and not word_classes().get(word, "").startswith(_NAMES):
            behind = at + size
            place = _Place(text[at - 3 : at], text[at:behind], text[behind : behind + 3])
            self.places[word].append(place)


def guesses(lines: Sequence[Sequence[Step]], model: LanguageModel) -> list[Guess]:
    """Return what doubtful words of a text must stand for, one guess a word, surest first.

    `lines` are the steps of the last reading. Nothing is guessed for words that
    stand once, that clean prose has as often, or that have no clear answer.
    """
    text = _Text(lines)
    fillers = _fillers(model)
    longer = [word for word in fillers.longer if _usual(word, text, model) >= _USUAL]
    longer = [word for word in longer if _is_missing(word, text, model)]
    found: list[Guess] = []
    for word, places in _too_often(text, model):
        looked_at = places[:_ENOUGH]
        support = _support(looked_at, fillers, longer, model)
        found.extend(_best(word, places, looked_at, support, text, model))
    return sorted(found, key=lambda guess: (-guess.gain, guess.spun))


def _usual(word: str, text: _Text, model: LanguageModel) -> float:
    return model.expected(word, text.size)


def _too_often(text: _Text, model: LanguageModel) -> list[tuple[str, list[_Place]]]:
    """Return the words that stand oftener than in clean prose, with their places."""
    found = [
        (word, places)
        for word, places in text.places.items()
        if len(places) >= max(_TWICE, _OFTEN * _usual(word, text, model))
    ]
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[0]))[:_MOST]


def _is_missing(word: str, text: _Text, model: LanguageModel) -> bool:
    return text.counts[word] <= _MISSING * _usual(word, text, model)


def _support(
    places: Iterable[_Place], fillers: _Fillers, longer: Iterable[str], model: LanguageModel
) -> Counter[str]:
    """Return the words that clean prose has in these places, with the number of agreements."""
    pairs = model.stretches(2)
    found: Counter[str] = Counter()
    for place in places:
        found.update(fillers.around(place))
        for word in longer:
            if place.before[2] + word[0] in pairs and word[-1] + place.behind[0] in pairs:
                found[word] += 1
    return found


def _best(
    word: str,
    places: Sequence[_Place],
    looked_at: Sequence[_Place],
    support: Counter[str],
    text: _Text,
    model: LanguageModel,
) -> Iterator[Guess]:
    """Yield the word that the places speak for most, if they speak clearly enough."""
    apart, usual = words_apart(), _usual(word, text, model)
    own = math.log(len(places) / text.size)
    nulls = [
        max(model.run(p.before, p.reading + p.behind), own + model.fresh(p.behind))
        for p in looked_at
    ]
    weights = _weights(looked_at)
    best: Guess | None = None
    for original, _ in sorted(support.items(), key=lambda pair: (-pair[1], pair[0]))[:_CLOSEST]:
        alike = bool(set(original) & set(word))
        if original == word or frozenset((word, original)) in apart:
            continue
        if _TELLING & (set(original) ^ set(word)):
            continue
        if not _is_missing(original, text, model):
            continue
        if not alike and len(places) < _STRANGE * usual:
            continue
        gains = [
            max(-_CAP, min(_CAP, model.run(p.before, original + p.behind) - null))
            for p, null in zip(looked_at, nulls, strict=True)
        ]
        for share in _SHARES:
            gain = sum(
                weight * math.log(1 - share + share * math.exp(one))
                for weight, one in zip(weights, gains, strict=True)
            ) - (_ALIKE if alike else _UNLIKE)
            if gain > _LEAST and (best is None or gain > best.gain):
                best = Guess(word, original, round(share * len(places)), gain)
    if best is not None:
        yield best


def _weights(places: Sequence[_Place]) -> list[float]:
    """Return less than 1 for places like others: the same neighbours say the same thing again."""
    left = Counter(place.before[2] for place in places)
    right = Counter(place.behind[0] for place in places)
    return [(left[p.before[2]] * right[p.behind[0]]) ** -0.5 for p in places]
