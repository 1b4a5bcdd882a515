"""Alternations of words for regular expressions, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a group that matches any of the words, the longest where several would.

    Words that open alike share their opening, so that it is tried once. The
    order is kept: of words that match at one place each opens the longer ones.
    """
    tails: dict[str, set[str]] = {}
    whole = False
    for word in words:
        if word:
            tails.setdefault(word[0], set()).add(word[1:])
        else:
            whole = True
    parts = [re.escape(char) + _tail(tails[char]) for char in sorted(tails)]
    if not parts:
        return "(?:)"
    return f"(?:{'|'.join(parts)}){'?' if whole else ''}"


def _tail(tails: set[str]) -> str:
    """Return what may follow an opening; a tail that is the only one stands as it is."""
    if len(tails) == 1:
        return re.escape(next(iter(tails)))
    return any_of(tails)
