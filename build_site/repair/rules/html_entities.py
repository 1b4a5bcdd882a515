"""Character references that were never decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import fold_width, visible
from build_site.repair.rule import Stage, rule

_REFERENCE = re.compile(
    r"&(?:amp;)*(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|<U\+([0-9A-Fa-f]{4,6})>"
)


def _printed(chars: str) -> str:
    """Return decoded characters as a reader would see them."""
    return "".join(visible(fold_width(c)) for c in chars)


@rule(
    zh="还原没有解码的字符引用，如 &nbsp;、&amp;、&#x2022;、<U+00A0>。",
    en="Decode character references left in the text, such as &nbsp;, &amp;, &#x2022; "
    "and <U+00A0>.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.MECHANICAL,
    repairs={
        "一&nbsp;二": "一 二",
        "研发投入R&amp;D": "研发投入R&D",
        "&ldquo;八八战略&rdquo;": "“八八战略”",
        "&#x2022; 湖州": "• 湖州",
        "亿元<U+00A0>": "亿元 ",
        "&amp;nbsp;一": " 一",
        "一&#8203;二": "一二",
    },
    leaves=(
        "R&D经费",
        "<南太湖新区、长合区管委会>",
        "AT&T;",
        "&nosuchname;",
        "U+00A0",
        "&#x110000;",
    ),
)
def html_entities(text: str) -> Iterator[Edit]:
    """Decode character references; unknown names stay as they are."""
    for match in _REFERENCE.finditer(text):
        name, code = match[1], match[2]
        if code or name.startswith("#"):
            point = (
                int(code, 16)
                if code
                else int("0" + name[1:].lower(), 16 if "x" in name.lower() else 10)
            )
            if not 0 < point <= 0x10FFFF or 0xD800 <= point <= 0xDFFF:
                continue
            chars = chr(point) if code else unescape(f"&{name};")
        elif f"{name};" in html5:
            chars = html5[f"{name};"]
        else:
            continue
        yield Edit(match.start(), match[0], _printed(chars))
