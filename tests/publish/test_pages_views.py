"""The report page: languages, readings, marks and the edits of each paragraph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from build_site.publish.pages import write_pages
from build_site.publish.pages_render import Page
from tests.publish.small_tables import HOSTILE, REPORT, TABLE, tables
from tests.publish.test_pages import RULES, rendered

DRAFT = "Draft translation by this project, not an official one"
OWED = "Translation to come"


def report(folder: Path, language: str, made: dict[str, Any], name: str = REPORT) -> BeautifulSoup:
    write_pages(made, folder, RULES)
    return rendered(folder / language / "reports" / name / "index.md")


def translated(status: str, count: int = 2) -> dict[str, Any]:
    """Return tables in which the first `count` paragraphs of the report have an English text."""
    made = tables("")
    rows = [dict(row) for row in made["paragraphs"]]
    for index, row in enumerate(rows):
        known = index < count
        row["text_en"] = "English words." if known else ""
        row["translation_status"] = status if known else "none"
    section = {**made["sections"][0], "title_en": "I. Review"}
    return {**made, "paragraphs": tuple(rows), "sections": (section,)}


def found(page: BeautifulSoup, identifier: str) -> Tag:
    tag = page.find(id=identifier)
    assert isinstance(tag, Tag)
    return tag


def classes(tag: Tag) -> list[str]:
    return [str(p["class"][0]) for p in tag.find_all("p", recursive=False)]


@pytest.mark.parametrize(
    ("language", "order"), [("en", ["wr-en", "wr-zh"]), ("zh", ["wr-zh", "wr-en"])]
)
def test_both_languages_stand_in_one_paragraph_the_page_s_own_first(
    tmp_path: Path, language: str, order: list[str]
) -> None:
    paragraph = found(report(tmp_path, language, translated("draft")), "p-bbb001")
    assert classes(paragraph) == order
    assert [p["lang"] for p in paragraph.find_all("p", recursive=False)] == [
        name.removeprefix("wr-") for name in order
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_views_are_radio_buttons_and_the_page_s_language_is_chosen(
    tmp_path: Path, language: str
) -> None:
    page = report(tmp_path, language, translated("draft"))
    views = page.select("input[type=radio][name=wr-view]")
    assert {str(v["id"]) for v in views} == {f"wr-view-{c}" for c in ("en", "zh", "side", "lines")}
    assert [v["id"] for v in views if v.has_attr("checked")] == [f"wr-view-{language}"]
    assert all(v.find_parent("label") for v in views)
    assert page.select("fieldset > legend")


@pytest.mark.parametrize(
    ("status", "count", "said", "not_said"),
    [
        ("draft", 2, [DRAFT], [OWED, "paragraphs are translated"]),
        ("draft", 1, [DRAFT, OWED, "1 of 2 paragraphs are translated"], []),
        ("reviewed", 2, [], [DRAFT, OWED]),
        ("none", 0, [OWED], [DRAFT]),
    ],
)
def test_the_notice_says_how_far_the_translation_has_come(
    tmp_path: Path, status: str, count: int, said: list[str], not_said: list[str]
) -> None:
    text = report(tmp_path, "en", translated(status, count)).get_text()
    assert all(words in text for words in said)
    assert not any(words in text for words in not_said)


def test_an_untranslated_report_offers_no_choice_of_language(tmp_path: Path) -> None:
    page = report(tmp_path, "en", translated("none", 0))
    assert not page.select("input[name=wr-view]")
    assert classes(found(page, "p-bbb001")) == ["wr-zh"]


def test_headings_are_in_the_page_s_language_with_the_other_below(tmp_path: Path) -> None:
    page = report(tmp_path, "en", translated("draft"))
    heading = found(page, "s-aaa111")
    assert heading.get_text() == "I. Review" and not heading.get("lang")
    below = heading.find_next_sibling("p")
    assert isinstance(below, Tag) and below.get_text() == "一、回顾" and below["lang"] == "zh"


@pytest.mark.parametrize(("status", "draft"), [("draft", True), ("reviewed", False)])
def test_an_english_citation_names_the_translation_as_ours(
    tmp_path: Path, status: str, draft: bool
) -> None:
    english = report(tmp_path, "en", translated(status)).select_one(".wr-cite")
    chinese = report(tmp_path, "zh", translated(status)).select_one(".wr-cite")
    assert english and chinese
    assert "work-reports project" in english.get_text()
    assert ("Draft translation" in english.get_text()) == draft
    assert "work-reports" not in chinese.get_text()


def test_the_captured_reading_stands_beside_the_edited_one(tmp_path: Path) -> None:
    page = report(tmp_path, "zh", tables())
    paragraph = found(page, "p-bbb000")
    edited, captured = paragraph.find_all("p", recursive=False)[:2]
    assert edited["class"] == ["wr-zh", "wr-differs"] and captured["class"] == ["wr-raw"]
    assert captured.get_text().startswith(f"地(dì){HOSTILE}")
    assert page.select("input[name=wr-reading]")


def test_a_paragraph_without_edits_has_one_reading(tmp_path: Path) -> None:
    paragraph = found(report(tmp_path, "zh", tables()), "p-bbb001")
    assert not paragraph.select(".wr-raw, .wr-differs")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_conjecture_shows_rule_readings_alternatives_and_note(
    tmp_path: Path, language: str
) -> None:
    page = report(tmp_path, language, tables())
    edits = found(page, "p-bbb000").select_one("details.wr-app")
    assert edits is not None and not edits.has_attr("open")
    link = edits.select_one("a")
    assert link is not None and str(link["href"]).endswith("rules/pinyin_gloss/")
    (entry,) = edits.select("ol > li")
    assert entry["value"] == "1"
    said = entry.get_text()
    assert "→ “地区”" in said and "“地段”" in said and HOSTILE.replace(";", "") in said
    assert page.select("#p-bbb000 .wr-zh .wr-conjecture")


def test_a_lacuna_tells_kind_reading_and_certainty_without_a_title(tmp_path: Path) -> None:
    page = report(tmp_path, "en", tables("湖"))
    gap = page.select_one("#p-bbb001 .wr-lacuna")
    assert gap is not None and gap["role"] == "img" and gap.get_text() == ""
    assert gap["aria-label"] == "text missing here: digit, perhaps “湖” (likely)"
    assert not page.select("[title]")


def test_cells_of_a_task_table_are_in_english_where_translated(tmp_path: Path) -> None:
    page = report(tmp_path, "en", translated("draft", 4), TABLE)
    cell = found(page, "p-ccc001")
    assert classes(cell) == ["wr-en", "wr-zh"]
    assert "English words." in cell.get_text()


def test_hostile_words_stay_words_in_the_facts_for_search_engines(tmp_path: Path) -> None:
    write_pages(tables(), tmp_path, RULES)
    file = tmp_path / "zh" / "reports" / REPORT / "index.md"
    meta = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
    facts = meta["jsonld"]
    assert "<" not in facts and "&" not in facts
    assert json.loads(facts)["author"]["name"] == " ".join(HOSTILE.split())
    assert json.loads(facts)["isBasedOn"]["identifier"] == "javascript:alert(1)"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_the_head_of_a_page(words: str) -> None:
    head = Page("x", "zh", "t", "", {"said": words}).markdown.split("\n---\n")[0]
    assert yaml.safe_load(head.removeprefix("---\n"))["said"] == words
