"""Learn from a capture restored by hand how often a spinner makes each substitution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import heappop, heappush
from typing import NamedTuple

from build_site.repair.spin_channel import Channel, Tally
from build_site.vocab.spin import Substitution

_UNEXPLAINED = 3.0  # cost of a character that no known pair explains
_FIRST = 1.0  # cost of a substitution; a longer one is a little cheaper than two short ones


class Match(NamedTuple):
    """A stretch of the spun text, the word before characters were swapped, and its reading."""

    spun: str
    word: str
    reading: str


def matched(spun: str, restored: str, channel: Channel) -> list[Match]:
    """Return the cheapest way to explain a spun line by its restoration, in order."""
    came: dict[tuple[int, int], tuple[float, tuple[int, int], str]] = {}
    queue: list[tuple[float, int, int]] = [(0.0, 0, 0)]
    done: set[tuple[int, int]] = set()
    goal = (len(spun), len(restored))
    while queue:
        cost, x, y = heappop(queue)
        if (x, y) in done:
            continue
        done.add((x, y))
        if (x, y) == goal:
            break
        for new, extra, word in _moves(spun, restored, x, y, channel):
            known = came.get(new)
            if known is None or cost + extra < known[0]:
                came[new] = (cost + extra, (x, y), word)
                heappush(queue, (cost + extra, *new))
    path: list[Match] = []
    at = goal
    while at != (0, 0):
        _, before, word = came[at]
        path.append(Match(spun[before[0] : at[0]], word, restored[before[1] : at[1]]))
        at = before
    return path[::-1]


def _moves(
    spun: str, restored: str, x: int, y: int, channel: Channel
) -> Iterator[tuple[tuple[int, int], float, str]]:
    if x < len(spun) and y < len(restored):
        same = spun[x] == restored[y]
        yield (x + 1, y + 1), 0.0 if same else _UNEXPLAINED, spun[x]
    if x < len(spun):
        yield (x + 1, y), _UNEXPLAINED, spun[x]
    if y < len(restored):
        yield (x, y + 1), _UNEXPLAINED, ""
    for end in range(x + 1, min(len(spun), x + channel.longest) + 1):
        for reading, _, word in channel.candidates(spun[x:end]):
            if restored.startswith(reading, y):
                swapped = sum(a != b for a, b in zip(spun[x:end], word, strict=True))
                cost = _FIRST * (swapped + (word != reading)) - 0.01 * (end - x - 1)
                yield (end, y + len(reading)), max(cost, 0.1), word


def tally(lines: Iterable[Iterable[Match]], channel: Channel) -> Tally:
    """Count the substitutions made in `lines` and the words of `channel` that were left alone."""
    result = Tally()
    for matches in lines:
        alone = ""  # the restored line, with a blank for everything that was substituted
        for match in matches:
            if match.spun == match.reading:
                alone += match.reading
                continue
            alone += "\0" * max(1, len(match.reading))
            if any(c.reading == match.reading for c in channel.candidates(match.spun)):
                _count(match, result)
        for at in range(len(alone)):
            for end in range(at + 1, min(len(alone), at + channel.longest) + 1):
                if channel.knows(alone[at:end]):
                    result.kept[alone[at:end]] += 1
    return result


def _count(match: Match, result: Tally) -> None:
    if len(match.spun) == 1 and len(match.reading) == 1 and match.word == match.spun:
        result.characters[match.spun, match.reading] += 1
        return
    for written, meant in zip(match.spun, match.word, strict=True):
        if written != meant:
            result.characters[written, meant] += 1
    if match.word != match.reading:
        result.words[match.word, match.reading] += 1


def recounted(
    pairs: Iterable[Substitution], counts: Counter[tuple[str, str]], kept: Counter[str]
) -> tuple[Substitution, ...]:
    """Return the pairs with these counts in place of their own."""
    return tuple(replace(p, count=counts[p.spun, p.original], kept=kept[p.original]) for p in pairs)
