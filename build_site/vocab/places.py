"""Places of China (GB/T 2260) down to county level: look up by id, by code, by name in a text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from build_site.model.capture import InputError
from build_site.model.place import Level, Place
from build_site.model.text import Span

_FILE = Path(__file__).with_name("places.csv")
_COLUMNS = (
    "place_id",
    "gb2260",
    "name_zh",
    "name_en",
    "level",
    "parent_id",
    "valid_from",
    "valid_to",
    "short_zh",
)
_ID = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+){0,2}")
_DATE = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in a text; several candidates where places share the name."""

    span: Span  # code points of the text searched
    candidates: tuple[Place, ...]  # places in force first

    @property
    def name(self) -> str:
        """Return the name of the first candidate, for messages."""
        return self.candidates[0].name_zh


@dataclass(frozen=True)
class Places:
    """All places, sorted by place_id."""

    rows: tuple[Place, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Place]:
        """Return the places by place_id."""
        return {place.place_id: place for place in self.rows}

    @cached_property
    def by_code(self) -> Mapping[str, Place]:
        """Return the places by GB/T 2260 code; a code used twice means the place in force."""
        found: dict[str, Place] = {}
        for place in self.rows:
            if place.gb2260 not in found or not place.valid_to:
                found[place.gb2260] = place
        return found

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Place, ...]]:
        """Return the places by full and short Chinese name, places in force first."""
        found: dict[str, list[Place]] = {}
        for place in self.rows:
            for name in (place.name_zh, *place.short_zh):
                found.setdefault(name, []).append(place)
        return {name: tuple(sorted(of, key=_in_force_first)) for name, of in found.items()}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.by_name))

    def get(self, place_id: str) -> Place:
        """Return the place with this id; raise KeyError if there is none."""
        return self.by_id[place_id]

    def code(self, gb2260: str) -> Place:
        """Return the place with this six-digit code; raise KeyError if there is none."""
        return self.by_code[gb2260]

    def named(self, name: str) -> tuple[Place, ...]:
        """Return every place of this exact full or short name, places in force first."""
        return self.by_name.get(name, ())

    def parents(self, place: Place) -> tuple[Place, ...]:
        """Return the places above this one, nearest first."""
        above: list[Place] = []
        while place.parent_id:
            place = self.by_id[place.parent_id]
            above.append(place)
        return tuple(above)

    def within(self, inner: Place, outer: Place) -> bool:
        """Say whether `inner` is `outer` or lies in it."""
        return inner == outer or outer in self.parents(inner)

    def mentions(self, text: str) -> Iterator[Mention]:
        """Yield the place names in a text from left to right, longest first, none overlapping."""
        at = 0
        while at < len(text):
            for size in range(min(self._longest, len(text) - at), 1, -1):
                name = text[at : at + size]
                if name in self.by_name:
                    yield Mention(Span(at, at + size), self.by_name[name])
                    at += size
                    break
            else:
                at += 1

    def find(self, text: str) -> Place | None:
        """Return the place with the longest name in the text, the first of equals.

        Names that follow one another from large to small (南京市鼓楼区) are one
        name. A name that several places share is told apart by the other places
        named in the text; None if that does not decide, or no place is named.
        """
        found = list(self.mentions(text))
        best: tuple[int, Mention] | None = None
        length = 0
        for before, mention in zip([None, *found], found, strict=False):
            nested = before is not None and before.span.end == mention.span.start
            nested = nested and any(
                self.within(inner, outer)
                for inner in mention.candidates
                for outer in (before.candidates if before else ())
            )
            length = (length if nested else 0) + mention.span.end - mention.span.start
            if best is None or length > best[0]:
                best = (length, mention)
        if best is None:
            return None
        return self.resolve(best[1], [m for m in found if m is not best[1]])

    def resolve(self, mention: Mention, around: Iterable[Mention] = ()) -> Place | None:
        """Return the one place a mention can mean, given the mentions around it; else None."""
        live = [p for p in mention.candidates if not p.valid_to] or list(mention.candidates)
        if len(live) == 1:
            return live[0]
        top = [p for p in live if p.level in (Level.PROVINCE, Level.PREFECTURE)]
        others = [p for m in around for p in m.candidates if len(m.candidates) == 1]
        near = [p for p in mention.candidates if any(p != o and self.within(p, o) for o in others)]
        kept = [p for p in near if not p.valid_to] or near
        if len(kept) == 1:
            return kept[0]
        # 朝阳 beside 辽宁 is 朝阳市, in which 朝阳县 lies
        widest = [p for p in kept if all(self.within(q, p) for q in kept)]
        if widest:
            return widest[0]
        # 吉林, 海南, 伊犁: the higher place is meant unless the county is named in full
        if len(top) == 1 and not kept:
            return top[0]
        if len(top) == 2 and {p.level for p in top} == {Level.PROVINCE, Level.PREFECTURE}:
            return min(top, key=lambda p: p.level != Level.PROVINCE)
        return None


def _in_force_first(place: Place) -> tuple[bool, str]:
    return bool(place.valid_to), place.place_id


@cache
def places() -> Places:
    """Return the places of vocab/places.csv; raise InputError if the file is wrong."""
    return load_places(_FILE)


def load_places(path: Path) -> Places:
    """Read and check a places file; raise InputError with file, line and fault."""
    rows: list[Place] = []
    lines: dict[str, int] = {}
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.reader(file)
        header = tuple(next(table, ()))
        if header != _COLUMNS:
            raise InputError(path.name, "the header is wrong", f"Write {','.join(_COLUMNS)}", 1)
        for cells in table:
            place = _place(path.name, table.line_num, cells)
            if place.place_id in lines:
                raise InputError(
                    path.name,
                    f"{place.place_id} stands in line {lines[place.place_id]} already",
                    "Give each place an id of its own",
                    table.line_num,
                )
            lines[place.place_id] = table.line_num
            rows.append(place)
    for place in rows:
        if place.parent_id not in lines and place.level is not Level.NATION:
            raise InputError(
                path.name,
                f"there is no place {place.parent_id!r}",
                "Add the parent, or correct parent_id",
                lines[place.place_id],
            )
    return Places(tuple(sorted(rows, key=lambda p: p.place_id)))


def _place(file: str, line: int, cells: list[str]) -> Place:
    def wrong(what: str) -> InputError:
        return InputError(
            file, what, "Correct this row; places.md says what each column holds", line
        )

    if len(cells) != len(_COLUMNS):
        raise wrong(f"{len(cells)} cells instead of {len(_COLUMNS)}")
    row = dict(zip(_COLUMNS, cells, strict=True))
    if not _ID.fullmatch(row["place_id"]):
        raise wrong(f"{row['place_id']!r} is no place id")
    if not re.fullmatch(r"\d{6}", row["gb2260"]):
        raise wrong(f"{row['gb2260']!r} is no six-digit code")
    if row["level"] not in list(Level):
        raise wrong(f"unknown level {row['level']!r}")
    if not row["name_zh"] or not row["name_en"]:
        raise wrong("a name is missing")
    for column in ("valid_from", "valid_to"):
        if not _DATE.fullmatch(row[column]):
            raise wrong(f"{column} {row[column]!r} is no date")
    if row["place_id"].count("/") and row["place_id"].rpartition("/")[0] != row["parent_id"]:
        raise wrong(f"{row['place_id']} does not lie in {row['parent_id']!r}")
    short = tuple(row["short_zh"].split(";")) if row["short_zh"] else ()
    if any(len(name) < 2 for name in short):
        raise wrong("a short name has fewer than two characters")
    return Place(
        place_id=row["place_id"],
        gb2260=row["gb2260"],
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        level=Level(row["level"]),
        parent_id=row["parent_id"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        short_zh=short,
    )
