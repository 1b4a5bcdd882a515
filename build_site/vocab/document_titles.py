"""English titles of documents, and the last part of their ids, by kind."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

from build_site.model.capture import InputError
from build_site.model.report import Kind

_FILE = Path(__file__).with_name("document_titles.toml")
_FIELDS = frozenset({"place", "year", "period"})


@dataclass(frozen=True, slots=True)
class TitleTemplates:
    """Titles to try in order, and the part a kind adds to `place/year`."""

    path: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the year a table covers, told by words of its title."""

    path: str
    words: tuple[str, ...]
    en: str


@dataclass(frozen=True, slots=True)
class DocumentTitles:
    """All templates by kind, and the periods in order of preference."""

    templates: Mapping[Kind, TitleTemplates]
    periods: tuple[Period, ...]

    def period(self, title_zh: str) -> Period | None:
        """Return the period that a Chinese title names, or None."""
        return next((p for p in self.periods if any(w in title_zh for w in p.words)), None)

    def path(self, kind: Kind, title_zh: str) -> str:
        """Return what follows `place/year` in the id: empty, progress-h1, responsibilities …"""
        path = self.templates[kind].path
        period = self.period(title_zh) if kind is Kind.PROGRESS_TABLE else None
        return f"{path}-{period.path}" if period else path

    def title(self, kind: Kind, place_en: str, year: int | None, title_zh: str) -> str:
        """Return the English title; empty if the kind has none."""
        period = self.period(title_zh)
        known = {
            "place": place_en,
            "year": "" if year is None else str(year),
            "period": period.en if period else "",
        }
        for template in self.templates[kind].titles:
            if all(known[name] for name in _fields(template) - {"period"}):
                return template.format(**known)
        return ""


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@lru_cache(maxsize=4)
def load_document_titles(
    path: Path = _FILE,
) -> DocumentTitles:
    """Return the title templates; raise InputError if a kind or a field is wrong."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    templates: dict[Kind, TitleTemplates] = {}
    for kind in Kind:
        if kind.value not in data:
            raise InputError(str(path), f"[{kind.value}] is missing", "Add path and titles.")
        entry = data[kind.value]
        for template in entry["titles"]:
            if not _fields(template) <= _FIELDS:
                raise InputError(
                    str(path),
                    f"[{kind.value}] {template!r} asks for {sorted(_fields(template))}",
                    "Use {place}, {year} and {period} only.",
                )
        templates[kind] = TitleTemplates(entry["path"], tuple(entry["titles"]))
    periods = tuple(Period(p["path"], tuple(p["words"]), p["en"]) for p in data["period"])
    return DocumentTitles(templates, periods)
