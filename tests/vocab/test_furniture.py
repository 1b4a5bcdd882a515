"""The lists of page furniture and of report words say what is wrong with a bad line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_site.vocab import furniture, report_words

CATEGORIES = "category,zh,en\nspam,垃圾信息,spam\n"
HEAD = "category,match,longest,pattern\n"


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(furniture, "_HERE", tmp_path)
    furniture.furniture_reasons.cache_clear()
    furniture.furniture_patterns.cache_clear()
    (tmp_path / "furniture_categories.csv").write_text(CATEGORIES, encoding="utf-8")
    yield tmp_path
    furniture.furniture_reasons.cache_clear()
    furniture.furniture_patterns.cache_clear()


def test_every_category_has_a_reason_in_both_languages() -> None:
    assert all(" / " in reason for reason in furniture.furniture_reasons().values())
    assert {p.category for p in furniture.furniture_patterns()} <= set(
        furniture.furniture_reasons()
    )


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("advert,regex,40,广告", "unknown category advert"),
        ("spam,near,40,广告", "regex or exact"),
        ("spam,regex,many,广告", "number of code points"),
        ("spam,regex,40,(广告", "unterminated"),
        ("spam,regex,40,", "every column"),
    ],
)
def test_a_bad_line_is_named_with_file_and_number(lists: Path, line: str, problem: str) -> None:
    (lists / "furniture.csv").write_text(HEAD + line + "\n", encoding="utf-8")
    with pytest.raises(furniture.FurnitureError, match=f"furniture.csv:2: .*{problem}"):
        furniture.furniture_patterns()


@pytest.mark.parametrize("lines", ["words\n新格局\n", "word\n新\n", "word\n新格局\n新格局\n"])
def test_a_bad_list_of_words_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str
) -> None:
    file = tmp_path / "report_words.csv"
    file.write_text(lines, encoding="utf-8")
    monkeypatch.setattr(report_words, "_FILE", file)
    report_words.report_words.cache_clear()
    with pytest.raises(report_words.ReportWordsError, match=r"report_words.csv:\d"):
        report_words.report_words()
    report_words.report_words.cache_clear()
