"""Words injected into sentences: adverts, spam and titles that break an otherwise fluent text.

A stretch is foreign if its characters never stand side by side in clean reports, nor does
it join the words around it, while without it the text runs on: a clause begins right
behind it at the start of a sentence, has ended right before it at the end of one, and
in the middle the characters on both sides are one word that it tears apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from build_site.model.finding import Finding, Severity
from build_site.model.report import Edition, Kind
from build_site.model.text import Span
from build_site.vocab.dictionary import word_counts
from build_site.vocab.pair_places import pair_places
from build_site.vocab.report_prose import foreign_words, report_bigrams

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_RUN = re.compile(f"[{_HAN}]+")
_BEGINS = re.compile(r"(?:^|[。！？；\n）\s]|[0-9][.．、])\Z")
_ITEM = re.compile(r"[0-9]{1,2}[.．、]|（[一二三四五六七八九十]+）")
_STOPS = "。！？；"
_SENTENCE = re.compile(r"[^。！？；\n]+")
_SHORTEST, _LONGEST = 3, 14  # code points of an injected stretch
_LONG = 5  # code points: so long a stretch may hold one pair that reports know, 9 may hold two
_EDGE = 8  # code points at both ends of a sentence that cannot vouch for a stretch there
_CLAUSE = 0.3  # nats: a pair rather begins or ends a clause than stands inside
_OPEN_CLAUSE = -4.0  # nats: the same before a long stretch that reports know no pair of
_PARTICLES = "的地得了着过和与在上中"  # bind what follows to the words before
_VERBAL = re.compile("[了着]|起来")  # names and advertised goods have none of them
_PLAIN = 4  # code points behind a long stretch that are plain, if no clause begins there
_EVERYDAY = 50  # sightings of a word in the dictionary
_ACROSS = 50  # sightings of a word of two that may stand across the joint


class _Run(NamedTuple):
    """A run of Han characters; `ends` and `middle` say which pairs are unknown there."""

    start: int
    words: str
    ends: tuple[bool, ...]
    middle: tuple[bool, ...]
    begins: bool  # a sentence begins here
    closes: bool  # a sentence ends here
    alone: bool  # between a percentage and a stop, or before the number of an item


def foreign_stretches(text: str, known: Iterable[str] = ()) -> Iterator[tuple[Span, str]]:
    """Yield (place, kind) of stretches that look injected; kind is `word` or `stretch`.

    `known` are pairs of characters that count as plain beside those of clean
    reports and of `text` itself. Code points.
    """
    told: list[Span] = []
    runs = tuple(_runs(text, report_bigrams() | frozenset(known)))
    for run in runs:
        for span in _stretches(run):
            told.append(span)
            yield span, "stretch"
    for run in runs:
        for word in _foreign().finditer(run.words):
            start, end = _grown(run, *word.span())
            span = Span(run.start + start, run.start + end)
            if not any(one.start < span.end and span.start < one.end for one in told):
                told.append(span)
                yield span, "word"


def _foreign() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(foreign_words(), key=lambda w: -len(w)))))


def _runs(text: str, known: frozenset[str]) -> Iterator[_Run]:
    at_ends = known | _inside(text)
    often = Counter(
        run[i : i + 2] for run in _RUN.findall(text) for i in range(len(run) - 1)
    )  # what the text itself says twice is a word of its own
    for found in _RUN.finditer(text):
        start, end = found.span()
        words = found[0]
        pairs = [words[i : i + 2] for i in range(len(words) - 1)]
        yield _Run(
            start,
            words,
            tuple(pair not in at_ends for pair in pairs),
            tuple(pair not in known and often[pair] < 2 for pair in pairs),
            bool(_BEGINS.search(text[max(0, start - 2) : start])),
            end == len(text) or text[end] in _STOPS,
            bool(_ITEM.match(text, end)) or text[start - 1 : start] in tuple("%％"),
        )


def _inside(text: str) -> frozenset[str]:
    """Return the pairs of characters that stand away from both ends of a sentence."""
    pairs: set[str] = set()
    for sentence in _SENTENCE.finditer(text):
        inner = sentence[0].strip()[_EDGE:-_EDGE]
        for run in _RUN.findall(inner):
            pairs.update(run[i : i + 2] for i in range(len(run) - 1))
    return frozenset(pairs)


def _stretches(run: _Run) -> Iterator[Span]:
    """Yield the stretches of a run that look injected, the longest at each place."""
    at = 0
    while at <= len(run.words) - _SHORTEST:
        possible = (e for e in _possible_ends(run, at) if not _VERBAL.search(run.words[at:e]))
        ends = [e for e in possible if _is_torn(run, at, e)]
        if ends:
            yield Span(run.start + at, run.start + ends[-1])
        at = ends[-1] if ends else at + 1


def _possible_ends(run: _Run, start: int) -> Iterator[int]:
    """Yield where an unknown stretch that begins at `start` can end."""
    size = len(run.words)
    unknown = run.ends if start == 0 else run.middle
    if start and (not unknown[start - 1] or _across(run.words, start)):
        return
    if run.words[start] in _PARTICLES:
        return
    for end in range(start + _SHORTEST, min(size, start + _LONGEST) + 1):
        tail = run.ends if end == size else unknown
        pairs = end - start - 1
        allowed = (pairs >= _LONG - 1) + (pairs >= 2 * _LONG - 2)
        if sum(tail[start : end - 1]) < pairs - allowed:
            continue
        if end == size or (tail[end - 1] and not _across(run.words, end)):
            yield end


def _across(words: str, at: int) -> bool:
    """Return whether a word of the dictionary stands across a place."""
    counts = word_counts()
    return any(
        counts.get(words[start : start + size], 0) >= (_ACROSS if size == 2 else 1)
        for size in (2, 3, 4)
        for start in range(max(0, at - size + 1), min(at, len(words) - size + 1))
    )


def _is_torn(run: _Run, start: int, end: int) -> bool:
    """Return whether the text runs on without the words from `start` to `end`."""
    size = len(run.words)
    if start == 0 and end == size:
        return run.alone and (run.closes or run.begins)
    if start == 0:
        return run.begins and _goes_on(run, end, all(run.ends[: end - 1]) and end >= _LONG)
    if end == size:
        before = run.words[max(0, start - 2) : start]
        plain = len(before) == 2 and not run.ends[start - 2]
        lift = pair_places().lift(before, "clause_end")
        long = end - start >= _LONG and all(run.ends[start - 1 :])
        return run.closes and plain and lift >= (_OPEN_CLAUSE if long else _CLAUSE)
    seam = run.words[start - 1] + run.words[end]
    return word_counts().get(seam, 0) >= _EVERYDAY and _is_known(seam)


def _goes_on(run: _Run, at: int, long: bool) -> bool:
    """Return whether a clause begins at `at`; behind a `long` stretch plain words will do."""
    if at + 2 > len(run.words) or run.ends[at]:
        return False
    behind = run.ends[at : at + _PLAIN]
    if long and len(behind) == _PLAIN - 1 + (len(run.words) - at > _PLAIN) and not any(behind):
        return True
    return pair_places().lift(run.words[at : at + 2], "clause_start") >= _CLAUSE


@cache
def _is_known(pair: str) -> bool:
    return pair in report_bigrams()


def _grown(run: _Run, start: int, end: int) -> tuple[int, int]:
    """Return a foreign word with the unknown pairs beside it, the joints left out."""
    low = high = 0
    for low in range(start, -1, -1):
        if low == 0 or not run.ends[low - 1]:
            break
    for high in range(end, len(run.words) + 1):
        if high == len(run.words) or not run.ends[high - 1]:
            break
    low = start if low and start - low == 1 else low
    high = high - 1 if end < high < len(run.words) else high
    return (low, high) if high - low <= _LONGEST else (start, end)


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
