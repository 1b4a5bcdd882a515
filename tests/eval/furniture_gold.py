"""What of the captures is body and what is furniture, as a reader marked it.

`gold/furniture.tsv` lists by code point of the capture what is not body; what
it does not list is body. `layout` (column heads and running numbers of a
table) counts for neither; `other article` (on the same page, but no report) is
furniture to this project and of no account in the comparison with tools that
cannot know what we look for. Standard library only: the comparison with other
tools runs in an environment of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).parent / "gold" / "furniture.tsv"
SEEDS = Path("seeds")
FATES = {"layout": "l", "other article": "o"}  # every other kind is furniture
_SHOWN = 8  # code points quoted at each end of a marked run


@dataclass(frozen=True, slots=True)
class Marked:
    """A capture and what each of its characters is.

    b(ody), f(urniture), o(ther article) or l(ayout).
    """

    name: str
    raw: str
    fates: str


def counted(char: str) -> bool:
    """Say whether a character counts: Han characters and digits.

    Letters are left out because they are mostly pinyin glosses, punctuation
    because tools differ in its width.
    """
    return "\u4e00" <= char <= "\u9fff" or char.isdecimal()


def marked_captures() -> Iterator[Marked]:
    """Yield the captures; raise ValueError if a marked run does not quote its capture."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for path in sorted(SEEDS.glob("00[0-4]_*.txt")):
        raw = path.read_bytes().decode("utf-8")
        fates = ["b"] * len(raw)
        for row in rows:
            if row["capture"] != path.stem[:3]:
                continue
            start, end = int(row["start"]), int(row["end"])
            quote = raw[start:end].replace("\n", "⏎")
            if not quote.startswith(row["opens"]) or not quote.endswith(row["closes"]):
                raise ValueError(f"{GOLD.name}: {row['capture']} at {start} reads {quote[:_SHOWN]}")
            fates[start:end] = FATES.get(row["kind"], "f") * (end - start)
        yield Marked(path.stem[:3], raw, "".join(fates))
