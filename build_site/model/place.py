"""Places of GB/T 2260, down to county level."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Administrative level of a place."""

    NATION = "nation"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the places table; `place_id` is a path such as zhejiang/wenzhou/ruian."""

    place_id: str
    gb2260: str
    name_zh: str
    name_en: str
    level: Level
    parent_id: str
    valid_from: str = ""
    valid_to: str = ""
    short_zh: tuple[str, ...] = ()
