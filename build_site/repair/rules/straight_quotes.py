"""Straight quotation marks in Chinese prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule

_LINE = re.compile(r"[^\n]+")
_HAN = re.compile(f"[{HAN}]")


def _inside(line: str, at: int) -> bool:
    """Return whether the mark at `at` follows a Latin letter or a digit: it's, 12"."""
    before = line[at - 1 : at] if at else ""
    return before.isascii() and before.isalnum()


@rule(
    zh="汉语句子里成对的直引号写成弯引号。",
    en="Write straight quotation marks in Chinese prose as curly ones, in pairs.",
    stage=Stage.PUNCTUATION,
    certainty=Certainty.MECHANICAL,
    repairs={
        '深化"最多跑一次"改革': "深化“最多跑一次”改革",
        '"一带一路"和"八八战略"': "“一带一路”和“八八战略”",
        "推进'放管服'改革": "推进‘放管服’改革",
    },
    leaves=(
        '12"屏幕',
        'say "yes"',
        "“最多跑一次”",
        "it's 一个 don't",
        '"一带一路',
        "English 'a' only",
        '<a href="x">湖州</a>',
    ),
)
def straight_quotes(text: str) -> Iterator[Edit]:
    """Write straight quotation marks curly where a line holds whole pairs around Han characters."""
    for line in _LINE.finditer(text):
        for mark, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
            places = [i for i, c in enumerate(line[0]) if c == mark and not _inside(line[0], i)]
            if not places or len(places) % 2:
                continue
            pairs = list(zip(places[::2], places[1::2], strict=True))
            if not all(_HAN.search(line[0], a, b) for a, b in pairs):
                continue
            for a, b in pairs:
                yield Edit(line.start() + a, mark, opening)
                yield Edit(line.start() + b, mark, closing)
