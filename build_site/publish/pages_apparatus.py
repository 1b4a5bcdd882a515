"""What was done to one paragraph, as readers see it on demand.

Conjectures and corrections stand one by one, numbered as they are marked in
the text; mechanical edits are summed up by rule: a paragraph in Traditional
script has hundreds, all alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from build_site.publish.pages_marks import DOUBTFUL, Run
from build_site.publish.pages_shelf import text
from build_site.publish.row import Row

_PAIRS = 8  # different mechanical readings shown for each rule
_CLIP = 24  # characters of a mechanical reading shown
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ue000-\uf8ff]"
)
_SHAPES = {"\n": "⏎", "\t": "⇥", "\r": "⏎", "\u00a0": "⍽", "\u3000": "⍽"}


class Reading(NamedTuple):
    """One conjecture or correction; `number` is its number among the marks of the paragraph."""

    number: int
    before: str
    after: str
    alternatives: tuple[str, ...]
    note: str


class Doubtful(NamedTuple):
    """The conjectures or corrections that the same rules made."""

    certainty: str
    rules: tuple[str, ...]
    readings: tuple[Reading, ...]


class Routine(NamedTuple):
    """The mechanical edits that the same rules made; `pairs` are the commonest readings."""

    rules: tuple[str, ...]
    times: int
    pairs: tuple[tuple[str, str], ...]
    more: int  # different readings beyond `pairs`


class Apparatus(NamedTuple):
    """Everything done to a paragraph. `edits` is how many there are."""

    edits: int
    doubtful: tuple[Doubtful, ...]
    routine: tuple[Routine, ...]
    lacunae: tuple[Row, ...]

    @property
    def doubts(self) -> int:
        """Return how many edits are conjectures or corrections."""
        return sum(len(group.readings) for group in self.doubtful)


def apparatus(parts: Sequence[Run], language: str) -> Apparatus | None:
    """Return the apparatus of a paragraph cut into runs; None if nothing was done to it."""
    doubtful: dict[tuple[str, tuple[str, ...]], list[Reading]] = {}
    routine: dict[tuple[str, ...], Counter[tuple[str, str]]] = {}
    lacunae: list[Row] = []
    number = 0
    for part in parts:
        if part.row is None:
            continue
        if part.kind == "lacuna":
            lacunae.append(part.row)
            continue
        rules = tuple(rule for rule in text(part.row, "rules").split(";") if rule)
        if part.kind in DOUBTFUL:
            number += 1
            doubtful.setdefault((part.kind, rules), []).append(_reading(number, part, language))
        else:
            pair = (_clipped(part.before), _clipped(part.after))
            routine.setdefault(rules, Counter())[pair] += 1
    if not (doubtful or routine or lacunae):
        return None
    groups = tuple(Doubtful(*key, tuple(found)) for key, found in doubtful.items())
    sums = tuple(_routine(rules, pairs) for rules, pairs in routine.items())
    count = number + sum(one.times for one in sums)
    return Apparatus(count, groups, sums, tuple(lacunae))


def _reading(number: int, part: Run, language: str) -> Reading:
    row = part.row or {}
    alternatives = tuple(a for a in text(row, "alternatives").split(";") if a)
    note = one_language(text(row, "note"), language)
    return Reading(number, visible(part.before), visible(part.after), alternatives, note)


def _routine(rules: tuple[str, ...], pairs: Counter[tuple[str, str]]) -> Routine:
    common = tuple(pair for pair, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])))
    return Routine(rules, pairs.total(), common[:_PAIRS], max(0, len(common) - _PAIRS))


def _clipped(words: str) -> str:
    shown = visible(words)
    return shown if len(shown) <= _CLIP else f"{shown[:_CLIP]}…"


def visible(words: str) -> str:
    """Return text in which characters that cannot be seen have a shape or their code."""
    if words and not words.strip(" "):
        return "␣" * len(words)
    return _UNSEEN.sub(lambda m: _SHAPES.get(m[0], f"<U+{ord(m[0]):04X}>"), words)


def one_language(both: str, language: str) -> str:
    """Return the half of `中文 / English` that is in `language`; all of it if it is not so made."""
    zh, slash, en = both.partition(" / ")
    return en if slash and language == "en" else zh
