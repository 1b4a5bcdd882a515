"""Agencies: what a name as written stands for, from agencies.csv.

In that file `*` is the level or the place (市, 省, 长兴县): `*发展改革委` covers
市发展改革委, 省发展改革委 and 湖州市发展改革委 alike. `{level}` is its English.
`name_zh` is the full name where it is the same all over the country, else empty:
the name then stays as written.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError
from build_site.model.place import Level, Place
from build_site.vocab.romanize import place_word, romanize

_FILE = Path(__file__).with_name("agencies.csv")
KINDS = frozenset(
    {
        "department",
        "party_body",
        "government",
        "court",
        "enterprise",
        "mass_organisation",
        "management_committee",
        "group",
        "other",
    }
)
_LEVELS = {
    "自治区": "Regional",
    "省": "Provincial",
    "市": "Municipal",
    "州": "Prefectural",
    "盟": "League",
    "县": "County",
    "区": "District",
    "旗": "Banner",
    "镇": "Town",
    "乡": "Township",
}
_LEVEL = "|".join(_LEVELS)
# 新区, 开发区, 合作区 … are zones with a management committee, not districts.
_ZONES = {
    "经济技术开发区": "Economic and Technological Development Zone",
    "高新技术产业开发区": "High-tech Industrial Development Zone",
    "产业合作区": "Industrial Cooperation Zone",
    "合作区": "Cooperation Zone",
    "经开区": "Economic Development Zone",
    "高新区": "High-tech Zone",
    "开发区": "Development Zone",
    "示范区": "Demonstration Zone",
    "度假区": "Resort Zone",
    "旅游度假区": "Tourist Resort Zone",
    "保税区": "Bonded Zone",
    "综合保税区": "Comprehensive Bonded Zone",
    "风景区": "Scenic Area",
    "风景名胜区": "Scenic Area",
    "集聚区": "Cluster Zone",
    "片区": "Area",
    "新区": "New Area",
    "新城": "New Town",
    "园区": "Park",
    "区": "Zone",
}
_ZONE_NAMES = "|".join(sorted(_ZONES, key=len, reverse=True))
_COMMITTEE = re.compile(
    rf"(?P<where>.*?)(?P<zone>{_ZONE_NAMES})(?P<rest>.*?)(?:管委会|管理委员会)(?P<note>[（(].*[）)])?$"
)


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation of one place; `agency_id` is `<place_id>/agencies/<key>`."""

    agency_id: str
    name_zh: str
    name_en: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    pattern: re.Pattern[str]
    name_zh: str
    name_en: str
    kind: str


def _place_pattern(index: int) -> str:
    """Return what `*` stands for; the group names begin with p (place) or l (level)."""
    other = _LEVEL.replace("州|", "")
    word = "[^各级其他有关相（〈、\\s]"
    # 湖州, 杭州 are places, not prefectures: 州 counts as a level behind two characters only.
    return (
        f"(?:(?P<pa{index}>{word}{{2,9}}?)(?P<la{index}>州)|(?P<lb{index}>{_LEVEL})"
        f"|(?P<pb{index}>{word}{{1,9}}?)(?P<lc{index}>{other})|(?P<pc{index}>{word}{{2,4}}?))?"
    )


def _pattern(aliases: str) -> re.Pattern[str]:
    forms = sorted(aliases.split(";"), key=len, reverse=True)
    starred = [re.escape(_wide(form)) for form in forms]
    return re.compile(
        "|".join(
            form.replace(r"\*", _place_pattern(index), 1) for index, form in enumerate(starred)
        )
    )


@cache
def load_rows(file: Path = _FILE) -> tuple[_Row, ...]:
    """Read the table; InputError names file and line of a wrong key or kind or a double alias."""
    rows: list[_Row] = []
    keys: set[str] = set()
    aliases: dict[str, int] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            key = row["key"]
            if not re.fullmatch("[a-z0-9-]+", key) or key in keys:
                problem = f"key {key!r} is not ASCII or stands twice"
                raise InputError(file.name, problem, "Write a key of its own", number)
            if row["kind"] not in KINDS:
                problem = f"{row['kind']!r} is no kind of agency"
                raise InputError(file.name, problem, f"Write one of {sorted(KINDS)}", number)
            for alias in row["aliases"].split(";"):
                if alias in aliases:
                    problem = f"{alias} stands at line {aliases[alias]} too"
                    raise InputError(file.name, problem, "Keep one of them", number)
                aliases[alias] = number
            keys.add(key)
            rows.append(
                _Row(key, _pattern(row["aliases"]), row["name_zh"], row["name_en"], row["kind"])
            )
    # Names without a place (各区县政府) come first: `*政府` would read 各区县 as a place.
    return tuple(sorted(rows, key=lambda row: "(?P<" in row.pattern.pattern))


def _wide(name: str) -> str:
    """Return `name` with brackets as the file writes them."""
    table: dict[str, str | int | None] = {
        "(": "（",
        ")": "）",
        "<": "〈",
        ">": "〉",
        "＜": "〈",
        "＞": "〉",
        " ": None,
    }
    return name.translate(str.maketrans(table))


def _groups(match: re.Match[str]) -> tuple[str, str]:
    """Return (place word, level word) of the alias that matched."""
    found = {name[0]: value for name, value in match.groupdict().items() if value}
    return found.get("p", ""), found.get("l", "")


def _full(name: str, row: _Row, where: str, level: str, place: Place | None) -> str:
    """Return the full name, if the name as written is short for it; else the name as written.

    财政厅 is not short for 财政局: every character must stand in the full name, in order.
    """
    who = where + level
    if not row.name_zh:
        return name
    if not row.name_zh.startswith("*") and not where:
        who = place.name_zh if place and place.name_zh.endswith(level) else ""
    full = row.name_zh.replace("*", who)
    letters = iter(full)
    short = all(c in letters for c in (name if row.name_zh.startswith("*") else name[len(level) :]))
    return full if who and short else name


def _home(level: str, place: Place | None) -> str:
    """Return the id of the place an agency of this level belongs to, seen from `place`."""
    if place is None:
        return ""
    path = place.place_id.split("/")
    if level in ("省", "自治区"):
        return path[0]
    # 市 in the papers of a county or district is the prefecture above, unless it is a 市 itself.
    if level == "市" and place.level is Level.COUNTY and not place.name_zh.endswith("市"):
        return "/".join(path[:-1])
    return place.place_id


def _agency_id(home: str, key: str) -> str:
    return f"{home}/agencies/{key}" if home else f"agencies/{key}"


def _is_own(where: str, level: str, place: Place) -> bool:
    names = (place.name_zh, *place.short_zh)
    return where + level in names or any(where == n.rstrip("市县区州盟旗省") for n in names)


def _where_en(where: str, level: str) -> str:
    """Return the English of `*`: Municipal, Huzhou Municipal, Changxing County, Huzhou."""
    if not where:
        return _LEVELS.get(level, "")
    if not level:
        return place_word(where)
    return f"{place_word(where)} {_LEVELS[level]}"


def _known(name: str, place: Place | None) -> tuple[str, str, str, str] | None:
    """Return (id, full name, English, kind) if the vocabulary knows `name`."""
    for row in load_rows():
        match = row.pattern.fullmatch(name)
        if not match:
            continue
        where, level = _groups(match)
        key, home = row.key, _home(level, place)
        if where and not (place and _is_own(where, level, place)):
            key, home = f"{romanize(where + level)}-{key}", place.place_id if place else ""
        elif not where and level in ("州", "盟", "县", "区", "旗", "镇", "乡"):
            own = place is not None and place.name_zh.endswith(level)
            key = key if own else f"{_LEVELS[level].lower()}-{key}"
        english = _where_en(where, level)
        text = row.name_en.replace("{level}", english).replace("{level_lower}", english.lower())
        if name.endswith("厅"):
            text = text.replace("Bureau", "Department")
        text = re.sub(" +", " ", text).strip()
        full = _full(name, row, where, level, place)
        return _agency_id(home, key), full, text[:1].upper() + text[1:], row.kind
    return None


def _committee(name: str, place: Place | None) -> tuple[str, str, str, str] | None:
    """Return the same for the management committee of a zone (南太湖新区管委会)."""
    match = _COMMITTEE.fullmatch(name)
    if not match:
        return None
    zone = f"{place_word(match['where'])} {_ZONES[match['zone']]}".strip()
    rest = match["rest"]
    nested = re.fullmatch(rf"(.*?)({_ZONE_NAMES})", rest)
    if nested:
        zone = f"{place_word(nested[1])} {_ZONES[nested[2]]} of the {zone}"
    elif rest:
        zone = f"{zone} ({place_word(rest)})"
    english = f"Management Committee of the {zone}"
    if match["note"]:
        english += " (preparatory)" if "筹" in match["note"] else ""
    key = romanize(re.sub("管委会|管理委员会", "", name.split("（")[0])) + "-management-committee"
    full = name.replace("管委会", "管理委员会")
    return _agency_id(place.place_id if place else "", key), full, english, "management_committee"


@cache
def agency(name_zh: str, place: Place | None) -> Agency:
    """Return what an agency's name as written stands for, in the papers of `place`.

    Names that the vocabulary does not hold keep their Chinese name, get a key
    in pinyin and, as English, the pinyin of their words with level and kind of
    body in English. A bracket behind a known name (`市政务办（数字化改革专班）`)
    is a body of its own beside it; a bracket in 〈〉 adds members to a group.
    """
    name = _wide(name_zh)
    found = _known(name, place) or _committee(name, place)
    if not found:
        bracket = re.fullmatch(r"(.+?)[（〈](.+)[）〉]", name)
        if bracket and (head := agency(bracket[1], place)):
            parts = [_inner(part, name, place) for part in re.split("[、，]", bracket[2])]
            joined = " and ".join(parts)
            ending = "including the" if "〈" in name else "with the"
            found = (
                f"{head.agency_id}-{romanize(bracket[2])}",
                name,
                f"{head.name_en} ({ending} {joined})",
                head.kind,
            )
    if not found:
        found = (
            _agency_id(place.place_id if place else "", romanize(name) or "unnamed"),
            name,
            _composed(name),
            "other",
        )
    return Agency(*found)


def _inner(part: str, whole: str, place: Place | None) -> str:
    # 〈南太湖新区、长合区管委会〉: the last word belongs to all.
    if "管委会" in whole and not part.endswith("管委会"):
        part += "管委会"
    return agency(part, place).name_en


_BODIES = {
    "委员会": "Commission",
    "办公室": "Office",
    "工作组": "Working Group",
    "指挥部": "Headquarters",
    "领导小组": "Leading Group",
    "专班": "Task Force",
    "集团": "Group",
    "公司": "Company",
    "银行": "Bank",
    "中心": "Centre",
    "大学": "University",
    "学院": "College",
    "医院": "Hospital",
    "协会": "Association",
    "学会": "Society",
    "支队": "Detachment",
    "大队": "Brigade",
    "总队": "Corps",
    "公园": "Park",
    "管理处": "Administration",
    "街道": "Subdistrict",
    "委": "Commission",
    "局": "Bureau",
    "厅": "Department",
    "办": "Office",
    "处": "Division",
    "院": "Institute",
    "所": "Institute",
    "镇": "Town",
    "乡": "Township",
    "县": "County",
    "区": "District",
    "市": "City",
}


def _composed(name: str) -> str:
    """Return an English name made of level, pinyin and kind of body; pinyin where neither fits."""
    level = next((word for word in _LEVELS if name.startswith(word)), "")
    rest = name[len(level) :]
    body = next((word for word in _BODIES if rest.endswith(word) and rest != word), "")
    core = rest[: len(rest) - len(body)] if body else rest
    words = [_LEVELS.get(level, ""), place_word(core), _BODIES.get(body, "")]
    return " ".join(word for word in words if word) or name
