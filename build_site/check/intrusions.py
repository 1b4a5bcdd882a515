"""Words injected into sentences: adverts, spam and titles that break an otherwise fluent text.

A stretch at the start or end of a sentence is foreign if hardly any two of its
characters stand side by side in clean reports, nor elsewhere inside the
sentences of the same capture, while the rest of the sentence is plain prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_site.model.finding import Finding, Severity
from build_site.model.report import Edition, Kind
from build_site.model.text import Span
from build_site.vocab.report_prose import foreign_words, report_bigrams

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_RUN = re.compile(f"[{_HAN}]+")
_NUMBER = re.compile(
    r"(?:[0-9]{1,3}[.．、]|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)\s*"
)
_SENTENCE = re.compile(r"[^。！？；\n]+")
_LONGEST = 14  # code points of an injected stretch
_FEWEST = 4  # pairs of characters that must be unknown
_SHARE = 0.83  # of the pairs of a stretch
_EDGE = 8  # code points at both ends of a sentence that cannot vouch for a stretch there
_REST = 6  # code points behind the stretch that must be plain prose
_REST_SHARE = 0.6  # of their pairs


def foreign_stretches(text: str, known: Iterable[str] = ()) -> Iterator[tuple[Span, str]]:
    """Yield (place, kind) of stretches that look injected; kind is `word` or `stretch`.

    `known` are pairs of characters that count as plain beside those of clean
    reports and of the inside of the sentences of `text`. Code points.
    """
    plain = report_bigrams() | _inside(text) | frozenset(known)
    told: list[Span] = []
    for sentence in _SENTENCE.finditer(text):
        for span in _ends(text, Span(*sentence.span()), plain):
            told.append(span)
            yield span, "stretch"
    for word in _foreign().finditer(text):
        span = Span(*word.span())
        if not any(one.start < span.end and span.start < one.end for one in told):
            yield span, "word"


def _foreign() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(foreign_words(), key=lambda w: -len(w)))))


def _inside(text: str) -> frozenset[str]:
    """Return the pairs of characters that stand away from both ends of a sentence."""
    pairs: set[str] = set()
    for sentence in _SENTENCE.finditer(text):
        inner = sentence[0].strip()[_EDGE:-_EDGE]
        for run in _RUN.findall(inner):
            pairs.update(run[i : i + 2] for i in range(len(run) - 1))
    return frozenset(pairs)


def _ends(text: str, sentence: Span, plain: frozenset[str]) -> Iterator[Span]:
    words = sentence.of(text)
    start = sentence.start + len(words) - len(words.lstrip(" \t\u3000"))
    end = sentence.start + len(words.rstrip(" \t\u3000"))
    if end - start < 2 * _FEWEST + _REST:
        return
    number = _NUMBER.match(text, start, end)
    start = number.end() if number else start
    head = _RUN.match(text, start, end)
    if head:
        length = _unknown(head[0], plain)
        if length and _is_plain(text[start + length : end][: _REST + 6], plain):
            yield Span(start, start + length)
    tail = re.search(f"[{_HAN}]+$", text[max(start, end - 40) : end])
    if tail and tail[0] != (head[0] if head else ""):
        length = _unknown(tail[0], plain, backward=True)
        if length and _is_plain(text[start : end - length][-_REST - 6 :], plain):
            yield Span(end - length, end)


def _unknown(run: str, plain: frozenset[str], *, backward: bool = False) -> int:
    """Return the length of the longest unknown stretch at one end of a run; 0 if there is none."""
    pairs = [run[i : i + 2] not in plain for i in range(len(run) - 1)]
    if backward:
        pairs.reverse()
    best = 0
    for count in range(1, min(len(pairs), _LONGEST) + 1):
        unknown = sum(pairs[:count])
        if unknown >= _FEWEST and unknown >= _SHARE * count and pairs[count - 1]:
            best = count
    # the last unknown pair is the joint between the stretch and the sentence
    return best if pairs and any(pairs[:2]) else 0


def _is_plain(rest: str, plain: frozenset[str]) -> bool:
    """Return whether what is left beside a stretch reads as a report does."""
    pairs = [run[i : i + 2] for run in _RUN.findall(rest) for i in range(len(run) - 1)]
    return len(pairs) >= 2 and sum(pair in plain for pair in pairs) >= _REST_SHARE * len(pairs)


def check_intrusions(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each stretch of published prose that looks injected; the text stays."""
    text = edition.capture.document.text
    for report in edition.reports:
        if report.piece.kind is not Kind.WORK_REPORT:
            continue
        span = report.piece.span
        prose = [p.span for p in report.paragraphs]
        for place, kind in foreign_stretches(span.of(text)):
            at = place.shifted(span.start)
            if not any(one.start <= at.start and at.end <= one.end for one in prose):
                continue
            words = at.of(text)
            yield Finding(
                "intrusions",
                Severity.WARNING,
                edition.capture.capture_id,
                report.piece.position,
                at,
                f"疑似混入的外来文字：{words}",
                f"words that do not belong here, perhaps injected ({kind}): {words}",
            )
