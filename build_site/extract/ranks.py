"""Ranks: the words before them split into what is ranked and the field it is ranked in."""

from __future__ import annotations

import re
from functools import cache

from build_site.extract.words import any_of
from build_site.vocab.phrasing import phrasing


@cache
def _field() -> re.Pattern[str]:
    pools = any_of(phrasing().pools)
    return re.compile(
        r"(?:蝉联|跃居|位居|稳居|高居|连续居|继续居|居|位列|名列|列|排名|排|跻身|升至|跃升至|跃升到|保持|进入前列|进入|上升到|提升到|处于|挺进|冲进)在?(?P<f1>(?:(?!保持|位居|位列|跃居|居)[^，。；、]){0,16}?)(?:排名|位次)?$"
        rf"|(?P<f2>{pools}(?:同类|副省级|主要|重点|各|大中)?(?:城市|地级市|设区市|市|区|县|交易团)?)(?:排名|位次)?$"
    )


@cache
def _before_change() -> re.Pattern[str]:
    pools = any_of(phrasing().pools)
    return re.compile(
        r"(?:从|由)(?:上年(?:末|底)?|去年(?:末|底|同期)?|年初|原来|(?P<year>\d{4})年(?:末|底)?)?的?"
        rf"在?(?P<field>{pools}[^，。；、\d]{{0,8}})?$"
    )


def rank_before(words: str) -> tuple[str, str, str] | None:
    """Return (words, field, year) before a rank that was left: 增速由上年全省第9位跃升至第5位.

    None when the words name no rank before a change; the year is empty unless it is written.
    """
    match = _before_change().search(words)
    if not match:
        return None
    return words[: match.start()], match["field"] or "", match["year"] or ""


@cache
def _pool() -> re.Pattern[str]:
    return re.compile(any_of(phrasing().pools))


def rank_head(words: str) -> tuple[str, str]:
    """Return (words before the verb of the rank, the field): 增速居全省 → 增速, 全省."""
    match = _field().search(words)
    if not match:
        return words, ""
    found = match["f1"] or match["f2"] or ""
    if not found:
        named = _pool().findall(words, 0, match.start())
        found = named[-1] if named else ""
    return words[: match.start()], found.replace("\ue000", "").strip()
