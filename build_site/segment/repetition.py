"""Text that stands in a capture more than once."""

from __future__ import annotations

from collections.abc import Iterable

_GRAM = 8  # code points of a shingle
_MOST = 200_000  # code points that are enough to know a text again
_LEAST = 60  # code points a line must have to count as a repetition
_SAME = 0.8  # share of shingles found again


def squeezed(text: str) -> str:
    """Return the text without white space."""
    return "".join(text.split())


def shingles(text: str) -> set[str]:
    """Return every run of eight code points of the text, white space left out."""
    tight = squeezed(text[:_MOST])
    return {tight[i : i + _GRAM] for i in range(len(tight) - _GRAM + 1)}


def repeated_share(part: str, whole: set[str]) -> float:
    """Return the share of the shingles of `part` that are in `whole`; 0 for a short part."""
    own = shingles(part)
    return len(own & whole) / len(own) if own else 0.0


def is_repeated(part: str, whole: set[str]) -> bool:
    """Tell whether a line of some length is found again in a text given by its shingles."""
    return len(squeezed(part)) >= _LEAST and repeated_share(part, whole) >= _SAME


def all_shingles(lines: Iterable[str]) -> set[str]:
    """Return the shingles of several lines, none of them across a border of lines."""
    found: set[str] = set()
    for line in lines:
        found |= shingles(line)
        if len(found) > 4 * _MOST:
            break
    return found
