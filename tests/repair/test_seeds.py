"""What repair does to the captures, counted: a change of a rule shows here as a diff.

Run with the variable UPDATE_GOLDEN set to write the file anew, then read its diff.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import opencc
import pytest

from build_site.model.text import Document
from build_site.repair import all_rules, repair
from build_site.repair.rule import Stage

GOLDEN = Path("tests/golden/repair.json")
SEEDS = sorted(Path("seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """Return the captures after all stages but WORDS, which has measures of its own."""
    return {
        seed.stem: before_words(Document(seed.stem, seed.read_bytes().decode("utf-8")))
        for seed in SEEDS
    }


def before_words(document: Document) -> Document:
    for one in all_rules():
        if one.stage < Stage.WORDS:
            document = document.edited(one.name, one.find(document.text), one.certainty)
    return document


def test_edits_by_rule_and_text_are_as_reviewed(documents: dict[str, Document]) -> None:
    measured = {
        name: {
            "edits": {step.rule: len(step.edits) for step in document.passes},
            "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
        }
        for name, document in documents.items()
    }
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(
            json.dumps(measured, ensure_ascii=False, indent=2, sort_keys=True) + "\n",
            encoding="utf-8",
        )
    assert measured == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_every_capture_comes_back(documents: dict[str, Document]) -> None:
    for seed in SEEDS:
        assert documents[seed.stem].undone().encode() == seed.read_bytes()


def test_the_glossed_capture_is_simplified_and_has_no_gloss(documents: dict[str, Document]) -> None:
    document = next(d for name, d in documents.items() if name.startswith("000"))
    counts = {step.rule: len(step.edits) for step in document.passes}
    assert counts["pinyin_gloss"] == 1581
    assert counts["byte_slip"] == 3
    for words in ("投产。“新升规”工业企业140家", "火炬传递", "友好城市。筹建保障性租赁住房"):
        assert words in document.text
    converter = opencc.OpenCC("t2s")
    left = {c for c in document.text if str(converter.convert(c)) != c}
    assert left <= {"著", "乾"}


def test_a_second_repair_changes_nothing(documents: dict[str, Document]) -> None:
    for name, document in documents.items():
        assert before_words(Document(name, document.text)).passes == ()


def test_repair_begins_with_these_passes(documents: dict[str, Document]) -> None:
    for seed in SEEDS:
        whole = repair(Document(seed.stem, seed.read_bytes().decode("utf-8")))
        shorter = documents[seed.stem].passes
        assert whole.passes[: len(shorter)] == shorter
