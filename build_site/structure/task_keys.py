"""Keys of tasks, made of what is printed: table or annex, group, number."""

from __future__ import annotations

from collections import Counter


class Keys:
    """Gives every task of a document a key in `[a-z0-9-]`, unique in the document.

    `14` is task 14 of a table that numbers straight through, `annex2-3-1` item 1
    of group 三 of 附件2, `livelihood-3` row 3 of the livelihood table. Where one
    printed number holds several rows, the later ones get `-2`, `-3`: the
    second row of number 1 is `livelihood-1-2`, whatever stands before it.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def key(self, *parts: str) -> str:
        """Return the key of the next task with these printed parts; empty parts are left out."""
        plain = "-".join(part for part in parts if part) or "task"
        self._seen[plain] += 1
        count = self._seen[plain]
        return plain if count == 1 else self.key(plain, str(count))


_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}


def numeral(printed: str) -> str:
    """Return a printed number in ASCII digits (十二 → 12); empty if it is none; up to 99."""
    if printed.isdecimal():
        return str(int(printed))
    tens, ten, ones = printed.rpartition("十")
    if any(c not in _DIGITS for c in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return ""
    if not ten:
        return str(_DIGITS[ones]) if ones else ""
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))
