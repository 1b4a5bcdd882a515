"""Characters that print nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import is_invisible, is_joiner, is_private, visible
from build_site.repair.rule import Stage, rule

_SUSPECT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff"
    r"\U000e0001-\U000e007f\U000f0000-\U0010ffff]"
)


def _by_itself(text: str, at: int) -> bool:
    """Return whether the character at `at` touches white space or the end of the text."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before or not after or before.isspace() or after.isspace()


def _joins(text: str, at: int) -> bool:
    """Return whether a joiner has a letter that joins, or an emoji, on both sides."""
    beside = (text[at - 1 : at], text[at + 1 : at + 2])
    return all(
        c and (unicodedata.category(c) in ("So", "Sk", "Mn", "Mc") or "\u0600" <= c <= "\u0dff")
        for c in beside
    )


@rule(
    zh="删去不显示的字符：零宽字符、软连字符、文中的字节序标记、控制字符和图标字体的私用区字符。",
    en="Drop characters that print nothing: zero-width, soft hyphen, stray byte order mark, "
    "control and direction characters, and private-use icons that stand by themselves.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.MECHANICAL,
    repairs={
        "高质量\u200b发展": "高质量发展",
        "\ufeff各位代表": "各位代表",
        "经\xad济": "经济",
        "\u202a2024年\u202c": "2024年",
        "一\r\n二": "一\n二",
        "一\u2028二": "一\n二",
        "\uf0b7 工作回顾": " 工作回顾",
    },
    leaves=(
        "各位代表：\n\u3000\u3000现在",
        "👨\u200d👩\u200d👧一家",
        "赵\ue43b同志",
        "一\t二",
        "𠮷林",
    ),
)
def invisible_characters(text: str) -> Iterator[Edit]:
    """Drop characters that print nothing; a private-use character inside a word may be a lost
    character, so it stays."""
    for match in _SUSPECT.finditer(text):
        at, char = match.start(), match[0]
        if is_private(char):
            if _by_itself(text, at):
                yield Edit(at, char, "")
        elif char == "\r":
            yield Edit(at, char, "" if text[at + 1 : at + 2] == "\n" else "\n")
        elif is_joiner(char) and _joins(text, at):
            continue
        elif visible(char) != char or is_invisible(char):
            yield Edit(at, char, visible(char))
