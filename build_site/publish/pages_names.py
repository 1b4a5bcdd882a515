"""Names of people, offices, meetings and defects in the language of the page."""

from __future__ import annotations

import re

from build_site.publish.pages_render import Renderer
from build_site.publish.pages_shelf import text
from build_site.publish.row import Row
from build_site.vocab.defects import defects
from build_site.vocab.officials import title_en
from build_site.vocab.romanize import person_name

_MEETING = re.compile(
    r"第([一二三四五六七八九十]+)届人民代表大会(?:第([一二三四五六七八九十]+)次)?会议$"
)
_DIGITS = "〇一二三四五六七八九"


def person(row: Row, stem: str, language: str) -> str:
    """Return a person named by `<stem>_zh`: in English in pinyin, surname first."""
    chinese = text(row, f"{stem}_zh")
    if language == "zh" or not chinese:
        return chinese
    return text(row, f"{stem}_en") or person_name(chinese)


def office(row: Row, stem: str, language: str) -> str:
    """Return a person's office; in Chinese on either page where its English is not known."""
    chinese = text(row, f"{stem}_title_zh")
    return chinese if language == "zh" else title_en(chinese) or chinese


def meeting(row: Row, place: str, language: str) -> str:
    """Return the meeting a report was given to; `place` is the place's name on the page."""
    chinese = text(row, "meeting_zh")
    found = _MEETING.search(chinese)
    if language == "zh" or not found or not place:
        return chinese
    congress = f"{ordinal(number_of(found[1]))} {place} People's Congress"
    if not found[2]:
        return f"Session of the {congress}"
    return f"{ordinal(number_of(found[2]))} Session of the {congress}"


def number_of(numeral: str) -> int:
    """Return the value of a Chinese numeral from one to ninety-nine."""
    tens, ten, ones = numeral.rpartition("十")
    value = _DIGITS.index(ones) if ones else 0
    return value + (10 * (_DIGITS.index(tens) if tens else 1) if ten else 0)


def ordinal(number: int) -> str:
    """Return an English ordinal in figures: 1st, 12th, 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def defect_name(code: str, renderer: Renderer) -> str:
    """Return what a class of damage, or of removed furniture, is called."""
    for defect in defects():
        if defect.defect == code:
            return defect.zh if renderer.language == "zh" else defect.en
    return renderer.word("category", code)
