from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_site.model.capture import InputError
from build_site.publish.quality import PLACE, read_quality, with_quality
from tests.publish.small_tables import HOSTILE

ROW = {
    "measure_zh": "字符错误率",
    "measure_en": "Character error rate",
    "value": "0.4 %",
    "floor": "≤ 0.5 %",
    "sample": "湖州 2024",
    "date": "2026-11-22",
}
PAGE = f"<p>before</p>{PLACE}<p>after</p>"


def test_the_method_pages_keep_a_place_for_the_table() -> None:
    docs = Path(__file__).parents[2] / "docs"
    for language in ("zh", "en"):
        assert PLACE in (docs / language / "method.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "measure"), [("zh", "字符错误率"), ("en", "Character error rate")]
)
def test_measures_stand_in_the_language_of_the_page(language: str, measure: str) -> None:
    html = with_quality(PAGE, [ROW], language)
    assert f'<th scope="row">{measure}</th><td>0.4 %</td><td>≤ 0.5 %</td>' in html
    assert PLACE not in html and html.startswith("<p>before</p>")
    assert ('<span lang="zh">湖州 2024</span>' in html) == (language == "en")


def test_without_measurements_the_page_says_so(tmp_path: Path) -> None:
    assert read_quality(tmp_path / "quality.json") == ()
    assert "holds no measurements" in with_quality(PAGE, (), "en")


def test_a_hostile_value_stays_text() -> None:
    assert "<script" not in with_quality(PAGE, [{**ROW, "value": HOSTILE}], "en")


@pytest.mark.parametrize("content", [{}, [1], [{"value": 1}]])
def test_a_file_of_another_shape_is_an_error(tmp_path: Path, content: object) -> None:
    file = tmp_path / "quality.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError):
        read_quality(file)
