"""Places where something was lost on the way and nothing is left to restore it from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN

_UNIT = "[万亿千百元%％‰年月日个家户人项吨亩]"
_SPOT = re.compile(
    r"(?P<template>(?:\$[1-9]|\$\{[1-9]\}|\\[1-9])\.(?:\$[1-9]|\$\{[1-9]\}|\\[1-9])(?![0-9])"
    f"|(?<=[{HAN}])(?:\\$[1-9]|\\$\\{{[1-9]\\}})(?=[%％‰]))"
    f"|(?P<digit>[?？\ufffd](?=[.．][0-9]|{_UNIT})(?<=[{HAN}0-9.，,、][?？\ufffd])"
    f"|[?？\ufffd](?=[0-9])(?<=[0-9.][?？\ufffd])|(?<=[0-9][.．])[?？](?={_UNIT}))"
    f"|(?P<word>\ufffd+|[\ue000-\uf8ff](?<=[{HAN}].)(?=[{HAN}])"
    f"|[?？](?=[a-z\u00e0-\u01dc]{{1,6}}[)）])|[?？](?=[(（][a-z]*[\u00e0-\u01dc][a-z]*[)）]))"
)
_NOTES = {
    "template": "a template was printed instead of the figure it stands for",
    "digit": "a figure or a part of it cannot be read",
    "word": "a character cannot be read",
}


def lost(text: str) -> Iterator[Lacuna]:
    """Yield the places of a repaired text where a figure or a character is gone for good.

    `start` is the code point offset of what stands in its place (`$1.$2`, `?`,
    U+FFFD, a private-use character). Nothing is proposed: `likely` is empty.
    """
    for match in _SPOT.finditer(text):
        group = match.lastgroup or "word"
        kind = "word" if group == "word" else "digit"
        yield Lacuna(match.start(), kind, "", "unrecoverable", _NOTES[group])
