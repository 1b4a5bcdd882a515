"""Restore spun lines, read more than once: the first reading teaches the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from build_site.repair.spin_channel import Channel, Tally
from build_site.repair.spin_decode import Decoder, Runs, Step
from build_site.repair.spin_guess import Guess, guesses
from build_site.repair.spin_learn import Match, tally
from build_site.repair.spin_model import LanguageModel

_STRIKING = 4  # sightings of a word that are no chance any more …
_OFTENER = 1.8  # … if it stands so much oftener than in clean prose
_SHY = 1.5  # power by which commonness in clean prose protects a word
_ROUNDS = 2  # of guessing: words restored in the first make more plain


def restore_lines(lines: Sequence[str], channel: Channel, model: LanguageModel) -> list[list[Step]]:
    """Return the steps of each line, read two or three times.

    A spinner has its own list and treats a word the same way each time, so
    a first reading tells what to expect of it in the next, and what words no
    lexicon holds must stand for.
    """
    channel = channel.met_in(_doubt("\n".join(lines), model))
    runs: Runs = {}  # what the model says does not change from one reading to the next
    steps = list(map(Decoder(channel, model, runs).restore, lines))
    for _ in range(_ROUNDS):
        guessed = guesses(steps, model)
        channel = channel.widened((guess.spun, guess.original) for guess in guessed)
        found = tally((map(_match, line) for line in steps), channel)
        _credit(found, guessed)
        steps = list(map(Decoder(channel.adapted(found), model, runs).restore, lines))
        if not guessed:
            break
    return steps


def _match(step: Step) -> Match:
    return Match(step.spun, step.word, step.reading)


def _credit(found: Tally, guessed: Iterable[Guess]) -> None:
    """Count the places of a guess as seen, no longer as left alone."""
    for guess in guessed:
        found.words[guess.spun, guess.original] += guess.places
        found.kept[guess.spun] = max(0, found.kept[guess.spun] - guess.places)


def _doubt(text: str, model: LanguageModel) -> Callable[[str], float]:
    """Return how far each word of a text is to be doubted, 0 to 1."""

    @cache
    def doubt(word: str) -> float:
        seen, expected = text.count(word), model.expected(word, len(text))
        if seen >= _STRIKING and seen > _OFTENER * expected:
            return 1.0
        return float((1 + model.variety(word)) ** -_SHY)

    return doubt
