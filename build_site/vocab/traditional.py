"""Characters that Simplified text never has, as one expression."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError

_FILE = Path(__file__).with_name("traditional_characters.txt")


@cache
def traditional_characters(path: Path = _FILE) -> re.Pattern[str]:
    """Return an expression for one Traditional character; raise InputError on a wrong line."""
    characters: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        for character in line:
            if not "\u4e00" <= character <= "\u9fff" or character in characters:
                raise InputError(
                    str(path),
                    f"{character!r} is no Chinese character or stands twice",
                    "Remove it.",
                    number,
                )
            characters[character] = number
    return re.compile(f"[{''.join(characters)}]")
