"""Spaces inside Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule

_SPACED = re.compile(
    f"(?:(?<=^)|(?<=[\\n。，、；：“”（）《》,;:!?() \t\u3000]))"
    f"[{HAN}](?:[ \t\u3000]{{1,2}}[{HAN}]){{3,}}"
    f"(?![{HAN}])",
)
_SPACE = re.compile("[ \t\u3000]+")


@rule(
    zh="删去逐字空开的词语中的空格，如“政 府 工 作 报 告”；姓名、段首和标题前的空格不动。",
    en="Drop the spaces of words set letter by letter; spaces in names, before headings and "
    "at the start of a paragraph stay.",
    stage=Stage.SPACING,
    certainty=Certainty.MECHANICAL,
    repairs={
        "政 府 工 作 报 告": "政府工作报告",
        "湖 州 市 人 民 政 府": "湖州市人民政府",
        "工 作 报 告\n各位代表": "工作报告\n各位代表",
    },
    leaves=(
        "张　健",
        "代市长 张 健",
        "意见。 一、过去一年",
        "\u3000\u3000各位代表",
        "工程 沿江新村",
        "干好一一 六、当好排头兵",
        "甲 乙 丙",
    ),
)
def spaces_between_han(text: str) -> Iterator[Edit]:
    """Drop spaces between four or more Han characters that stand one by one."""
    for run in _SPACED.finditer(text):
        for space in _SPACE.finditer(text, run.start(), run.end()):
            yield Edit(space.start(), space[0], "")
