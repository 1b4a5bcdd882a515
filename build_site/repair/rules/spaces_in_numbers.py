"""Spaces as thousands separators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule

_GROUPED = re.compile(
    f"(?<![0-9.,:/-])(?<![0-9][ \t])[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?=\\.[0-9]|[{HAN}%‰])"
)
_SPACE = re.compile(" ")


@rule(
    zh="删去数字中作千分位的空格，如“1 029亿元”。",
    en="Drop spaces used as thousands separators, as in “1 029亿元”.",
    stage=Stage.SPACING,
    certainty=Certainty.MECHANICAL,
    repairs={
        "达到1 029亿元": "达到1029亿元",
        "完成4 015.5亿元": "完成4015.5亿元",
        "总量1 234 567人": "总量1234567人",
    },
    leaves=(
        "2020 2021年",
        "6 月",
        "10 20 30",
        "0 收藏 0 评论",
        "12 345",
        "1 029 1 030",
        "5 000 7 000个",
    ),
)
def spaces_in_numbers(text: str) -> Iterator[Edit]:
    """Drop single spaces between groups of three digits before a decimal point or a word."""
    for number in _GROUPED.finditer(text):
        for space in _SPACE.finditer(text, number.start(), number.end()):
            yield Edit(space.start(), " ", "")
