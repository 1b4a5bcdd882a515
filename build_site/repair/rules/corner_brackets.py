"""Corner brackets of Traditional typesetting back to the quotation marks of the mainland."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.rule import Stage, rule

# Pairs only, on one line: a lone bracket may be a mark of something else. An outer
# pair may hold an inner one of the other kind.
_PAIRS = (re.compile("「[^「」\n]{1,200}」"), re.compile("『[^『』\n]{1,200}』"))
_MARKS = {"「": "“", "」": "”", "『": "‘", "』": "’"}


@rule(
    zh="港台直角引号「」『』写回大陆通用的“”和‘’，只动成对的。",
    en="Write the corner brackets of Taiwan and Hong Kong typesetting as “ ” and ‘ ’.",
    stage=Stage.PUNCTUATION,
    certainty=Certainty.MECHANICAL,
    repairs={
        "实施「八八战略」": "实施“八八战略”",
        "『千万工程』，": "‘千万工程’，",
        "他说「要抓『两个维护』」": "他说“要抓‘两个维护’”",
    },
    leaves=("实施“八八战略”", "「没有另一半", "没有另一半」", "「」", "」「"),
)
def corner_brackets(text: str) -> Iterator[Edit]:
    """Yield an edit for each corner bracket that has its partner on the same line."""
    for pair in _PAIRS:
        for match in pair.finditer(text):
            for at in (match.start(), match.end() - 1):
                yield Edit(at, text[at], _MARKS[text[at]])
