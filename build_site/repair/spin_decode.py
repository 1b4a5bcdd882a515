"""Restore a spun line: the likeliest official prose that a spinner would turn into it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from build_site.repair.spin_channel import Channel
from build_site.repair.spin_model import EDGE, LanguageModel, folded

_TRUST = 1.7  # weight of the channel against the model of prose
_BEAM = 8  # states kept at each place
_NEAR = 3.0  # readings less likely by up to e**3 are worth naming as alternatives


# log probability of a reading after a context, and the context behind it
Runs = dict[tuple[str, str], tuple[float, str]]


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

    def __init__(self, channel: Channel, model: LanguageModel, runs: Runs | None = None) -> None:
        """Decode with a channel and a model; `runs` is filled and may be handed on."""
        self._channel = channel
        self._model = model
        self._runs: Runs = {} if runs is None else runs

    def _run(self, context: str, reading: str) -> tuple[float, str]:
        """Return the log probability of a reading after a context, and the context behind it."""
        known = self._runs.get((context, reading))
        if known is None:
            text = "".join(map(folded, reading))
            behind = (context + text)[-len(context) :]
            known = self._runs[context, reading] = self._model.run(context, text), behind
        return known

    def _extended(self, state: _State, start: int, word: str, reading: str, cost: float) -> _State:
        gain, context = self._run(state.context, reading)
        return _State(state.score + _TRUST * cost + gain, context, state, start, word, reading)

    def _edges(self, line: str, start: int) -> Iterator[tuple[int, str, str, float]]:
        """Yield end, word, reading and log probability of everything that may begin at `start`."""
        yield start + 1, line[start], line[start], self._channel.left_alone(line, start)
        for end in range(start + 1, min(len(line), start + self._channel.longest) + 1):
            spun = line[start:end]
            for reading, cost, word in self._channel.candidates(spun):
                if end == start + 1:
                    cost += self._channel.swapped_alone(line, start, reading)
                yield end, word, reading, cost
            if self._channel.ends(spun):
                return

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
