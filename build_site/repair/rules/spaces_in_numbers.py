"""Spaces inside numbers: thousands separators, and behind a decimal point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule

_GROUPED = re.compile(
    f"(?<![0-9.,:/-])(?<![0-9][ \t])[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?=\\.[0-9]|[{HAN}%‰])"
)
# 695. 41亿元, 3. 1 %: a word in front, so that the number of an item (1. 5个项目) stays
_DECIMAL = re.compile(
    f"(?<=[{HAN}])[0-9]{{1,6}}\\. [0-9]{{1,2}}(?: ?[%‰％]| ?(?=[万亿元个倍吨人户公平])|(?=[{HAN}]))"
)
_SPACE = re.compile(" ")


@rule(
    zh="删去数字中作千分位的空格和小数点后的空格，如“1 029亿元”“3. 1%”。",
    en="Drop spaces used as thousands separators and spaces behind a decimal point, as in "
    "“1 029亿元” and “3. 1%”.",
    stage=Stage.SPACING,
    certainty=Certainty.MECHANICAL,
    repairs={
        "达到1 029亿元": "达到1029亿元",
        "完成4 015.5亿元": "完成4015.5亿元",
        "总量1 234 567人": "总量1234567人",
        "总值695. 41亿元": "总值695.41亿元",
        "增长3. 1 %，": "增长3.1%，",
        "收入110. 6 亿元": "收入110.6亿元",
    },
    leaves=(
        "2020 2021年",
        "6 月",
        "10 20 30",
        "0 收藏 0 评论",
        "12 345",
        "1 029 1 030",
        "5 000 7 000个",
        "主要任务：1. 5个项目",
        "1. 2024年目标",
        "详见附件1. 2024年工作要点",
    ),
)
def spaces_in_numbers(text: str) -> Iterator[Edit]:
    """Drop single spaces between groups of three digits and behind a decimal point."""
    found = {
        space.start()
        for form in (_GROUPED, _DECIMAL)
        for number in form.finditer(text)
        for space in _SPACE.finditer(text, number.start(), number.end())
    }
    for at in sorted(found):
        yield Edit(at, " ", "")
