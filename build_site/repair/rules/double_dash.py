"""The Chinese dash typed as hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule

_DASH = re.compile(f"(?<=[{HAN}”》）])(?:-{{2,3}}|–{{2}}|──|――)(?=[{HAN}“《（])")


@rule(
    zh="汉字之间的“--”写成破折号“——”；单个连接号不动。",
    en="Write two hyphens between Han characters as the Chinese dash; a single dash stays.",
    stage=Stage.PUNCTUATION,
    certainty=Certainty.MECHANICAL,
    repairs={
        "主线--高质量发展": "主线——高质量发展",
        "主线---高质量发展": "主线——高质量发展",
        "主线──高质量发展": "主线——高质量发展",
    },
    leaves=("2019--2020年", "杭州—宁波", "A--B", "主线——发展", "----------", "1-6月"),
)
def double_dash(text: str) -> Iterator[Edit]:
    """Write -- between Han characters as ——."""
    for match in _DASH.finditer(text):
        yield Edit(match.start(), match[0], "——")
