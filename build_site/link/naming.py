"""What a claim is about: its indicator, or its name as written without what says nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from build_site.link.actions import closing_group, group_of, is_money, stated
from build_site.model.claim import Claim
from build_site.vocab.comparability import comparability
from build_site.vocab.indicators import indicator_names, indicators

_NOT_WORDS = re.compile(r"[^0-9A-Za-z.\u3400-\u9fff]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FIGURE = re.compile(r"\d+(?:\.\d+)?[%‰万亿]*")
_COMPARATORS = re.compile(r"以上|以内|左右|不低于|不少于|超过|突破|力争|确保|稳定在|达到|控制在")
_LISTED = re.compile(r"([\u3400-\u9fff“”（）]{3,})\d[\d.]*[\u3400-\u9fff]{0,3}(?:以上)?、$")
_COUNTED = re.compile(
    r"([\u3400-\u9fff]{4,})\d[\d.]*[\u3400-\u9fff]{1,4}(?:以上)?[，,、][^，,。；;\d]{0,8}$"
)
_LED = re.compile(  # 45个省重大项目全部开工，完成投资
    r"\d[个项家]([\u3400-\u9fff]{3,}?)(?:已|均|全部|开工|完工|在建)[^，,。；;]*[，,][^，,。；;\d]{0,8}$"
)
_INVESTED = re.compile(r"(?:计划)?总?投资额?(?=\d)")
_SHARE = re.compile(r"(占.+?)的?(?:比重|比例)$")
_OF_LEVEL = re.compile(r"(?<![城省])([省市县])(?=重[大点])")  # 省重大项目, not 省市重点项目
_LEAST = 3  # characters that a name must keep without its verbs
_SHORT = 5  # a listed item whose name is longer stands for itself
_SCOPE = re.compile(r"^(?:全市|我市|全省|全县|全区)")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim measures. `indicator_id` is empty for a name the vocabulary does not know."""

    indicator_id: str
    name: str  # as compared: folded, without fillers, verbs and nouns of doing
    whole: str  # the same with verbs and nouns of doing: 市场改造
    action: str  # group of its verb, empty if it says nothing
    words: str  # the quote without its figure, folded
    marks: frozenset[str]  # the words in it that change what is measured
    levels: frozenset[str]
    numbers: frozenset[str]  # thresholds inside the name: 3 of 3亿元以上项目


@dataclass(frozen=True, slots=True)
class _Said:
    """The verbs of a claim: group stated before its figure, verb extracted, money or not."""

    stated: str
    verb: str
    money: bool

    def action(self, own: str, text: str) -> str:
        """Return the group of verbs; `own` is the verb inside the name, `text` the name itself."""
        opening = self.stated or group_of(self.verb) or group_of(own) or group_of(text)
        return opening or ("" if self.money else closing_group(text))


def core(name: str) -> str:
    """Return a name folded for comparison: no marks, no fillers, one way to write one thing."""
    plain = _unified(_SCOPE.sub("", name))
    for filler in comparability().fillers:
        plain = plain.replace(filler, "")
    return plain


def _unified(name: str) -> str:
    """Return a name without marks, with one way to write one thing.

    投资50亿元以上项目 is 50亿元以上项目, 占财政支出比重 is 占财政支出.
    """
    plain = _SHARE.sub(r"\1", _INVESTED.sub("", name))
    plain = _OF_LEVEL.sub(r"\1级", plain)
    for written, used in comparability().synonyms.items():
        plain = plain.replace(written, used)
    return _NOT_WORDS.sub("", plain)


@cache
def _known() -> dict[str, str]:
    found = {core(name): one.indicator_id for name, one in indicator_names().items()}
    return {name: indicator_id for name, indicator_id in found.items() if name}


@cache
def subject_of(claim: Claim) -> Subject:
    """Return what a claim measures, its indicator looked up once more by the folded name."""
    one = claim.statement
    written, level = one.indicator_zh, ""
    if not one.indicator_id:
        before = claim.paragraph[: one.quote.start]
        written = _headed(claim, _inherited(before, written))
        level = _inherited_level(before) if len(one.indicator_zh) <= _SHORT else ""
        if one.unit_zh.strip("万亿") in comparability().buildings:
            written = written.removesuffix("项目")
    said = _Said(stated(claim), one.action, is_money(one))
    return _subject(one.indicator_id, written, said, _words(claim), level)


def _words(claim: Claim) -> str:
    """Return the folded quote without its figure; empty if it holds several numbers."""
    quote = _COMPARATORS.sub("", claim.quote)
    numbers = list(_NUMBER.finditer(quote))
    return core(_FIGURE.sub("", quote)) if len(numbers) == 1 else ""


def _headed(claim: Claim, name: str) -> str:
    """Return a name that says nothing alone with the things counted before it in the sentence.

    实施重点项目300个，完成年度投资650亿元: the second is 重点项目投资.
    """
    figure = claim.statement.figure
    money = is_money(claim.statement)
    if figure is None or not money or core(name) not in comparability().bare:
        return name
    before = claim.paragraph[: figure.start]
    found = _LED.search(before) or _COUNTED.search(before)
    return _without_verb(found[1])[0] + name if found else name


def _without_verb(name: str) -> tuple[str, str]:
    """Return a name without the verb before it and the doing named behind it, and that verb."""
    lists = comparability()
    lead = next((word for word in lists.leading if name.startswith(word)), "")
    rest = name.removeprefix(lead)
    tail = next((word for word in lists.trailing if rest.endswith(word)), "")
    rest = rest.removesuffix(tail)
    return (rest, lead or tail) if len(rest) >= _LEAST else (name, "")


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
def _subject(indicator_id: str, written: str, said: _Said, words: str, level: str) -> Subject:
    lists = comparability()
    name = core(written)
    whole = said.verb or indicator_id or name in _known()
    bare, own = ("", "") if whole else _without_verb(written)
    name = core(bare) or name
    text = _unified(bare or written)
    return Subject(
        indicator_id or _known().get(name, ""),
        name,
        core(written),
        said.action(own, text),
        words,
        frozenset(word for word in lists.discriminators if word in text),
        frozenset(_levels(text)) or frozenset(filter(None, (level,))),
        frozenset(_NUMBER.findall(text)),
    )


def _levels(text: str) -> Iterator[str]:
    """Yield the levels of authority in a name; 省级以上 takes in more than 省级."""
    for word in comparability().levels:
        if word in text:
            above = f"{word}以上" in text or f"{word}及以上" in text
            yield word + "以上" if above else word


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
