"""Verbs of events that are promised and reported: 建成投用, 开工, 成功举办, 创成."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError

_FILE = Path(__file__).with_name("milestones.toml")
_SIDES = frozenset(("promised", "done"))
_PLACES = frozenset(("ahead", "behind"))
_WORDS = frozenset(("opening", "between", "unsettled", "pending", "partial", "pieces"))
_WORDS |= {"entitled", "limited", "lines"}

Verbs = Mapping[str, str]  # verb → stage


@dataclass(frozen=True, slots=True)
class Milestones:
    """The word lists of milestones.toml; a verb means one stage on each side and place."""

    promised_ahead: Verbs
    promised_behind: Verbs
    done_ahead: Verbs
    done_behind: Verbs
    opening: tuple[str, ...]
    between: tuple[str, ...]
    unsettled: tuple[str, ...]
    pending: tuple[str, ...]
    partial: tuple[str, ...]
    pieces: tuple[str, ...]
    entitled: tuple[str, ...]
    limited: tuple[str, ...]
    section: re.Pattern[str]  # of a line, named by its ends: the part behind the line's name

    def stage_of(self, verb: str) -> str:
        """Return the stage that a verb means; empty for a verb that means none."""
        tables = (self.promised_ahead, self.promised_behind, self.done_ahead, self.done_behind)
        return next((table[verb] for table in tables if verb in table), "")

    def whole(self, name: str) -> str:
        """Return a name without the words that make it a part of the thing: 首通段, A至B段."""
        section = self.section.fullmatch(name)
        if section:
            return section["line"]
        for piece in self.pieces:
            name = name.removesuffix(piece)
        return name


def parse_milestones(content: str, file: str) -> Milestones:
    """Return the word lists of a TOML text.

    Raises InputError if a list is missing or unknown, or a verb stands in two stages.
    """
    table = tomllib.loads(content)
    stages, words = table.get("stages", {}), table.get("words", {})
    if set(table) != {"stages", "words"} or set(words) != _WORDS:
        raise InputError(file, "unknown or missing list", f"[words] holds {sorted(_WORDS)}")
    stage_by_verb: dict[str, str] = {}
    found: dict[tuple[str, str], dict[str, str]] = {(s, p): {} for s in _SIDES for p in _PLACES}
    for stage, sides in stages.items():
        if set(sides) != _SIDES or any(set(places) != _PLACES for places in sides.values()):
            raise InputError(file, f"{stage} needs promised and done, each ahead and behind", "")
        for side, places in sides.items():
            for place, verbs in places.items():
                for verb in verbs:
                    if stage_by_verb.setdefault(verb, stage) != stage:
                        raise InputError(file, f"{verb} stands in two stages", "Keep one")
                    found[side, place][verb] = stage
    return Milestones(
        found["promised", "ahead"],
        found["promised", "behind"],
        found["done", "ahead"],
        found["done", "behind"],
        tuple(words["opening"]),
        tuple(words["between"]),
        tuple(words["unsettled"]),
        tuple(words["pending"]),
        tuple(words["partial"]),
        tuple(words["pieces"]),
        tuple(words["entitled"]),
        tuple(words["limited"]),
        re.compile(f"(?P<line>.+(?:{'|'.join(words['lines'])}))[^至]{{2,8}}至[^至]{{2,8}}段"),
    )


@cache
def milestones() -> Milestones:
    """Return the published word lists."""
    return parse_milestones(_FILE.read_text(encoding="utf-8"), _FILE.name)
