"""The English of one sentence, out of a paragraph and its translation."""

from __future__ import annotations

import re

_ZH = re.compile(r"[^。！？\n]*[。！？]+[”’）》]*|[^。！？\n]+")
_EN = re.compile(r"(?<=[.!?])[”\"’)\]]*\s+(?=[“\"(\[A-Z0-9])")
_PERCENT = re.compile(r"\d+(?:\.\d+)?(?=%)")


def english_sentence(zh: str, en: str, start: int, end: int) -> str:
    """Return the English of the sentence of `zh` that holds start:end (code points).

    Empty where it cannot be told: the paragraph is not translated, the two do
    not have the same number of sentences, the stretch runs over two of them,
    or a percentage of the stretch does not stand in the English found.
    """
    sentences = [m for m in _ZH.finditer(zh) if m[0].strip()]
    translated = [s.strip() for s in _EN.split(en) if s.strip()]
    if not en or len(sentences) != len(translated):
        return ""
    for match, found in zip(sentences, translated, strict=True):
        if match.start() <= start and end <= match.end():
            figures = set(_PERCENT.findall(zh[start:end]))
            return found if figures <= set(re.findall(r"\d+(?:\.\d+)?", found)) else ""
    return ""
