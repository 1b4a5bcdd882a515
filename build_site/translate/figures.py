"""Figures in Chinese and in English prose, as numbers that can be compared.

Number words of both languages are read: 三分之二 and two-thirds, 4015亿 and
401.5 billion, 1-6月 and January to June.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from build_site.model.text import Span
from build_site.vocab.number_words import han_number, number_words

PERCENT, POINT, PER_MILLE, PLAIN = "percent", "percentage point", "per mille", ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its exact value, what it counts if that must agree, and as written.

    `firm` figures must have a counterpart; the others may have one (a numeral
    inside a Chinese word, a number word in English). `span` is where it stands
    (code points), if it is written in digits.
    """

    value: Fraction
    kind: str
    written: str
    firm: bool
    span: Span | None = None


_ARABIC_ZH = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"[余多]?(?P<scale>万亿|亿|千万|百万|万|千(?!米|瓦|克|伏|方百计))?[余多]?"
    r"(?P<kind>个?百分点|%|％|‰|成(?!员|果|立|功|为|长|本|效|熟|都|型|份))?"
)
_HAN_NUMERAL = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
_FRACTION_ZH = re.compile(
    "(?P<whole>[零一二两三四五六七八九十百]+)分之(?P<part>[零一二两三四五六七八九十百]+)"
)
# Behind these, a Chinese numeral counts something, so the English must say it too.
_COUNTED = re.compile("个|项|家|条|次|名|位|倍|座|所|批次|大(?=[^力量小众家])|方面|年(?!级|轻|度)")


def zh_figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a Chinese text; Arabic ones and counting numerals are firm."""
    for match in _ARABIC_ZH.finditer(text):
        value = Fraction(match["number"].replace(",", ""))
        kind = match["kind"] or ""
        if kind == "成":
            yield Figure(value * 10, PERCENT, match[0], True, Span(*match.span()))
            continue
        scale = number_words().scales_zh.get(match["scale"] or "", 1)
        yield Figure(value * scale, _kind_zh(kind), match[0], True, Span(*match.span()))
    for match in _FRACTION_ZH.finditer(text):
        yield Figure(
            Fraction(han_number(match["part"]), han_number(match["whole"])), PLAIN, match[0], True
        )
    for match in _HAN_NUMERAL.finditer(text):
        yield from _han_figures(text, match)


def _kind_zh(written: str) -> str:
    if written.endswith("百分点"):
        return POINT
    return {"%": PERCENT, "％": PERCENT, "‰": PER_MILLE}.get(written, PLAIN)


def _han_figures(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Yield what a run of Chinese numerals may stand for, whole and in parts (十四五: 14, 5)."""
    run = match[0]
    if match.start() and text[match.start() - 1].isdigit():
        run = run.lstrip("万亿千百")  # the scale of an Arabic number
    whole_counts = bool(_COUNTED.match(text, match.end())) and len(run) <= 3
    seen: set[int] = set()
    for start in range(len(run)):
        for end in range(start + 1, min(start + 6, len(run)) + 1):
            part = run[start:end]
            value = han_number(part)
            firm = whole_counts and part == run and value > 1 and part not in "百千万亿"
            if value not in seen or firm:
                seen.add(value)
                yield Figure(Fraction(value), PLAIN, part, firm)


_ARABIC_EN = re.compile(
    r"(?<![\d.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:st|nd|rd|th)?"
    r"(?:[\s-]+(?P<scale>hundred|thousand|million|billion|trillion)\b)?"
    r"(?P<kind>[\s-]*(?:percentage[\s-]points?|percent\b|per cent\b|%|per mille|per thousand|‰))?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:[\s-]*(?:,|;|and|or|to|–|-|yuan|respectively)[\s-]*)+")
_WORD = re.compile(r"[A-Za-z]+")


def _kind_en(written: str) -> str:
    if "point" in written:
        return POINT
    if "mille" in written or "thousand" in written or "‰" in written:
        return PER_MILLE
    return PERCENT if written.strip() else PLAIN


def en_figures(text: str) -> Iterator[Figure]:
    """Yield the figures of an English text; those in digits are firm, number words are not."""
    scales = number_words().scales_en
    kind, scale, after = PLAIN, 1, len(text)
    # From the last to the first, for "8.3, 9.4 and 10 percent" and "2 to 3 million":
    # what stands behind the last holds for all.
    for match in reversed(list(_ARABIC_EN.finditer(text))):
        value = Fraction(match["number"].replace(",", ""))
        own_kind = _kind_en(match["kind"] or "")
        own_scale = scales.get((match["scale"] or "").lower(), 1)
        span = Span(*match.span())
        yield Figure(value * own_scale, own_kind, match[0].strip(), True, span)
        if not _JOINT.fullmatch(text, match.end(), after):
            kind, scale = own_kind, own_scale
        else:
            if own_kind == PLAIN and kind != PLAIN:
                yield Figure(value * own_scale, kind, match[0], False, span)
            if own_scale == 1 and scale != 1:
                yield Figure(value * scale, own_kind, match[0], False, span)
            kind, scale = own_kind or kind, own_scale if own_scale != 1 else scale
        after = match.start()
    yield from _worded(text)


def _worded(text: str) -> Iterator[Figure]:
    """Yield figures written in words, and the months."""
    tokens = [m[0] for m in _WORD.finditer(text)]
    lower = [t.lower() for t in tokens]
    known = number_words()
    words, scales, months = known.words_en, known.scales_en, known.months
    for at, token in enumerate(lower):
        if tokens[at] in months:
            yield Figure(Fraction(months.index(tokens[at]) + 1), PLAIN, tokens[at], False)
        if token in known.multiples_en:
            yield Figure(Fraction(known.multiples_en[token]), PLAIN, token, False)
        if token == "half":
            yield Figure(Fraction(1, 2), PLAIN, token, False)
        if token in scales:
            yield Figure(Fraction(scales[token]), PLAIN, token, False)
        if token not in words:
            continue
        value, after = words[token], at + 1
        yield Figure(Fraction(value), PLAIN, token, False)
        if after < len(lower) and value >= 20 and 0 < words.get(lower[after], 99) < 10:
            value += words[lower[after]]
            after += 1
            yield Figure(Fraction(value), PLAIN, " ".join(tokens[at:after]), False)
        while after < len(lower) and lower[after] in scales:
            value *= scales[lower[after]]
            after += 1
            yield Figure(Fraction(value), PLAIN, " ".join(tokens[at:after]), False)
        if after < len(lower) and lower[after] in known.parts_en:
            part = Fraction(value, known.parts_en[lower[after]])
            yield Figure(part, PLAIN, " ".join(tokens[at : after + 1]), False)
        if after < len(lower) and lower[after] in ("percent", "percentage"):
            yield Figure(Fraction(value), PERCENT, " ".join(tokens[at:after]), False)
            yield Figure(Fraction(value), POINT, " ".join(tokens[at:after]), False)
