"""What a claim is about: its indicator, or its name as written without what says nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from build_site.model.claim import Claim
from build_site.vocab.comparability import comparability
from build_site.vocab.indicators import indicator_names, indicators

_NOT_WORDS = re.compile(r"[^0-9A-Za-z.\u3400-\u9fff]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FIGURE = re.compile(r"\d+(?:\.\d+)?[%‰万亿]*")
_COMPARATORS = re.compile(r"以上|以内|左右|不低于|不少于|超过|突破|力争|确保|稳定在|达到|控制在")
_LISTED = re.compile(r"([\u3400-\u9fff“”（）]{3,})\d[\d.]*[\u3400-\u9fff]{0,3}(?:以上)?、$")
_SHORT = 5  # a listed item whose name is longer stands for itself
_SCOPE = re.compile(r"^(?:全市|我市|全省|全县|全区)")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim measures. `indicator_id` is empty for a name the vocabulary does not know."""

    indicator_id: str
    name: str  # as compared: folded, without fillers and leading verb
    action: str  # group of its verb, empty if it says nothing
    words: str  # the quote without its figure, folded
    marks: frozenset[str]  # the words in it that change what is measured
    levels: frozenset[str]
    numbers: frozenset[str]  # thresholds inside the name: 3 of 3亿元以上项目


def core(name: str) -> str:
    """Return a name folded for comparison: no marks, no fillers, one way to write one thing."""
    lists = comparability()
    plain = _SCOPE.sub("", name)
    for written, used in lists.synonyms.items():
        plain = plain.replace(written, used)
    plain = _NOT_WORDS.sub("", plain)
    for filler in lists.fillers:
        plain = plain.replace(filler, "")
    return plain


@cache
def _known() -> dict[str, str]:
    found = {core(name): one.indicator_id for name, one in indicator_names().items()}
    return {name: indicator_id for name, indicator_id in found.items() if name}


def _action(verb: str, name: str) -> str:
    groups = comparability().actions
    for written in (verb, name):
        for word, group in sorted(groups.items(), key=lambda item: -len(item[0])):
            if written.startswith(word):
                return group
    return ""


@cache
def subject_of(claim: Claim) -> Subject:
    """Return what a claim measures, its indicator looked up once more by the folded name."""
    one = claim.statement
    written, level = one.indicator_zh, ""
    if not one.indicator_id:
        before = claim.paragraph[: one.quote.start]
        written = _inherited(before, written)
        level = _inherited_level(before) if len(one.indicator_zh) <= _SHORT else ""
    return _subject(one.indicator_id, written, one.action, _words(claim), level)


def _words(claim: Claim) -> str:
    """Return the folded quote without its figure; empty if it holds several numbers."""
    quote = _COMPARATORS.sub("", claim.quote)
    numbers = list(_NUMBER.finditer(quote))
    return core(_FIGURE.sub("", quote)) if len(numbers) == 1 else ""


def _inherited(before: str, name: str) -> str:
    """Return the name of a listed item with what it inherits from the item before it.

    美丽乡村示范镇12个、示范村54个: the second is 美丽乡村示范村.
    """
    found = _LISTED.search(before)
    if found is None or len(name) > _SHORT:
        return name
    first = _inherited(before[: found.start()], found[1])
    at = first.find(name[:2])
    return first[:at] + name if at > 0 else name


def _inherited_level(before: str) -> str:
    """Return the level of authority that the items listed before a claim open with."""
    found = _LISTED.search(before)
    if found is None:
        return ""
    here = next((word for word in comparability().levels if word in found[1]), "")
    return here or _inherited_level(before[: found.start()])


@cache
def _subject(indicator_id: str, written: str, action: str, words: str, level: str) -> Subject:
    lists = comparability()
    name = core(written)
    text = written
    for long, short in lists.synonyms.items():
        text = text.replace(long, short)
    text = _NOT_WORDS.sub("", text)
    return Subject(
        indicator_id or _known().get(name, ""),
        name,
        _action(action, text),
        words,
        frozenset(word for word in lists.discriminators if word in text),
        frozenset(word for word in lists.levels if word in text)
        or frozenset(filter(None, (level,))),
        frozenset(_NUMBER.findall(text)),
    )


@cache
def names_of(indicator_id: str) -> tuple[str, ...]:
    """Return the folded names and aliases of an indicator."""
    one = indicators()[indicator_id]
    return tuple(core(name) for name in (one.name_zh, *one.aliases_zh))


@cache
def _counts(name: str) -> Counter[str]:
    return Counter(name)


@cache
def _places(name: str) -> Mapping[str, int]:
    """Return where each character of a name stands, as the bits of one number."""
    found: dict[str, int] = {}
    for at, char in enumerate(name):
        found[char] = found.get(char, 0) | 1 << at
    return found


def _common(first: str, second: str) -> int:
    """Return the length of the longest common subsequence.

    A row of the usual table is kept in the bits of one number (Hyyrö 2004), so
    that a character of `second` costs four operations whatever the length of `first`.
    """
    places = _places(first)
    row = (1 << len(first)) - 1
    for char in second:
        if at := places.get(char):
            here = row & at
            row = (row + here) | (row - here)
    return len(first) - (row & ((1 << len(first)) - 1)).bit_count()


@cache
def similarity(first: str, second: str, heads: bool = True) -> float:
    """Return how alike two folded names are, 0 to 1; 1 only for equal names.

    Twice the longest common subsequence by both lengths. Another order of the
    same characters counts a little less; a shorter name contained in the
    longer one counts as near if it is the end of it, where the head noun stands.
    With `heads`, names whose head nouns differ are not alike at all.
    """
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    shared = (_counts(first) & _counts(second)).total()
    if not shared:
        return 0.0
    total = len(first) + len(second)
    common = _common(first, second)
    if heads and first[-1] != second[-1] and _common(first[:-1], second[:-1]) == common:
        return 0.0  # the head nouns, which stand last, are different things
    found = max(2 * common / total, 0.92 * 2 * shared / total)
    short, long = sorted((first, second), key=len)
    if len(short) >= 3 and short[-2:] == long[-2:] and common == len(short):
        found = max(found, 0.8)
    return min(found, 0.99)
