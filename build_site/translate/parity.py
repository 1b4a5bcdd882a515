"""Does the English say every figure of the Chinese, and no other?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from build_site.translate.figures import PERCENT, PLAIN, Figure, en_figures, zh_figures

MU_PER_HECTARE = 15
_ITEM = re.compile(r"(\d{1,2})\.(?=\d)")  # `2.1-6月` opens with an item number, not with 2.1
_HELP = re.compile(r"hectares?|square metres?|kilomet(?:re|er)s?|tonnes?")


@dataclass(frozen=True, slots=True)
class Parity:
    """The figures of one pair: how many were compared, which are lost and which added."""

    compared: int
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Tell whether nothing is lost and nothing added."""
        return not self.missing and not self.added


def _agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures say the same: equal, and of one kind where it is stated."""
    return one.value == other.value and one.kind == other.kind


def _times_more(figure: Figure) -> Figure:
    """Return 增长2倍 as English may say it: by 200 percent."""
    return Figure(figure.value * 100, PERCENT, figure.written, False)


def parity(zh: str, en: str, glosses: Iterable[str] = ()) -> Parity:
    """Compare the figures of a Chinese text and its translation.

    Every firm figure of the Chinese needs one of its own in the English; every
    figure in digits in the English needs a reason in the Chinese: a figure or
    numeral there, a conversion of mu to hectares beside it, or a gloss of the
    glossary (`glosses`: the notes of terms that may stand in the text).
    """
    item = _ITEM.match(zh)
    if item and en.startswith(f"{item[1]}."):
        zh, en = zh[item.end() :], en[item.end() :]
    left, right = list(zh_figures(zh)), list(en_figures(en))
    unused = sorted(right, key=lambda f: not f.firm)
    missing: list[str] = []
    firm = [f for f in left if f.firm]
    for figure in firm:
        wanted = [figure]
        if f"{figure.written}倍" in zh:
            wanted += [_times_more(figure), Figure(figure.value + 1, PLAIN, "", False)]
        found = next((o for w in wanted for o in unused if _agree(w, o)), None)
        if found is None:
            missing.append(figure.written)
        else:
            unused.remove(found)
    allowed = {f.value for f in left} | {f.value * 100 for f in left if f"{f.written}倍" in zh}
    allowed |= {f.value for note in glosses for f in en_figures(note)}
    added = [
        f.written for f in right if f.firm and f.value not in allowed and not _is_help(f, firm, en)
    ]
    return Parity(len(firm), tuple(missing), tuple(added))


def _is_help(figure: Figure, firm: list[Figure], en: str) -> bool:
    """Tell whether a figure converts mu of the Chinese into hectares, to within 2 percent."""
    if not _HELP.search(en):
        return False
    return any(
        abs(figure.value - other.value / MU_PER_HECTARE) <= other.value / MU_PER_HECTARE / 50
        for other in [*firm, Figure(Fraction(1), PLAIN, "", False)]
    )
