"""A layered synonym spinner for tests: words first, then characters, across word boundaries.

Its word list was written from the tables that spinning tools of the time
publish, not from the project's lexicon; `tests.eval.spin` prints how many of
its pairs the lexicon happens to hold.
"""

from __future__ import annotations

import csv
import random
import re
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).with_name("spinner_words.csv")
# antonyms, homophones and look-alikes: known from 004 or, the last ones, from nowhere
_CHARACTERS = dict(
    zip(
        "增实行合优色作取功量收装牌直众视委部末白线态",
        "删真止折劣涩做与罪质支拆排曲寡室卫副底皂钱太",
        strict=True,
    )
)


@cache
def spinner_words() -> dict[str, str]:
    """Return what the spinner writes for each word."""
    with _WORDS.open(encoding="utf-8", newline="") as file:
        return {row["original"]: row["spun"] for row in csv.DictReader(file)}


def spin(text: str, seed: int, words: float = 0.8, characters: float = 0.8) -> str:
    """Return the text spun: a share of the listed words and of the characters, by fixed choice.

    As with the tools seen, a word once chosen is spun everywhere in the text,
    the words are found from the left without regard to word boundaries, and
    the characters of the new words are swapped too.
    """
    chance = random.Random(seed)
    table = {a: b for a, b in sorted(spinner_words().items()) if chance.random() < words}
    pattern = re.compile("|".join(sorted(table, key=lambda w: (-len(w), w))))
    text = pattern.sub(lambda match: table[match.group()], text)
    swap = {ord(a): b for a, b in _CHARACTERS.items() if chance.random() < characters}
    return text.translate(swap)
