"""The review of the translations on the method page: counted, complete, inert."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.model.capture import InputError
from build_site.publish.review import PLACE, read_review, with_review

HEAD = "sample,document_id,zh,en_before,en_after,finding,reviewed_on\n"
ROOT = Path(__file__).parents[2]


def written(folder: Path, *rows: str) -> Path:
    file = folder / "review.csv"
    file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return file


def test_each_sampled_text_and_the_number_of_findings_are_shown(tmp_path: Path) -> None:
    file = written(tmp_path, "1,d/1,甲,A,A,none,2026-11-22", "1,d/1,乙,B,C,meaning,2026-11-22")
    page = with_review(f"<p>x</p>{PLACE}", read_review(file), "en")
    assert "2 texts" in page and "meaning 1" in page and "no fault 1" in page
    assert '<span lang="zh">乙</span>' in page
    assert page.count("<td>A</td>") == 1  # what was not changed is not repeated


def test_each_sample_is_counted_by_itself(tmp_path: Path) -> None:
    file = written(tmp_path, "1,d,甲,A,B,meaning,2026-11-21", "2,d,乙,C,C,none,2026-11-22")
    page = with_review(PLACE, read_review(file), "en")
    first, second = page.split("<li>")[1:3]
    assert "2026-11-21" in first and "meaning 1" in first
    assert "2026-11-22" in second and "meaning 0" in second


def test_both_languages_show_the_same_rows(tmp_path: Path) -> None:
    rows = read_review(written(tmp_path, "1,d/1,甲,A,B,term,2026-11-22"))
    assert with_review(PLACE, rows, "zh").count("<tr>") == with_review(PLACE, rows, "en").count(
        "<tr>"
    )


def test_nothing_in_it_becomes_markup(tmp_path: Path) -> None:
    rows = read_review(written(tmp_path, "1,d,<b>甲</b>,<script>x</script>,y,style,2026-11-22"))
    page = with_review(PLACE, rows, "zh")
    assert "<script>" not in page and "<b>" not in page


def test_without_a_review_the_page_says_so() -> None:
    assert "no record" in with_review(PLACE, (), "en")


def test_an_unknown_finding_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"review\.csv:2"):
        read_review(written(tmp_path, "1,d,甲,A,B,great,2026-11-22"))


def test_the_review_that_is_published_can_be_read() -> None:
    assert len(read_review(ROOT / "docs" / "translations" / "en" / "review.csv")) >= 60
