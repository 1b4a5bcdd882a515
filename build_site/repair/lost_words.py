"""Characters that a flattened table lost inside words, known from the same words elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN
from build_site.repair.lost_numbers import CERTAIN, LIKELY
from build_site.repair.words import likelihood

_STEM = 5  # code points before a figure that name what is counted
_PASSED = re.compile(
    rf"(?<=已)(?=[省市县区](?:委|政府|人大)[{HAN}0-9]{{0,20}}(?:审议|审定|同意|批准|通过))"
)
_BASIS = re.compile(
    rf"(?:^|(?<=[，。；\n]))(?P<clause>[{HAN}“”]{{3,14}})的?基础上(?=，)", re.MULTILINE
)
_SHORT = re.compile(rf"(?P<words>[{HAN}]{{{_STEM}}})(?=[0-9])")
_FIGURE = re.compile(r"[0-9]+\.[0-9]+[^0-9]")  # whole numbers meet by chance
_WINDOW = 8  # code points of a phrase that stands twice, once with a character less


def words(text: str) -> Iterator[Lacuna]:
    """Yield the characters missing inside words; offsets are code points."""
    for found in _PASSED.finditer(text):
        yield Lacuna(found.start(), "word", "经", CERTAIN, "passed by a body named behind it")
    for found in _BASIS.finditer(text):
        if not re.search("[在于从按以]", found["clause"]):
            at = found.start("clause")
            yield Lacuna(at, "word", "在", CERTAIN, "…的基础上 without 在")
    behind: dict[str, set[str]] = {one["words"]: set() for one in _SHORT.finditer(text)}
    for at in range(len(text) - _STEM):
        if text[at : at + _STEM] in behind:
            behind[text[at : at + _STEM]].add(text[at + _STEM])
    for found in _SHORT.finditer(text):
        following = behind[found["words"]] - {text[found.end()]}
        if len(following) == 1 and re.match(f"[{HAN}]", next(iter(following))):
            whole = found["words"] + next(iter(following))
            figure = _FIGURE.match(text, found.end())
            same = figure is not None and whole + figure[0] in text
            twice = text.count(whole) > 1 or (same and whole[-1] not in "达为到近约超仅共计")
            if twice and _breaks(found["words"], whole):
                note = f"{whole} elsewhere in the capture"
                yield Lacuna(found.end(), "word", next(iter(following)), LIKELY, note)
    yield from _twins(text)


def _whole(short: str, char: str, cut: int) -> str:
    return short[:cut] + char + short[cut:]


def _breaks(short: str, whole: str) -> bool:
    """Return whether `short` breaks a word of `whole`: less is then less likely than more."""
    return likelihood(whole) > likelihood(short)


def _twins(text: str) -> Iterator[Lacuna]:
    """Yield a character missing in a phrase of eight that stands whole elsewhere."""
    windows: dict[str, list[int]] = {}
    for run in re.finditer(f"[{HAN}]{{{_WINDOW},}}", text):
        for at in range(run.start(), run.end() - _WINDOW + 1):
            windows.setdefault(text[at : at + _WINDOW], []).append(at)
    shorter: dict[str, tuple[str, int]] = {}
    for phrase in windows:
        for cut in range(2, _WINDOW - 2):
            if phrase[cut] != phrase[cut - 1]:
                shorter.setdefault(phrase[:cut] + phrase[cut + 1 :], (phrase[cut], cut))
    told: set[int] = set()
    for run in re.finditer(f"[{HAN}]{{{_WINDOW - 1},}}", text):
        for at in range(run.start(), run.end() - _WINDOW + 2):
            found = shorter.get(text[at : at + _WINDOW - 1])
            if not found:
                continue
            short = text[at : at + _WINDOW - 1]
            if at + found[1] not in told and _breaks(short, _whole(short, *found)):
                told.add(at + found[1])
                note = "the same phrase elsewhere in the capture has it"
                yield Lacuna(at + found[1], "word", found[0], LIKELY, note)
