"""The only door to the word list of jieba: where words may end."""

from __future__ import annotations

import logging
from functools import cache

import jieba

from build_site.vocab.report_words import report_words


@cache
def _tokenizer() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    tokenizer: jieba.Tokenizer = jieba.Tokenizer()
    for word in report_words():
        tokenizer.add_word(word)
    return tokenizer


def word_ends(text: str) -> list[int]:
    """Return the offsets behind each dictionary word of `text`, in order."""
    ends: list[int] = []
    at = 0
    # without its hidden Markov model the cut depends on the dictionary alone
    for word in _tokenizer().cut(text, HMM=False):
        at += len(word)
        ends.append(at)
    return ends


def is_word(text: str) -> bool:
    """Tell whether the dictionary holds `text` as one word."""
    tokenizer = _tokenizer()
    tokenizer.check_initialized()
    return bool(tokenizer.FREQ.get(text))
