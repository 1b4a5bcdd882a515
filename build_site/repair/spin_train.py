"""Build the model of official prose, its usual words and the markers of spinning.

    python -m build_site.repair.spin_train seeds/000*.txt seeds/001*.txt ...

Give captures of reports that are not spun (UTF-8 text); the other rules repair
them first. The model is written beside this module, words and markers into the
vocabulary; all are committed as data.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from build_site.model.text import Document
from build_site.repair import all_rules
from build_site.repair.characters import is_han
from build_site.repair.spin_guess import missable
from build_site.repair.spin_model import (
    MODEL_FILE,
    LanguageModel,
    count_ngrams,
    read_model,
    write_model,
)
from build_site.repair.words import likelihood
from build_site.vocab.spin import (
    MARKERS_FILE,
    USUAL_FILE,
    Substitution,
    ring_words,
    spun_characters,
    spun_words,
)

_COMMON = 12  # how often a pair of characters must occur for its spun form to be a marker
_USUAL = 25  # sightings in 100,000 characters from which a word is usual
_EVERYDAY = -11.7  # log probability of a word that any prose may have: 8 in a million


def markers(
    texts: Sequence[str], words: Iterable[Substitution], characters: Iterable[Substitution]
) -> list[str]:
    """Return the pairs of characters that a spinner writes and clean prose hardly has.

    None of them occurs in the clean texts, none is an everyday word.
    """
    pairs = Counter(a + b for text in texts for a, b in pairwise(text))
    spun = {w.spun for w in words if len(w.spun) == 2}
    for one in characters:
        for pair, count in pairs.items():
            if count >= _COMMON and one.original in pair and not pair.isascii():
                spun.add(pair.replace(one.original, one.spun))
    return sorted(
        pair
        for pair in spun
        if not pairs[pair] and all(map(is_han, pair)) and likelihood(pair) < _EVERYDAY
    )


def usual(model: LanguageModel) -> dict[str, int]:
    """Return the words of two characters that reports use all the time, per 100,000 characters."""
    rates = {
        word: round(model.expected(word, 100_000))
        for word in model.frequencies()
        if len(word) == 2 and missable(word)
    }
    return {word: rate for word, rate in sorted(rates.items()) if rate >= _USUAL}


def _prose(path: Path) -> str:
    """Return the lines of sentences in a capture, repaired, without menus and headings."""
    document = Document(path.stem, path.read_text(encoding="utf-8"))
    for rule in all_rules():
        if rule.name != "synonym_spinning":
            document = document.edited(rule.name, rule.find(document.text), rule.certainty)
    return "\n".join(line for line in document.text.split("\n") if "。" in line)


def train(files: Sequence[Path]) -> None:
    """Write model, usual words and markers of the prose in `files`."""
    texts = [_prose(path) for path in files]
    originals = dict.fromkeys(pair.original for pair in spun_words())
    write_model(count_ngrams(texts, words=originals), MODEL_FILE)
    words = usual(read_model(MODEL_FILE))
    lines = "".join(f"{word} {rate}\n" for word, rate in words.items())
    USUAL_FILE.write_text(lines, encoding="utf-8")
    found = markers(texts, (*spun_words(), *ring_words()), spun_characters())
    MARKERS_FILE.write_text("".join(f"{m}\n" for m in found), encoding="utf-8")


if __name__ == "__main__":
    train([Path(name) for name in sys.argv[1:]])
