"""Characters that clean Chinese text does not hold: damage, glosses and Traditional forms left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.finding import Finding, Severity
from build_site.model.report import Edition, Kind
from build_site.model.text import Span
from build_site.vocab.traditional import traditional_characters

_DAMAGE = re.compile(
    "[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u200b-\u200f\u2060\ufeff]"
)
_GLOSS = re.compile(
    r"[\u3400-\u9fff][(（](?=[a-zǎěǐǒǔǚāēīōūǖáéíóúǘàèìòùǜü]*[ǎěǐǒǔǚāēīōūǖáéíóúǘàèìòùǜ])"
    r"[a-zǎěǐǒǔǚāēīōūǖáéíóúǘàèìòùǜü]{1,7}[)）]"
)


def _left(text: str) -> Iterator[tuple[Span, str, Severity, str, str]]:
    """Yield (place, check, severity, Chinese, English) of what should not be in clean text."""
    for found in _DAMAGE.finditer(text):
        code = f"U+{ord(found[0]):04X}"
        yield (
            Span(*found.span()),
            "damage",
            Severity.ERROR,
            f"正文残留损坏或不可见字符 {code}",
            f"a damaged or invisible character is left: {code}",
        )
    for found in _GLOSS.finditer(text):
        yield (
            Span(*found.span()),
            "gloss",
            Severity.ERROR,
            f"正文残留注音：{found[0]}",
            f"a pinyin gloss is left: {found[0]}",
        )
    for found in traditional_characters().finditer(text):
        yield (
            Span(*found.span()),
            "traditional",
            Severity.WARNING,
            f"正文残留繁体字：{found[0]}",
            f"a Traditional character is left: {found[0]}",
        )


def check_characters(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each damaged character, gloss or Traditional form in published text."""
    text = edition.capture.document.text
    for report in edition.reports:
        if report.piece.kind is Kind.NON_REPORT:
            continue
        for paragraph in report.paragraphs:
            for place, check, severity, zh, en in _left(paragraph.span.of(text)):
                yield Finding(
                    check,
                    severity,
                    edition.capture.capture_id,
                    report.piece.position,
                    place.shifted(paragraph.span.start),
                    zh,
                    en,
                )
