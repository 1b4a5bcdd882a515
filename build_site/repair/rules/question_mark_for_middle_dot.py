"""The dot inside a transliterated name, lost in a conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule
from build_site.vocab.writing import name_characters

_BETWEEN = re.compile(f"(?<=[{HAN}])[?？](?=[{HAN}])")


def _run(text: str, at: int, step: int) -> int:
    """Return how many name characters stand in a row from `at` on, at most eight."""
    count = 0
    while 0 <= at < len(text) and count < 8 and text[at] in name_characters():
        count, at = count + 1, at + step
    return count


@rule(
    zh="音译人名两部分之间的“?”写回间隔号“·”。",
    en="Write the middle dot back where a question mark stands between the parts of a "
    "transliterated personal name.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.CONJECTURE,
    repairs={
        "代表买买提?艾力发言": "代表买买提·艾力发言",
        "阿不都热合曼?吐尔逊": "阿不都热合曼·吐尔逊",
        "古丽?买买提同志": "古丽·买买提同志",
        "吐尔逊?阿不都?热合曼": "吐尔逊·阿不都·热合曼",
    },
    leaves=(
        "怎么办?怎么干",
        "为什么?因为",
        "什么是幸福?群众说了算",
        "谁来干?我们干",
        "干什么?干实事",
        "友好城市?;I建",
    ),
)
def question_mark_for_middle_dot(text: str) -> Iterator[Edit]:
    """Write · for ? between two runs of at least two characters used in transliteration."""
    for match in _BETWEEN.finditer(text):
        left = _run(text, match.start() - 1, -1)
        right = _run(text, match.end(), 1)
        if left >= 2 and right >= 2 and left + right >= 5:
            yield Edit(match.start(), match[0], "·")
