"""Ideographs that stand in Unicode twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.rule import Stage, rule
from build_site.vocab.writing import radical_forms

_FORM = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")


@rule(
    zh="把部首区和兼容区的汉字写成通用汉字，如部首“⽣”写成“生”；㎡、①不动。",
    en="Write radicals and compatibility ideographs as the characters they stand for; "
    "㎡ and ① stay.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.MECHANICAL,
    repairs={
        "⽣产": "生产",
        "⻓江": "长江",
        "⾼质量": "高质量",
        "\uf9dd益": "利益",
    },
    leaves=("100㎡", "①②③", "㈠", "﨎", "生产", "㎞"),
)
def compatibility_forms(text: str) -> Iterator[Edit]:
    """Write radicals and compatibility ideographs as unified ideographs."""
    forms = radical_forms()
    for match in _FORM.finditer(text):
        plain = forms.get(match[0]) or unicodedata.normalize("NFKC", match[0])
        if plain != match[0]:
            yield Edit(match.start(), match[0], plain)
