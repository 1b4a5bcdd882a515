"""Full-width digits and Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import fold_width
from build_site.repair.rule import Stage, rule

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[．.][０-９]+)*|(?<=[0-9])．(?=[0-9])")


@rule(
    zh="把全角数字、数字中的全角小数点和全角拉丁字母写成半角；全角标点不动。",
    en="Write full-width digits, their decimal points and full-width Latin letters in ASCII; "
    "other full-width marks stay.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.MECHANICAL,
    repairs={
        "２０２４年": "2024年",
        "增长５．７％": "增长5.7％",
        "ＧＤＰ": "GDP",
        "１０.５亿元": "10.5亿元",
        "第3．5期": "第3.5期",
    },
    leaves=("增长5.7%", "一，二。", "①②㎡", "％", "一．加快"),
)
def fullwidth_digits(text: str) -> Iterator[Edit]:
    """Write full-width digits and letters in ASCII; a full-width point only between digits."""
    for match in _WIDE.finditer(text):
        after = "".join(fold_width(c) for c in match[0])
        if match[0][0] != "．" and not match[0][0].isdigit():
            yield Edit(match.start(), match[0], after)  # letters: a point behind them is a mark
        else:
            yield Edit(match.start(), match[0], after.replace("．", "."))
