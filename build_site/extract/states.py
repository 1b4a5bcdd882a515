"""How far things have come, said behind their name: 老旧小区|全部开工, 行政村|已完成治理."""

from __future__ import annotations

import re
from functools import cache

from build_site.extract.words import any_of
from build_site.vocab.phrasing import phrasing

_ALL = "(?:(?:已经?|均|都)*(?:全部|全面)(?:已经?)?|已经?|均已?)"
_ENDS = ("开工", "竣工", "完工", "投产", "投用", "建成", "开工建设", "建成投用", "建成投产")

_FINISHED = re.compile("[，、\\s]*(?:其中|目前|现)*(?:已经?|累计)*完成")


@cache
def _state() -> re.Pattern[str]:
    ends = any_of(phrasing().milestones & frozenset(_ENDS))
    return re.compile(rf"(?P<name>.{{3,}}?){_ALL}(?P<state>{ends}|完成[\u4e00-\u9fff]{{2}})")


def stated(words: str) -> tuple[str, str]:
    """Return a name and the state that the words say it has reached; the words and "" if none.

    Only where 全部, 均 or 已 parts them: 项目开工 may be a name.
    """
    match = _state().fullmatch(words)
    return (match["name"], match["state"]) if match else (words, "")


def finished(words: str) -> str:
    """Return 完成 where the words before a figure say no more: 开工146公里，已完成67公里."""
    return "完成" if _FINISHED.fullmatch(words) else ""
