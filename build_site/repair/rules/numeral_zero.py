"""The zero of years written in Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.rule import Stage, rule

_ZEROS = "ΟοОоOoＯｏ○◯0０"
_NUMERALS = "一二三四五六七八九"
_YEAR = re.compile(
    f"(?<![{_NUMERALS}{_ZEROS}〇零0-9A-Za-z])[一二][{_NUMERALS}{_ZEROS}〇零]{{3}}(?=\\s?年)"
)
_ZERO = re.compile(f"[{_ZEROS}]")


@rule(
    zh="汉字年份里冒充“〇”的希腊字母、拉丁字母、圆圈和数字写回“〇”。",
    en="Write 〇 where a Greek or Latin letter, a circle or a digit stands for it in a year "
    "written in Chinese numerals.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.MECHANICAL,
    repairs={
        "二ΟΟ九年": "二〇〇九年",
        "二O二四年": "二〇二四年",
        "二○一八年": "二〇一八年",
        "二0二三年": "二〇二三年",
        "一九八Ｏ年": "一九八〇年",
    },
    leaves=("二〇二四年", "2000年", "O2O模式", "二○", "○表示未完成", "二零二四年"),
)
def numeral_zero(text: str) -> Iterator[Edit]:
    """Write 〇 for its look-alikes inside a four-numeral year."""
    for year in _YEAR.finditer(text):
        for zero in _ZERO.finditer(text, year.start(), year.end()):
            yield Edit(zero.start(), zero[0], "〇")
