"""A generator of the damage that byte_slip undoes: clean text → GBK → read one byte late."""

from __future__ import annotations

import random

from build_site.repair.readings import toned_readings

_HALF = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}


def read_gbk(code: bytes, keep_ascii: bool = False) -> str:
    """Read GBK the way a careless converter does: `?` for what cannot be read.

    The byte behind a stray lead byte is swallowed, unless `keep_ascii`.
    """
    out: list[str] = []
    at = 0
    while at < len(code):
        if code[at] < 0x80:
            out.append(chr(code[at]))
            at += 1
            continue
        pair = code[at : at + 2]
        try:
            out.append(pair.decode("gb18030"))
        except UnicodeDecodeError:
            out.append("?")
            if keep_ascii and len(pair) == 2 and pair[1] < 0x80:
                at -= 1
        at += 2
    return "".join(out)


def half_width(text: str) -> str:
    """Write full-width forms half-width, as the captures have them."""
    return "".join(_HALF.get(c, c) for c in text)


def glossed(text: str, chance: float, dice: random.Random) -> str:
    """Print the pinyin behind some characters, as mirror sites do."""
    out: list[str] = []
    for char in text:
        out.append(char)
        if toned_readings(char) and dice.random() < chance:
            out.append(f"({min(toned_readings(char))})")
    return "".join(out)


def slipped(text: str, at: int, keep_ascii: bool = False) -> str:
    """Lose the lead byte of the character at `at`; a `?` is printed for it."""
    head, tail = text[:at], text[at:].encode("gb18030")
    return head + "?" + read_gbk(tail[1:], keep_ascii)


def gloss_inside(text: str, at: int) -> str | None:
    """Put a gloss between the two bytes of the character at `at`, as a byte-wise replacement does.

    The gloss is of the character that the trail byte before and the lead byte
    make together; None if they make none.
    """
    before, here = text[at - 1].encode("gb18030"), text[at].encode("gb18030")
    if len(before) != 2 or len(here) != 2:
        return None
    try:
        seen = (before[1:] + here[:1]).decode("gbk")
    except UnicodeDecodeError:
        return None
    if len(seen) != 1 or not toned_readings(seen):
        return None
    gloss = f"({min(toned_readings(seen))})"
    code = here[:1] + gloss.encode("gb18030") + here[1:] + text[at + 1 :].encode("gb18030")
    return text[:at] + read_gbk(code)
