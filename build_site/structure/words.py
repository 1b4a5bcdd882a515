"""Where words may end, by the dictionary and the words usual in reports."""

from __future__ import annotations

from functools import cache

from build_site.vocab.dictionary import Cutter
from build_site.vocab.report_words import report_words


@cache
def _cutter() -> Cutter:
    return Cutter(report_words())


def word_ends(text: str) -> list[int]:
    """Return the offsets behind each dictionary word of `text`, in order."""
    ends: list[int] = []
    at = 0
    for word in _cutter().cut(text):
        at += len(word)
        ends.append(at)
    return ends


def is_word(text: str) -> bool:
    """Tell whether the dictionary holds `text` as one word."""
    return _cutter().knows(text)
