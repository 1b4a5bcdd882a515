"""Restore a spun line: the likeliest official prose that a spinner would turn into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from build_site.repair.spin_channel import Channel
from build_site.repair.spin_learn import Match, tally
from build_site.repair.spin_model import EDGE, LanguageModel, folded

_TRUST = 1.7  # weight of the channel against the model of prose
_STRIKING = 4  # sightings of a word that are no chance any more …
_SHY = 1.5  # power by which commonness in clean prose protects a word
_OFTENER = 1.8  # … if it stands so much oftener than in clean prose
_BEAM = 8  # states kept at each place
_NEAR = 3.0  # readings less likely by up to e**3 are worth naming as alternatives


class Step(NamedTuple):
    """A stretch of the spun line and its reading; the same text where nothing was changed.

    `word` is what stood there before characters were swapped.
    """

    start: int
    spun: str
    word: str
    reading: str
    alternatives: tuple[str, ...] = ()


class _State(NamedTuple):
    score: float
    context: str
    before: _State | None
    start: int
    word: str
    reading: str


class Decoder:
    """Joins what spinners do with how official prose runs."""

    def __init__(self, channel: Channel, model: LanguageModel) -> None:
        self._channel = channel
        self._model = model

    def _extended(self, state: _State, start: int, word: str, reading: str, cost: float) -> _State:
        score, context = state.score + _TRUST * cost, state.context
        for char in reading:
            one = folded(char)
            score += self._model.score(context, one)
            context = context[1:] + one
        return _State(score, context, state, start, word, reading)

    def _edges(self, line: str, start: int) -> Iterator[tuple[int, str, str, float]]:
        """Yield end, word, reading and log probability of everything that may begin at `start`."""
        yield start + 1, line[start], line[start], self._channel.left_alone(line, start)
        for end in range(start + 1, min(len(line), start + self._channel.longest) + 1):
            for reading, cost, word in self._channel.candidates(line[start:end]):
                if end == start + 1:
                    cost += self._channel.swapped_alone(line, start, reading)
                yield end, word, reading, cost

    def _best(self, line: str) -> _State:
        blank = EDGE * (self._model.order - 1)
        arrived: list[dict[str, _State]] = [{} for _ in range(len(line) + 1)]
        arrived[0][blank] = _State(0.0, blank, None, 0, "", "")
        for start in range(len(line)):
            states = sorted(arrived[start].values(), key=lambda s: -s.score)[:_BEAM]
            arrived[start] = {}
            edges = list(self._edges(line, start))
            for state in states:
                for end, word, reading, cost in edges:
                    new = self._extended(state, start, word, reading, cost)
                    old = arrived[end].get(new.context)
                    if old is None or new.score > old.score:
                        arrived[end][new.context] = new
        return max(
            (self._extended(s, len(line), EDGE, EDGE, 0.0) for s in arrived[len(line)].values()),
            key=lambda s: s.score,
        )

    def restore(self, line: str) -> list[Step]:
        """Return the line step by step, all of it, in order, the reading of each step chosen."""
        states: list[_State] = []
        state: _State | None = self._best(line).before
        while state is not None and state.before is not None:
            states.append(state)
            state = state.before
        states.reverse()
        ends = [s.start for s in states[1:]] + [len(line)]
        steps = [
            Step(s.start, line[s.start : end], s.word, s.reading)
            for s, end in zip(states, ends, strict=True)
        ]
        return [self._with_alternatives(steps, i) for i in range(len(steps))]

    def _with_alternatives(self, steps: list[Step], at: int) -> Step:
        """Return a changed step with the other readings that its neighbours allow."""
        step = steps[at]
        if step.reading == step.spun:
            return step
        reach = self._model.order - 1
        before = "".join(s.reading for s in steps[max(0, at - reach) : at])
        behind = "".join(s.reading for s in steps[at + 1 : at + 1 + reach])[:reach]
        blank = EDGE * reach
        start = _State(0.0, (blank + "".join(map(folded, before)))[-reach:], None, 0, "", "")
        scores = {
            c.reading: self._extended(start, 0, c.word, c.reading + behind, c.log_probability).score
            for c in self._channel.candidates(step.spun)
        }
        least = scores.get(step.reading, 0.0) - _NEAR
        near = (r for r, score in scores.items() if r != step.reading and score >= least)
        return step._replace(alternatives=tuple(sorted(near, key=lambda r: -scores[r])))


def restore_lines(lines: Sequence[str], channel: Channel, model: LanguageModel) -> list[list[Step]]:
    """Return the steps of each line, read twice.

    A spinner has its own list and treats a word the same way each time, so
    the first reading tells what to expect of it in the second.
    """
    text = "\n".join(lines)

    @cache
    def doubt(word: str) -> float:
        seen, expected = text.count(word), model.expected(word, len(text))
        if seen >= _STRIKING and seen > _OFTENER * expected:
            return 1.0
        return float((1 + model.variety(word)) ** -_SHY)

    channel = channel.met_in(doubt)
    first = map(Decoder(channel, model).restore, lines)
    found = tally(((Match(s.spun, s.word, s.reading) for s in line) for line in first), channel)
    return list(map(Decoder(channel.adapted(found), model).restore, lines))
