"""Spaces that only look common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import SPACES
from build_site.repair.rule import Stage, rule

_SPACE = re.compile(f"[{''.join(sorted(SPACES))}]+")


@rule(
    zh="把不换行空格等特殊空格写成普通空格；段首的全角空格不动。",
    en="Write no-break, thin and other special spaces as common spaces; ideographic spaces stay.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.MECHANICAL,
    repairs={
        "一\xa0二": "一 二",
        "1\u2009029亿元": "1 029亿元",
        "\u2002\u2003一": "  一",
        "一\u202f二": "一 二",
    },
    leaves=("一 二", "\u3000\u3000各位代表", "一\t二", "一\u200b二", "一\n二"),
)
def no_break_space(text: str) -> Iterator[Edit]:
    """Write special spaces as common spaces, one for one."""
    for match in _SPACE.finditer(text):
        yield Edit(match.start(), match[0], " " * len(match[0]))
