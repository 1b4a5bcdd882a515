"""How often the words of a text open or close a clause, counted in the text itself."""

from __future__ import annotations

import math
import re
from collections import Counter

_LONGEST = 4  # code points of a counted string
_PRIOR = 2.0  # how many sightings the shorter string is worth
_FLOOR = -5.0  # what is never seen at an edge is rare there, not impossible
_MOST = 200_000  # code points that are enough to count
_BORDER = re.compile(r"[。！？；：，\s]+")


class ClauseEdges:
    """Log-likelihood ratios that a clause ends behind, or starts with, a string."""

    def __init__(self, text: str) -> None:
        self._seen: Counter[str] = Counter()
        self._closing: Counter[str] = Counter()
        self._opening: Counter[str] = Counter()
        letters = clauses = 0
        for clause in _BORDER.split(text[:_MOST]):
            if not clause:
                continue
            letters += len(clause)
            clauses += 1
            for size in range(1, min(_LONGEST, len(clause)) + 1):
                self._seen.update(clause[i : i + size] for i in range(len(clause) - size + 1))
                self._opening[clause[:size]] += 1
                self._closing[clause[-size:]] += 1
        self._base = max(clauses, 1) / max(letters, 1)

    def _ratio(self, counts: Counter[str], strings: list[str]) -> float:
        share = self._base
        for string in strings:
            share = (counts[string] + _PRIOR * share) / (self._seen[string] + _PRIOR)
        return max(_FLOOR, math.log(share / self._base))

    def closes(self, left: str) -> float:
        """Return how likely a clause ends behind `left`; 0 = as likely as anywhere."""
        sizes = range(1, min(_LONGEST, len(left)) + 1)
        return self._ratio(self._closing, [left[-size:] for size in sizes])

    def opens(self, right: str) -> float:
        """Return how likely a clause starts with `right`; 0 = as likely as anywhere."""
        sizes = range(1, min(_LONGEST, len(right)) + 1)
        return self._ratio(self._opening, [right[:size] for size in sizes])

    def binds(self, left: str, right: str) -> float:
        """Return how strongly two strings hang together where they meet; 0 = as far as seen, not.

        The meeting itself is one sighting and does not count.
        """
        together = self._seen[left[-2:] + right[:2]] - 1
        if together <= 0:
            return 0.0
        return min(5.0, 1.0 + math.log(together))
