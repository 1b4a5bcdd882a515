"""The edit model: undo is exact, spans map both ways, wrong quotes are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.text import Certainty, Document, Edit, EditError, Span

ALPHABET = st.sampled_from("ab\n ,中文數𠮷😀é\u0301")
TEXT = st.text(ALPHABET, max_size=30)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    edits: list[Edit] = []
    at = 0
    while at < len(text):
        start = draw(st.integers(at, len(text)))
        if start >= len(text):
            break
        end = draw(st.integers(start + 1, min(len(text), start + 4)))
        edits.append(Edit(start, text[start:end], draw(st.text(ALPHABET, max_size=4))))
        at = end
        if draw(st.booleans()):
            break
    return edits


@st.composite
def documents(draw: st.DrawFn) -> Document:
    document = Document("d", draw(TEXT))
    for n in range(draw(st.integers(0, 4))):
        document = document.edited(f"r{n}", draw(edits_of(document.text)))
    return document


@given(documents())
def test_undo_gives_back_the_capture(document: Document) -> None:
    assert document.undone() == document.raw


@given(documents())
def test_merged_changes_alone_turn_the_capture_into_the_text(document: Document) -> None:
    out: list[str] = []
    at = at_text = 0
    for change in document.changes():
        assert change.raw.start >= at
        assert change.raw.end > change.raw.start
        out.append(document.raw[at : change.raw.start])
        at_text += change.raw.start - at
        assert change.text.start == at_text
        out.append(change.text.of(document.text))
        at, at_text = change.raw.end, change.text.end
    out.append(document.raw[at:])
    assert "".join(out) == document.text


@given(documents(), st.data())
def test_every_stretch_of_text_has_a_place_in_the_capture(
    document: Document, data: st.DataObject
) -> None:
    if not document.text:
        return
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    raw = document.raw_span(Span(start, end))
    assert 0 <= raw.start < raw.end <= len(document.raw)
    back = document.text_span(raw)
    assert back.start <= start and end <= back.end


@given(documents())
def test_unchanged_characters_map_to_themselves(document: Document) -> None:
    changed = [c.text for c in document.changes()]
    for i, char in enumerate(document.text):
        if not any(s.start <= i < s.end for s in changed):
            assert document.raw_span(Span(i, i + 1)).of(document.raw) == char


def test_rules_of_one_place_are_merged_in_order() -> None:
    document = Document("d", "世紀(jì)風")
    document = document.edited("pinyin", [Edit(2, "(jì)", "")])
    document = document.edited("simplify", [Edit(1, "紀風", "纪风")], Certainty.CONJECTURE)
    (change,) = document.changes()
    assert change.rules == ("pinyin", "simplify")
    assert change.certainty is Certainty.CONJECTURE
    assert change.raw.of(document.raw) == "紀(jì)風"
    assert change.text.of(document.text) == "纪风"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, "b", "x")],
        [Edit(0, "", "x")],
        [Edit(0, "ab", "x"), Edit(1, "b", "y")],
        [Edit(2, "c", "x")],
    ],
)
def test_wrong_quotes_and_overlaps_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(EditError):
        Document("d", "ab").edited("r", edits)


def test_an_edit_that_changes_nothing_makes_no_pass() -> None:
    document = Document("d", "ab")
    assert document.edited("r", [Edit(0, "a", "a")]) is document
