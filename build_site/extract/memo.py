"""Answers remembered for short recurring strings: names of indicators, words before a figure.

Only pure functions of a few words are remembered, never of a sentence or a
paragraph, and each keeps a bounded number of answers. `forget` drops them all,
so that a measurement of speed does not profit from what an earlier run met.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

_Answer = TypeVar("_Answer")
_KEPT = 4096  # answers of each function: a report has fewer names
_FORGETTING: list[Callable[[], None]] = []


def remembered(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Return a pure function that keeps its latest answers."""
    remembering = lru_cache(maxsize=_KEPT)(function)
    _FORGETTING.append(remembering.cache_clear)
    return remembering


def forget() -> None:
    """Drop all answers kept."""
    for clear in _FORGETTING:
        clear()
