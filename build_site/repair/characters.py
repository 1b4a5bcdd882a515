"""What a single character is worth: Han or not, and its plain form."""

from __future__ import annotations

import unicodedata

HAN = "〇㐀-䶿一-鿿𠀀-𳓿"
"""Unified ideographs, for use inside a regular expression class."""

HAN_OR_FORM = HAN + "⺀-⿕豈-﫿丽-𯨟"
"""The same with compatibility ideographs and radicals, which stand for them."""

_SPACES = frozenset("\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a")
_MORE_SPACES = frozenset("\u202f\u205f")
_LINE_ENDS = frozenset("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")

SPACES = _SPACES | _MORE_SPACES
"""Spaces that are printed like a common one; the ideographic space is none of them."""


def is_han(char: str) -> bool:
    """Return whether `char` is a unified ideograph or 〇."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇" or "𠀀" <= char <= "𳓿"


def is_private(char: str) -> bool:
    """Return whether `char` is of a private use area."""
    return unicodedata.category(char) == "Co"


def is_invisible(char: str) -> bool:
    """Return whether `char` prints nothing and carries nothing.

    Tab and line feed carry something; so do the joiners, beside an emoji or in
    an Indic or Arabic word, which is for the caller to see.
    """
    return char not in "\t\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs")


def is_joiner(char: str) -> bool:
    """Return whether `char` is a zero-width joiner or non-joiner."""
    return char in _JOINERS


def fold_width(char: str) -> str:
    """Return a full-width digit or Latin letter as ASCII, anything else as it is."""
    if "０" <= char <= "９" or "Ａ" <= char <= "Ｚ" or "ａ" <= char <= "ｚ":
        return chr(ord(char) - 0xFEE0)
    return char


def visible(char: str) -> str:
    """Return what is printed for a space, a line end or an invisible character."""
    if char in SPACES:
        return " "
    if char in _LINE_ENDS:
        return "\n"
    return "" if is_invisible(char) else char
