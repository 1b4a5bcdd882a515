from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from build_site.publish.pages import GENERATED, write_pages
from build_site.publish.pages_render import heading
from build_site.publish.pages_rules import RuleFacts
from tests.publish.small_tables import HOSTILE, REPORT, TABLE, tables

RULES = (
    RuleFacts(
        "pinyin_gloss",
        "characters",
        "mechanical",
        "删注音",
        HOSTILE,
        {"紀(jì)": HOSTILE},
        (HOSTILE,),
    ),
)
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    write_pages(tables(), folder, RULES)
    return folder


def rendered(file: Path) -> BeautifulSoup:
    """Return a page as the site's Markdown renders it."""
    body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
    markdown = Markdown(extensions=["attr_list", "def_list", "tables", "toc"])
    return BeautifulSoup(markdown.convert(body), "html.parser")


def pages(docs: Path, language: str) -> list[str]:
    return sorted(
        p.relative_to(docs / language).as_posix() for p in (docs / language).rglob("*.md")
    )


def test_both_languages_have_the_same_paths(docs: Path) -> None:
    assert pages(docs, "zh") == pages(docs, "en")
    assert f"reports/{REPORT}/index.md" in pages(docs, "zh")


def test_nothing_a_capture_says_becomes_markup_on_any_page(docs: Path) -> None:
    for file in docs.rglob("*.md"):
        page = rendered(file)
        where = file.relative_to(docs).as_posix()
        assert not page.find_all(["script", "img", "iframe", "em"]), where
        assert not [a for a in page.find_all(href=True) if not _safe(str(a["href"]))], where
        assert not [
            tag for tag in page.find_all() if any(name.startswith("on") for name in tag.attrs)
        ], where
        assert "{{" not in str(page) or "{{ 7*7 }}" in page.get_text(), where


def _safe(link: str) -> bool:
    return not re.match(r"\s*(javascript:|data:|https?:)", link)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_text_stays_letter_for_letter_in_headings_and_paragraphs(
    docs: Path, language: str
) -> None:
    page = rendered(docs / language / "reports" / REPORT / "index.md")
    section = page.find(id="s-aaa111")
    paragraph = page.find(id="p-bbb000")
    assert section and section.name == "h2" and section.get_text() == f"一、回顾{HOSTILE}"
    assert paragraph and HOSTILE in paragraph.get_text()


def test_titles_are_escaped_because_the_theme_prints_them_as_they_are(docs: Path) -> None:
    head = (docs / "zh" / "reports" / REPORT / "index.md").read_text(encoding="utf-8")
    title = json.loads(head.split("\n")[1].removeprefix("title: "))
    assert "<" not in title
    assert html.unescape(title) == f"报告{HOSTILE}"


def test_a_heading_has_no_mark_that_markdown_could_read() -> None:
    assert not re.search(r"[*_`<>\[\]{}()!]", re.sub(r"&#\d+;", "", heading(HOSTILE)))
    assert heading("a\nb") == "a b"


def test_chinese_on_an_english_page_is_marked_as_chinese(docs: Path) -> None:
    for file in (docs / "en").rglob("*.md"):
        page = rendered(file)
        for piece in page.find_all(string=HAN):
            if not any(parent.get("lang") == "zh" for parent in piece.parents):
                pytest.fail(f"{file.relative_to(docs)}: {piece!s:.60}")


def test_a_second_run_touches_no_file_and_a_vanished_document_takes_its_page_along(
    tmp_path: Path,
) -> None:
    own = tmp_path / "zh" / "about.md"
    own.parent.mkdir(parents=True)
    own.write_text("ours", encoding="utf-8")
    write_pages(tables(""), tmp_path, RULES)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.md")}
    write_pages(tables(""), tmp_path, RULES)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.md")} == before
    fewer = tables("")
    fewer["documents"] = tuple(d for d in fewer["documents"] if d["document_id"] != TABLE)
    write_pages(fewer, tmp_path, ())
    assert not (tmp_path / "zh" / "reports" / TABLE).exists()
    assert not (tmp_path / "en" / "rules" / "pinyin_gloss").exists()
    assert (tmp_path / "zh" / "reports" / REPORT / "index.md").exists()
    assert own.read_text(encoding="utf-8") == "ours"


def test_a_withheld_document_shows_neither_page_nor_title(docs: Path) -> None:
    everything = "\n".join(p.read_text(encoding="utf-8") for p in docs.rglob("*.md"))
    assert "秘闻" not in everything


def test_generated_folders_are_ignored_by_git() -> None:
    ignored = Path(__file__).parents[2].joinpath(".gitignore").read_text(encoding="utf-8")
    for name in GENERATED:
        assert name in ignored, name


def test_task_rows_link_to_agency_pages_and_keep_their_anchors(docs: Path) -> None:
    page = rendered(docs / "en" / "reports" / TABLE / "index.md")
    row = page.find("tr", id="t-1")
    assert row is not None
    links = [str(a["href"]) for a in row.find_all("a")]
    assert "../../../../../agencies/zhejiang/huzhou/jingxin/" in links
    assert "50%" in row.get_text() and "alignment uncertain" in row.get_text()
