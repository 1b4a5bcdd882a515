"""How text becomes search terms. docs/assets/search.js does the same, step by step.

Chinese: every two neighbouring characters, and the last character of a run
alone, so that the terms that begin with a character find all its places.
Everything else: whole words and numbers; digits glued to Chinese
(`2024年宁波`) are a word of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

HAN = "\u3400-\u9fff\uf900-\ufaff"
_TOKENS = re.compile(rf"[{HAN}]+|[a-z0-9]+(?:\.[0-9]+)*")
_HAN_FIRST = re.compile(rf"[{HAN}]")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def normalised(text: str, fold: Mapping[str, str]) -> str:
    """Return text in the form both sides of a search use.

    Half-width, lower case, Latin letters without accents, and characters
    replaced by `fold` (one Traditional character to one Simplified).
    """
    plain = text.translate(_WIDE).lower()
    plain = "".join(fold.get(mark, mark) for mark in plain)
    if plain.isascii():
        return plain
    return "".join(_bare(mark) for mark in plain)


def _bare(mark: str) -> str:
    return unicodedata.normalize("NFD", mark)[0] if "\u00c0" <= mark <= "\u024f" else mark


def tokens(plain: str) -> Iterator[str]:
    """Yield the runs of Chinese and the words of a normalised text."""
    for token in _TOKENS.finditer(plain):
        yield token[0]


def terms(plain: str) -> Iterator[str]:
    """Yield the terms of a normalised text, repetitions included."""
    for token in tokens(plain):
        if _HAN_FIRST.match(token):
            for at in range(len(token) - 1):
                yield token[at : at + 2]
            yield token[-1]
        else:
            yield token


def shelf_mark(term: str) -> str:
    """Return what decides the shard of a term: its first character, or three letters of a word.

    All terms that begin alike stand in one shard, so a prefix needs one file.
    """
    return term[0] if _HAN_FIRST.match(term) else term[:3]


def shard(mark: str, count: int) -> int:
    """Return the shard of a mark: FNV-1a over UTF-16 code units, modulo `count`."""
    code = 0x811C9DC5
    raw = mark.encode("utf-16-le", "surrogatepass")
    for at in range(0, len(raw), 2):
        code = ((code ^ (raw[at] | raw[at + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    return code % count
