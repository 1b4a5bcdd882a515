"""How likely a stretch of Chinese is, word by word."""

from __future__ import annotations

import math
import re
from functools import cache

from build_site.repair.characters import is_han
from build_site.vocab.dictionary import word_counts

_LONGEST = 8  # code points of a word looked up
_RARE_HAN = -17.0  # an ideograph that is no word of the dictionary
_STRANGE = -20.0  # private use, replacement marks, letters of no alphabet in use here
_LETTERS = -12.0  # a stretch of Latin letters
_NUMBER = -6.0  # a stretch of digits, with its decimal point
_STOPS = {"，": -2.8, "。": -3.5, "、": -3.9, "“": -4.6, "”": -4.6} | dict.fromkeys(
    "；：（）《》？！—…·％%‘’【】+", -6.5
)
_HALF = {",": "，", ".": "。", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"}
_STRETCH = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Za-z\u00c0-\u024f]+")


@cache
def _logs() -> dict[str, float]:
    """Return word → natural logarithm of its share of running text."""
    counts = word_counts()
    total = math.log(sum(counts.values()))
    return {word: math.log(count or 1) - total for word, count in counts.items()}


def _single(char: str) -> float:
    if char in _STOPS or char in _HALF:
        return _STOPS[_HALF.get(char, char)]
    return _RARE_HAN if is_han(char) else _STRANGE


def likelihood(text: str) -> float:
    """Return the log probability (nats) of `text` under its likeliest division into words.

    Linear in the length of `text`. Simplified characters; marks of either width.
    """
    logs = _logs()
    best = [0.0] + [-math.inf] * len(text)
    for at, char in enumerate(text):
        stretch = _STRETCH.match(text, at)
        if stretch:
            cost = _NUMBER if char.isdigit() else _LETTERS
            best[stretch.end()] = max(best[stretch.end()], best[at] + cost)
            if stretch.end() > at + 1:
                continue
        single = logs.get(char, _single(char))
        best[at + 1] = max(best[at + 1], best[at] + single)
        for end in range(at + 2, min(at + _LONGEST, len(text)) + 1):
            log = logs.get(text[at:end])
            if log is not None:
                best[end] = max(best[end], best[at] + log)
    return best[-1]
