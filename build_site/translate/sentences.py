"""Which English sentence says which Chinese one, and which figure which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from build_site.model.text import Span
from build_site.model.translation import Aligned
from build_site.translate.figures import Figure, en_figures, zh_figures

_ZH_END = re.compile(r"[。！？\n]+[”’）》]*")
_EN_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])|\n+")
_NO_END = re.compile(r"(?:\b(?:Nos?|St|Mt|Dr|Mrs?|Ms|[A-Z])|(?:^|[:;]\s)\d{1,2})\.\s*$")


def aligned(zh: str, en: str) -> tuple[Aligned, ...]:
    """Return the stretches of a text and its translation that say the same, in order.

    Offsets are code points. A translation runs sentence by sentence; where it
    has as many as the original and each says the figures of its own, they are
    the pairs. Otherwise nothing can be told and the texts as a whole are the
    one pair: too much is shown rather than the wrong sentence. Empty if one of
    the texts is.
    """
    left, right = tuple(_cut(zh, _ZH_END)), tuple(_cut(en, _EN_END))
    if not left or not right:
        return ()
    pairs = tuple(map(Aligned, left, right)) if len(left) == len(right) else ()
    if not pairs or not all(_agree(zh, en, pair) for pair in pairs):
        return (Aligned(Span(0, len(zh)), Span(0, len(en))),)
    return pairs


def aligned_figures(zh: str, en: str, pairs: Iterable[Aligned]) -> tuple[Aligned, ...]:
    """Return where a figure of a text in digits stands in its translation, in order.

    `pairs` are the stretches that say the same. Within one, a value that both
    sides say equally often is paired in its order; any other stays alone.
    Offsets are code points.
    """
    found: list[Aligned] = []
    for pair in pairs:
        left = _places(_zh(pair.zh.of(zh)), pair.zh.start)
        right = _places(_en(pair.en.of(en)), pair.en.start)
        for value, spans in left.items():
            if len(spans) == len(right.get(value, ())):
                found += map(Aligned, spans, right[value])
    return tuple(sorted(found))


def _places(figures: Iterable[Figure], start: int) -> dict[Fraction, list[Span]]:
    """Return where each value stands in digits, in order; offsets move by `start`."""
    found: dict[Fraction, set[Span]] = {}
    for figure in figures:
        if figure.span:
            found.setdefault(figure.value, set()).add(figure.span.shifted(start))
    return {value: sorted(spans) for value, spans in found.items()}


def _cut(text: str, end: re.Pattern[str]) -> Iterator[Span]:
    """Yield the sentences of a text without the blanks around them."""
    start = 0
    for stop in (*(m.end() for m in end.finditer(text)), len(text)):
        sentence = text[start:stop]
        if _NO_END.search(sentence) and stop < len(text):
            continue  # an abbreviation, or the number of an item
        if sentence.strip():
            blank = len(sentence) - len(sentence.lstrip())
            yield Span(start + blank, start + len(sentence.rstrip()))
        start = stop


def _agree(zh: str, en: str, pair: Aligned) -> bool:
    """Tell whether the English sentence says each firm figure that the English as a whole says."""
    said = {f.value for f in _en(pair.en.of(en))}
    missed = {f.value for f in _zh(pair.zh.of(zh)) if f.firm} - said
    return not missed or not missed & {f.value for f in _en(en)}


# Each sentence is asked twice, whether it agrees and where its figures stand.
@lru_cache(maxsize=256)
def _zh(text: str) -> tuple[Figure, ...]:
    return tuple(zh_figures(text))


@lru_cache(maxsize=256)
def _en(text: str) -> tuple[Figure, ...]:
    return tuple(en_figures(text))
