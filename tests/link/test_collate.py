"""Two witnesses of one document: the readings that differ are found, the rest is silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.link.collate import collate, variants
from build_site.model.text import Document
from build_site.repair import repair

SEED = next(Path("seeds").glob("000*.txt"))


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    document = repair(Document(SEED.stem, SEED.read_bytes().decode("utf-8")))
    return [line.strip() for line in document.text.splitlines() if len(line.strip()) > 8]


def test_a_twin_with_three_words_changed_has_three_variants(paragraphs: list[str]) -> None:
    twin = list(paragraphs)
    changed = [
        next(i for i in range(at, len(twin)) if "发展" in twin[i] and len(twin[i]) > 30)
        for at in (5, 25, 50)
    ]
    for index, word in zip(changed, ("前进", "进展", ""), strict=True):
        twin[index] = twin[index].replace("发展", word, 1)
    found = list(variants("d", "c", [(f"p{i}", text) for i, text in enumerate(paragraphs)], twin))
    assert [one.paragraph_id for one in found] == [f"p{i}" for i in sorted(changed)]
    assert {one.reading for one in found} == {twin[i] for i in changed}
    assert {(one.document_id, one.capture_id) for one in found} == {("d", "c")}


def test_paragraph_breaks_width_and_spaces_are_no_variants(paragraphs: list[str]) -> None:
    joined = re.sub("，", ",", "".join(paragraphs))
    assert list(collate(paragraphs, [joined[:4000], " " + joined[4000:]])) == []


def test_a_cut_witness_lacks_what_was_cut(paragraphs: list[str]) -> None:
    half = len(paragraphs) // 2
    found = list(collate(paragraphs, paragraphs[:half]))
    assert [one.place for one in found] == list(range(half, len(paragraphs)))
    assert {one.text for one in found} == {""}


def test_a_paragraph_missing_in_the_middle_is_read_as_nothing(paragraphs: list[str]) -> None:
    index = next(i for i in range(30, len(paragraphs)) if len(paragraphs[i]) > 60)
    found = list(collate(paragraphs, paragraphs[:index] + paragraphs[index + 1 :]))
    assert [(one.place, one.text) for one in found] == [(index, "")]


@pytest.mark.parametrize(
    ("base", "other", "expected"),
    [
        (["增长5.8%左右。"], ["增长6.8%左右。"], [(0, "增长6.8%左右。")]),
        (["全市经济平稳运行", "民生持续改善"], ["全市经济平稳运行民生持续改善"], []),
        (["全市经济平稳运行。"], [], [(0, "")]),
        ([], ["全市经济平稳运行。"], []),
        (["甲乙丙丁"], ["甲乙丙丁"], []),
    ],
)
def test_small_witnesses(
    base: list[str], other: list[str], expected: list[tuple[int, str]]
) -> None:
    assert [tuple(one) for one in collate(base, other)] == expected


@given(st.lists(st.text("增长发展，。 \n", max_size=30), max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_witness_has_no_variants_of_itself(texts: list[str]) -> None:
    assert list(collate(texts, texts)) == []
