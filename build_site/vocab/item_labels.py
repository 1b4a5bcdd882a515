"""How the items of a list are numbered and their progress labelled: 3.… 进展情况：…

Segmentation asks whether a capture holds such a list, structure reads it; both
must mean the same lines.
"""

from __future__ import annotations

import re

_HAN = "[一二三四五六七八九十]{1,3}"

ITEM = re.compile(rf"(?:(\d{{1,3}})[.．、](?!\d)|({_HAN})、|[（(](\d{{1,3}}|{_HAN})[）)])\s*")
"""The number of an item at the beginning of a line; one of its groups is the number alone."""

PROGRESS = re.compile(
    r"[【［\[]?(?:目前|当前|上半年|全年|工作|任务)?(?:推进|完成|进展|落实|进度)情况[】］\]]?[：:]\s*"
)
"""The label of what has been done, at the beginning of a line."""
