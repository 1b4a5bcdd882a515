"""Stops printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule

_DOUBLED = re.compile(
    f"(?<=[{HAN}0-9A-Za-z%％”’》）)])(?:。。|，，|、、|；；|：：|,,|;;)(?![。，、；：,;])"
)


@rule(
    zh="重复的句读只留一个：“。。”写成“。”；省略号不动。",
    en="Keep one of two equal stops; runs of three and more and ellipses stay.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.MECHANICAL,
    repairs={
        "全面完成。。": "全面完成。",
        "增长6%，，其中": "增长6%，其中",
        "工业、、农业": "工业、农业",
        "农业;;工业": "农业;工业",
    },
    leaves=("……", "。。。", "好！！", "std::string", "完成。”。", "“。”"),
)
def doubled_stops(text: str) -> Iterator[Edit]:
    """Keep one of two equal stops."""
    for match in _DOUBLED.finditer(text):
        yield Edit(match.start(), match[0], match[0][0])
