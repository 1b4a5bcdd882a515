"""Chinese names in the Latin alphabet."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from build_site.model.capture import InputError
from build_site.vocab.pinyin import syllables, teach

_SURNAMES = Path(__file__).with_name("surnames.csv")
_WORDS = Path(__file__).with_name("name_words.csv")
_DOTS = "·・•‧"


@cache
def surnames(file: Path = _SURNAMES) -> dict[str, str]:
    """Return surname → syllables of its reading as a surname (单 → shan, 尉迟 → yu chi).

    Raises InputError with file and line if a row is malformed or repeated.
    """
    readings: dict[str, str] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            surname, reading = row["surname"], row["reading"]
            if surname in readings:
                raise InputError(file.name, f"{surname} stands twice", "Keep one row", number)
            if not re.fullmatch(r"[a-z]+( [a-z]+)?", reading):
                problem = f"reading {reading!r} is not ASCII"
                raise InputError(file.name, problem, "Write pinyin without tones", number)
            readings[surname] = reading
    return readings


@cache
def name_words(file: Path = _WORDS) -> dict[str, tuple[str, str]]:
    """Return words inside names → (syllables, English); English is empty where pinyin stands.

    They are read wrongly one by one (长三角) or have an English name of their own.
    Raises InputError with file and line if a row is malformed.
    """
    words: dict[str, tuple[str, str]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            word, reading = row["word"], row["reading"]
            if len(reading.split()) != len(word) or word in words:
                problem = f"{word} stands twice or lacks a syllable for a character"
                raise InputError(file.name, problem, "Write one syllable a character", number)
            words[word] = (reading, row["name_en"])
    teach({word: reading for word, (reading, _) in words.items()})
    return words


def _syllables(han: str) -> list[str]:
    name_words()
    # GB/T 28039-2011 and passports write ü as yu; pypinyin writes it as v.
    found = syllables(han)
    return [re.sub(r"v", "yu", s) if re.search("[\u4e00-\u9fff]", han) else s for s in found]


def romanize(name: str) -> str:
    """Return `name` in lower-case ASCII pinyin, syllables joined by hyphens.

    Fit for identifiers: the same name always gives the same `[a-z0-9-]` string;
    signs without a reading are dropped.
    """
    joined = "-".join(_syllables(name)).lower()
    return re.sub(r"-+", "-", re.sub(r"[^a-z0-9]+", "-", joined)).strip("-")


def place_word(name: str) -> str:
    """Return a proper noun in pinyin as one capitalised word (长兴 → Changxing).

    A word with an English name of its own has that (长三角 → Yangtze River Delta).
    """
    for word, (_, english) in name_words().items():
        if english and word in name:
            before, after = name.split(word, 1)
            parts = (place_word(before), english, place_word(after))
            return " ".join(part for part in parts if part)
    return re.sub(r"[^A-Za-z0-9]", "", "".join(_syllables(name))).capitalize()


def split_name(name: str) -> tuple[str, str] | None:
    """Return (surname, given name) of a Han name of two to four characters; None if neither fits.

    A compound surname is preferred where a given name is left after it.
    """
    if not re.fullmatch("[\u4e00-\u9fff]{2,4}", name):
        return None
    known = surnames()
    if len(name) > 2 and name[:2] in known:
        return name[:2], name[2:]
    if name[0] in known and len(name) <= 3:
        return name[0], name[1:]
    return None


def person_name(name: str) -> str:
    """Return a person's name in pinyin, surname first (王纲 → Wang Gang, 单晓明 → Shan Xiaoming).

    Names with a middle dot, usual among minorities, keep their order and get
    one word per part; several names joined by 、 are joined by a comma. A name
    without a known surname is taken as one-character surname and given name.
    """
    if "、" in name:
        return ", ".join(person_name(part) for part in name.split("、") if part)
    parts = [part for part in re.split(f"[{_DOTS}]", name.strip()) if part]
    if len(parts) > 1:
        return " ".join(place_word(part) for part in parts)
    name = "".join(parts)
    if not name:
        return ""
    found = split_name(name)
    if found:
        surname, given = found
        words = [surnames()[surname].replace(" ", ""), *_given(given)]
    else:
        words = [*_given(name[:1]), *_given(name[1:])]
    return " ".join(word.capitalize() for word in words if word)


def _given(han: str) -> list[str]:
    # GB/T 28039-2011 sets an apostrophe before a, o, e inside a word (Xi'an).
    word = ""
    for syllable in _syllables(han):
        word += ("'" if word and syllable[0] in "aoe" else "") + syllable
    return [word] if word else []
