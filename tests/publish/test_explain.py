"""Raw beside repaired: every change is shown once, with its surroundings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_site.model.text import Document, Edit
from build_site.publish.explain import explained

DOCUMENT = Document("d", "世紀(jì)風\n\n" + "一" * 60 + "運(yùn)行").edited(
    "pinyin", [Edit(2, "(jì)", ""), Edit(70, "(yùn)", "")]
)


def test_a_change_is_shown_with_its_rule_and_line() -> None:
    first, second = explained(DOCUMENT)
    assert (first.line, first.raw, first.text) == (1, "世紀(jì)風", "世紀風")
    assert [m.of(first.raw) for m in first.raw_marks] == ["(jì)"]
    assert first.changes[0].rules == ("pinyin",)
    assert second.line == 3
    assert second.text.endswith("運行")


def test_at_keeps_only_the_stretches_where_the_text_stands() -> None:
    assert [e.text for e in explained(DOCUMENT, "世紀風")] == ["世紀風"]
    assert [e.text for e in explained(DOCUMENT, "(jì)")] == ["世紀風"]
    assert list(explained(DOCUMENT, "不在")) == []


def test_an_unchanged_document_has_nothing_to_explain() -> None:
    assert list(explained(Document("d", "原文"))) == []


@given(st.text("ab\n文", min_size=1, max_size=200), st.data())
def test_marks_quote_the_changed_places(raw: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(raw) - 1), unique=True))
    document = Document("d", raw).edited("r", [Edit(p, raw[p], "XY") for p in places])
    shown = [
        (m.of(e.raw), t.of(e.text))
        for e in explained(document)
        for m, t in zip(e.raw_marks, e.text_marks, strict=True)
    ]
    assert shown == [(raw[p], "XY") for p in sorted(places)]
