"""Traditional text written in Simplified characters: the door to OpenCC."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import opencc

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import is_han
from build_site.repair.rule import Stage, rule
from build_site.vocab.writing import traditional_words

_SENTENCE = re.compile(r"[^。！？!?；;\n]*[。！？!?；;\n]*")
_CLAUSE = re.compile(r"[^，,、：:（）()“”《》\n]*[，,、：:（）()“”《》\n]*")


@cache
def _converter() -> opencc.OpenCC:
    """Return the converter; `tw2s` knows 著 for 着 and changes no vocabulary (`tw2sp` does)."""
    return opencc.OpenCC("tw2s")


@cache
def _back() -> opencc.OpenCC:
    """Return the converter the other way, which knows what Simplified characters stand for."""
    return opencc.OpenCC("s2t")


def _has(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _script(char: str) -> int:
    """Return 1 for a character of Traditional text only, -1 for Simplified only, else 0.

    The character sets of the two scripts decide, not a list: GB 2312 for
    Simplified, Big5 for Traditional; a character must have a partner as well.
    What stands in both (著, 乾, 后) proves nothing.
    """
    if not is_han(char):
        return 0
    if not _has(char, "gb2312"):
        return int(str(_converter().convert(char)) != char)
    return 0 if _has(char, "big5") or str(_back().convert(char)) == char else -1


@cache
def _words() -> re.Pattern[str]:
    words = sorted(traditional_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def simplified(text: str) -> str:
    """Return Traditional `text` in Simplified characters, one for one."""
    out = str(_converter().convert(text))
    if len(out) != len(text):  # a conversion that is not one for one has no place of its own
        out = "".join(one if len(one := str(_converter().convert(c))) == 1 else c for c in text)
    chars = list(out)
    for match in _words().finditer(text):
        chars[match.start() : match.end()] = traditional_words()[match[0]]
    return "".join(chars)


def _weight(part: str) -> tuple[int, int]:
    """Return how many characters of `part` prove Traditional, and how many Simplified."""
    scripts = [_script(c) for c in part]
    return scripts.count(1), scripts.count(-1)


def _windows(text: str) -> Iterator[tuple[int, str, bool | None]]:
    """Yield offset, window and whether it is Traditional (None: nothing proves either)."""
    for match in _SENTENCE.finditer(text):
        traditional, simple = _weight(match[0])
        if traditional and simple:
            for clause in _CLAUSE.finditer(match[0]):
                if clause[0]:
                    one, other = _weight(clause[0])
                    verdict = one > other if one or other else None
                    yield match.start() + clause.start(), clause[0], verdict
        elif match[0]:
            verdict = bool(traditional) if traditional or simple else None
            yield match.start(), match[0], verdict


def _decided(text: str) -> Iterator[tuple[int, str]]:
    """Yield the windows to convert; one without proof follows the one before it."""
    waiting: list[tuple[int, str]] = []
    last: bool | None = None
    for start, part, verdict in _windows(text):
        if verdict is None and last is None:
            waiting.append((start, part))
            continue
        if last is None and verdict:
            yield from waiting
        last = last if verdict is None else verdict
        if last:
            yield start, part


@rule(
    zh="繁体写成简体，只在繁体文字处，逐字对应，不换词；著与着、乾与干等按词处理。",
    en="Write Traditional text in Simplified characters, one for one and without changing words; "
    "text that is Simplified already stays.",
    stage=Stage.SCRIPT,
    certainty=Certainty.MECHANICAL,
    repairs={
        "著力推進經濟發展，成效顯著": "着力推进经济发展，成效显著",
        "沿著黨指引的方向，打造著名商標": "沿着党指引的方向，打造著名商标",
        "乾西鄉乾部會議": "乾西乡干部会议",
        "毘山遺址與乾元鎮": "毘山遗址与乾元镇",
        "徵收補償，瞭解民情，瞭望臺": "征收补偿，了解民情，瞭望台",
        "建功新時代的磅礴力量": "建功新时代的磅礴力量",
        "後面裡面，週邊佈局": "后面里面，周边布局",
    },
    leaves=(
        "成效显著，着力推进",
        "乾隆年间的乾元镇",
        "著名企业家的著作",
        "毘山遗址公园",
        "於潜镇、瞭望塔",
        "指标完成",
        "朱镕基",
    ),
)
def traditional_to_simplified(text: str) -> Iterator[Edit]:
    """Write Traditional windows of a text in Simplified characters."""
    for start, part in _decided(text):
        pairs = enumerate(zip(part, simplified(part), strict=True))
        for differ, run in groupby(pairs, key=lambda pair: pair[1][0] != pair[1][1]):
            if differ:
                found = list(run)
                before = "".join(pair[0] for _, pair in found)
                after = "".join(pair[1] for _, pair in found)
                yield Edit(start + found[0][0], before, after)
