"""How a character is read, with and without tones."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from build_site.vocab.pinyin import toned_readings as toned_readings

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
_FINAL = (
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|üan|van|an|en|in|un|ün|ai|ei|ui|ao|ou|iu|"
    "ie|üe|ue|ve|er|ia|ua|uo|a|o|e|ê|i|u|ü|v)"
)
_SYLLABLE = re.compile(f"(?:{_INITIAL}{_FINAL}|ng|n|m|hm|hng)")
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def toneless(syllable: str) -> str:
    """Return a syllable without its tone mark, ü kept and lower case."""
    parts = unicodedata.normalize("NFD", syllable.lower())
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))


def tone_marks(syllable: str) -> int:
    """Return how many tone marks a syllable carries."""
    return sum(c in _TONES for c in unicodedata.normalize("NFD", syllable))


def is_syllable(text: str) -> bool:
    """Return whether `text`, with or without a tone mark, could be a pinyin syllable."""
    return _SYLLABLE.fullmatch(toneless(text)) is not None


@cache
def readings(char: str) -> frozenset[str]:
    """Return the toneless readings of a character; empty if it has none."""
    return frozenset(toneless(r) for r in toned_readings(char))
