"""The byte-slip rule against damage made on purpose, and against prose with question marks."""

from __future__ import annotations

import random
import re
from pathlib import Path

import opencc
import pytest

from build_site.model.text import Document
from build_site.repair.rules.byte_slip import byte_slip
from build_site.repair.rules.pinyin_gloss import pinyin_gloss
from build_site.repair.rules.traditional_to_simplified import simplified
from build_site.repair.spin_model import LanguageModel, count_ngrams
from tests.repair.damage import gloss_inside, glossed, half_width, slipped

CLEAN = Path("seeds/002_1d3ab0f540b61540.txt").read_text(encoding="utf-8")
SENTENCE = r"[^\n]{60,120}?。"
SENTENCES = re.findall(SENTENCE, CLEAN)
WIDE = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！"}
LOST = re.compile(r"[?？]+(?:[(（]?[a-zü\u00e0-\u01dc]+[)）])?")


def wide(text: str) -> str:
    return re.sub(r"(?<!\d)[,;:()!]|[,;:()!](?!\d)", lambda m: WIDE[m[0]], text)


def plain(text: str) -> str:
    return half_width(Document("d", text).edited("gloss", pinyin_gloss(text)).text)


def repaired(text: str) -> str:
    return Document("d", text).edited("byte_slip", byte_slip(text)).text


def cases(number: int, sentences: list[str]) -> list[tuple[str, str]]:
    """Return pairs of damaged and clean text: both scripts, three ways of damage."""
    dice, traditional = random.Random(5), opencc.OpenCC("s2t")
    found: list[tuple[str, str]] = []
    while len(found) < number:
        text = wide(dice.choice(sentences))
        if dice.random() < 0.7:
            text = str(traditional.convert(text))
        at = dice.randrange(10, len(text) - 15)
        head = glossed(text[:at], 0.06, dice)
        whole = head + glossed(text[at:], 0.12, dice)
        way = dice.randrange(3)
        if len(text[at].encode("gb18030")) != 2:
            continue
        if way == 2:
            damaged = None if head.endswith(")") else gloss_inside(whole, len(head))
        else:
            damaged = slipped(whole, len(head), keep_ascii=way == 1)
        if damaged is not None:
            found.append((half_width(damaged), plain(whole)))
    return found


def halves() -> list[tuple[list[str], str]]:
    """Return sentences of one half of a collection, and the other half, both ways."""
    cut = CLEAN.rindex("\n", 0, len(CLEAN) // 2)
    one, other = CLEAN[:cut], CLEAN[cut:]
    return [(re.findall(SENTENCE, one), other), (re.findall(SENTENCE, other), one)]


@pytest.mark.parametrize("half", [0, 1])
def test_damage_made_on_purpose_is_undone_or_left_open_and_hardly_ever_misread(
    half: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences, other = halves()[half]
    model = LanguageModel(count_ngrams([wide(other)]))  # what it never read, it cannot repeat
    monkeypatch.setattr("build_site.repair.rules.byte_slip.official_prose", lambda: model)
    exact = wrong = 0
    made = cases(150, sentences)
    for damaged, clean in made:
        result = plain(repaired(damaged))
        if simplified(result) == simplified(clean):
            exact += 1
        elif repaired(damaged) != damaged:
            left_open = ".{0,4}".join(map(re.escape, LOST.split(result)))
            wrong += re.fullmatch(left_open, clean) is None
        digits = re.findall(r"\d", result)
        assert digits == re.findall(r"\d", plain(damaged)), damaged  # a digit is never guessed
    assert exact >= 0.65 * len(made)
    assert wrong <= 0.02 * len(made)  # 4 of 600 when measured at length


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("火炬?zhèn)鬟f", "火炬傳遞"),
        ("城市?;I建保障性租賃住房", "城市。籌建保障性租賃住房"),
        ("工业企业?“新升规”企业", "工业企业?“新升规”企业"),
        ("防控的人民??(zhàn)爭", "防控的人民戰爭"),  # both bytes gone, the gloss is left
        ("斷??(miàn)水質", "斷??(miàn)水質"),  # readings leave it open
        ("提升基层治理?八膫?脚_”建設", "提升基层治理“四個平臺”建設"),  # 80 begins no character
    ],
)
def test_known_damage(raw: str, text: str) -> None:
    assert repaired(raw) == text


def test_question_marks_in_prose_are_left_alone() -> None:
    dice, traditional = random.Random(3), opencc.OpenCC("s2t")
    marks = [
        "?",
        "？",
        "?A",
        "?;",
        "?“",
        "?(一)",
        "?G",
        "?!",
        "\ufffd",
        "?5",
        "”?",
        "😀?",
        "?\ue000",
    ]
    for text in dice.choices(SENTENCES, k=400):
        if dice.random() < 0.5:
            text = str(traditional.convert(text))
        at = dice.randrange(1, len(text) - 1)
        questioned = text[:at] + dice.choice(marks) + text[at:]
        assert repaired(questioned) == questioned


def test_what_the_bytes_no_longer_hold_is_said_in_the_note() -> None:
    text = "加快国家慢性病综合防控示范市建设，加强医疗卫生" + slipped("品牌学科建设，完成12个", 0)
    notes = [edit.note for edit in byte_slip(half_width(text))]
    assert notes and all("cannot be recovered" in note for note in notes)
