"""Wrong characters after repair, by class of rule: script, glosses, damage, spun words.

Gold: `jinhua-2024.restored.txt`, all of 004 restored by the developer of the
rule; `jinhua-2024.paragraphs-1-12.txt`, its first twelve paragraphs restored by
someone else; `huzhou-2024.sample.tsv`, six paragraphs of 000 typed in
Simplified characters while reading the capture.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import opencc

from build_site.model.report import Edition
from build_site.model.text import Document, Span
from tests.eval.compare import GLOSS
from tests.eval.row import Row
from tests.eval.spin import captured_004, edit_distance, folded, gold_004

GOLD = Path(__file__).parent / "gold"
PARAGRAPHS = GOLD / "jinhua-2024.paragraphs-1-12.txt"
SAMPLE = GOLD / "huzhou-2024.sample.tsv"
# what the three damaged places of 000 must read, from the sense and the bytes
_DAMAGED = ("投产。“新升规”工业企业140家", "火炬传递", "友好城市。筹建保障性租赁住房")
_OF_SIMPLIFIED = frozenset("著乾")  # Simplified as well: 著名, 乾西


def rate(read: Iterable[str], right: Iterable[str]) -> tuple[float, int]:
    """Return the character error rate, punctuation width and spaces apart, and its size."""
    wrong = size = 0
    for one, other in zip(read, right, strict=True):
        wrong += edit_distance(folded(one), folded(other))
        size += len(folded(other))
    return wrong / size, size


def _line_spans(raw: str) -> list[Span]:
    spans, at = [], 0
    for line in raw.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def _repaired_lines(document: Document, lines: Sequence[str]) -> list[str]:
    """Return what lines of the capture read after repair; the last such line of equal ones."""
    by_text = {span.of(document.raw): span for span in _line_spans(document.raw)}
    return [document.text_span(by_text[line]).of(document.text) for line in lines]


def _by(editions: Sequence[Edition], number: str) -> Document:
    return next(e.capture.document for e in editions if e.capture.capture_id.startswith(number))


def spun_errors(document: Document) -> tuple[int, int, int]:
    """Return (left as captured, restored wrongly, damaged though right) characters of 004."""
    left = wrong = damaged = 0
    lines = captured_004()
    for raw, now, right in zip(lines, _repaired_lines(document, lines), gold_004(), strict=True):
        raw, now, right = folded(raw), folded(now), folded(right)
        for tag, a, b, c, d in SequenceMatcher(None, now, right, False).get_opcodes():
            if tag == "equal":
                continue
            size = max(b - a, d - c)
            near = slice(max(0, a - 4), b + 4), slice(max(0, c - 4), d + 4)
            if now[near[0]] in raw:
                left += size
            elif right[near[1]] in raw:
                damaged += size
            else:
                wrong += size
    return left, wrong, damaged


def rows(editions: Sequence[Edition]) -> list[Row]:
    """Return the rows of 004 and 000."""
    return [*_spun_rows(_by_rule(_by(editions, "004"))), *_glossed_rows(_by(editions, "000"))]


def _by_rule(document: Document) -> Document:
    """Return the document as the rules left it: sidecar corrections, which come last, undone."""
    rules = tuple(step for step in document.passes if step.rule != "correction")
    return Document(document.id, document.raw, rules)


def _spun_rows(document: Document) -> list[Row]:
    lines = captured_004()
    before, size = rate(lines, gold_004())
    after, _ = rate(_repaired_lines(document, lines), gold_004())
    hand = PARAGRAPHS.read_text(encoding="utf-8").splitlines()
    hand_after, hand_size = rate(_repaired_lines(document, lines[: len(hand)]), hand)
    left, wrong, damaged = spun_errors(document)
    whole = (
        f"金华2024全文 {size} 字，对照规则开发者通读后的复原",
        f"all of Jinhua 2024, {size} characters, against a restoration by the rule's developer",
    )
    return [
        Row("characters.spun_captured", "伪原创文本：采集时的字错误率",
            "Spun text: character error rate as captured", before, *whole, at_most=True),
        Row("characters.spun", "伪原创文本：修复后的字错误率",
            "Spun text: character error rate after repair", after, *whole, at_most=True),
        Row("characters.spun_hand", "伪原创文本：修复后的字错误率，另一人复原的十二段",
            "Spun text: character error rate after repair, twelve paragraphs restored by another",
            hand_after, f"金华2024前十二段 {hand_size} 字，人工复原",
            f"first twelve paragraphs of Jinhua 2024, {hand_size} characters, restored by hand",
            at_most=True),
        Row("characters.spun_left", "其中：未复原的字", "of these: characters left as captured",
            left, *whole, form="count", at_most=True),
        Row("characters.spun_wrong", "其中：复原有误的字", "of these: characters restored wrongly",
            wrong, *whole, form="count", at_most=True),
        Row("characters.spun_damaged", "其中：原本无误而改错的字",
            "of these: right characters made wrong", damaged, *whole, form="count", at_most=True),
    ]  # fmt: skip


def _glossed_rows(document: Document) -> list[Row]:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        gold = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    spans = _line_spans(document.raw)
    raw = [spans[int(row["line"]) - 1] for row in gold]
    texts = [row["text"] for row in gold]
    before, size = rate([span.of(document.raw) for span in raw], texts)
    after, _ = rate([document.text_span(span).of(document.text) for span in raw], texts)
    sample = (
        f"湖州2024六段 {size} 字，对照采集件另行录入的简体",
        f"six paragraphs of Huzhou 2024, {size} characters, typed anew from the capture",
    )
    whole = (
        f"湖州2024全文 {len(document.text)} 字",
        f"all of Huzhou 2024, {len(document.text)} characters",
    )
    traditional = opencc.OpenCC("t2s")
    left = [
        char
        for char in document.text
        if char not in _OF_SIMPLIFIED and str(traditional.convert(char)) != char
    ]
    return [
        Row("characters.script_captured", "繁体加注音：采集时的字错误率",
            "Traditional with glosses: character error rate as captured", before, *sample,
            at_most=True),
        Row("characters.script", "繁体加注音：修复后的字错误率",
            "Traditional with glosses: character error rate after repair", after, *sample,
            at_most=True),
        Row("characters.glosses", "残留注音", "Pinyin glosses left",
            len(GLOSS.findall(document.text)), *whole, form="count", at_most=True),
        Row("characters.traditional", "残留繁体字", "Traditional characters left", len(left),
            *whole, form="count", at_most=True),
        Row("characters.damaged", "字节错位之处复原正确",
            "Places of byte damage restored rightly",
            sum(words in document.text for words in _DAMAGED), "湖州2024全部3处",
            "all 3 places of Huzhou 2024", form="count"),
    ]  # fmt: skip
