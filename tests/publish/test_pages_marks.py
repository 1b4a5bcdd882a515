from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.publish.pages_marks import captured, runs, with_lead, with_links


def edit(start: int, before: str, after: str) -> dict[str, Any]:
    return {
        "raw_start": start,
        "raw_end": start + len(before),
        "before": before,
        "after": after,
        "certainty": "conjecture",
    }


def paragraph(text: str, start: int = 100) -> dict[str, Any]:
    return {"text_zh": text, "raw_start": start}


@given(
    st.lists(st.tuples(st.text(max_size=5), st.text(min_size=1, max_size=4), st.text(max_size=4)))
)
def test_runs_join_to_the_text_and_to_the_capture(pieces: list[tuple[str, str, str]]) -> None:
    raw, text, edits = "", "", []
    for plain, before, after in pieces:
        edits.append(edit(100 + len(raw) + len(plain), before, after))
        raw += plain + before
        text += plain + after
    parts = runs(paragraph(text), edits)
    assert "".join(part.after for part in parts) == text
    if len(parts) > 1:
        assert captured(parts) == raw


def test_an_edit_that_does_not_fit_leaves_the_paragraph_whole() -> None:
    parts = runs(paragraph("发展很快"), [edit(90, "发", "發")])
    assert [(p.kind, p.after) for p in parts] == [("plain", "发展很快")]


@pytest.mark.parametrize(
    ("start", "shown"),
    [(0, "□发展很快"), (2, "发展□很快"), (4, "发展很快□")],
)
def test_a_lacuna_stands_where_its_offset_says(start: int, shown: str) -> None:
    parts = runs(paragraph("发展很快"), [edit(100, "發", "发")], [{"start": start}])
    assert "".join("□" if p.kind == "lacuna" else p.after for p in parts) == shown


def test_a_lead_ends_inside_a_plain_run() -> None:
    parts = with_lead(runs(paragraph("一是发展。二是改革"), [edit(100, "壹", "一")]), 5)
    assert [(run.after, lead) for run, lead in parts] == [
        ("一", True),
        ("是发展。", True),
        ("二是改革", False),
    ]


@given(
    st.text(min_size=4, max_size=20, alphabet="增长6%左右，突破4000亿元"),
    st.integers(0, 20),
    st.integers(1, 8),
    st.integers(0, 12),
)
def test_links_never_change_the_text(whole: str, start: int, size: int, lead: int) -> None:
    start = min(start, len(whole) - 1)
    end = min(start + size, len(whole))
    parts = with_lead(runs(paragraph(whole), []), lead)
    linked = with_links(parts, [(start, end, "../targets/#x")])
    assert "".join(run.after for run, _ in linked) == whole
    kinds = [run.kind for run, _ in linked]
    assert kinds.count("open") == kinds.count("close") <= 1
    if "open" in kinds:
        inside = linked[kinds.index("open") : kinds.index("close")]
        assert "".join(run.after for run, _ in inside) == whole[start:end]


def test_a_figure_inside_an_edit_stays_without_a_link() -> None:
    parts = with_lead(runs(paragraph("增长百分之六"), [edit(102, "6%", "百分之六")]), 0)
    assert with_links(parts, [(3, 5, "x")]) == parts
    assert len(with_links(parts, [(2, 6, "x")])) == len(parts) + 2
