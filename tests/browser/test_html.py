"""What the built files must hold, read without a browser."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

HAN = re.compile(r"[\u3400-\u9fff]")


def pages(site: Path) -> list[str]:
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))


@lru_cache(maxsize=1)
def trees(site: Path) -> dict[str, html.HtmlElement]:
    return {page: html.fromstring((site / page).read_bytes()) for page in pages(site)}


def test_each_page_has_its_twin_in_the_other_language(site: Path) -> None:
    chinese = {p for p in pages(site) if not p.startswith("en/")}
    english = {p.removeprefix("en/") for p in pages(site) if p.startswith("en/")}
    assert chinese == english
    assert len(chinese) > 50


def test_each_page_names_both_languages_and_a_default(site: Path, address: str) -> None:
    for page, tree in trees(site).items():
        if page.endswith("404.html"):
            continue
        path = page.removesuffix("index.html").removeprefix("en/")
        links = {e.get("hreflang"): e.get("href") for e in tree.xpath("//head/link[@hreflang]")}
        assert links == {
            "zh": address + path,
            "en": f"{address}en/{path}",
            "x-default": address + path,
        }, page
        assert tree.get("lang", "").startswith("en" if page.startswith("en/") else "zh"), page


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, address: str) -> None:
    anchors = {
        page: {e.get("id") for e in tree.xpath("//*[@id]")} for page, tree in trees(site).items()
    }
    broken: set[str] = set()
    for page, tree in trees(site).items():
        here = address + page
        for link in tree.xpath("//*[@href or @src]"):
            target = urljoin(here, link.get("href") or link.get("src"))
            if not target.startswith(address):
                broken.add(f"{page}: leaves the site: {target}")
                continue
            parts = urlsplit(target)
            file = unquote(parts.path).removeprefix("/")
            file = file + "index.html" if file.endswith("/") or not file else file
            if not (site / file).is_file():
                broken.add(f"{page}: {file} is not there")
            elif parts.fragment and file in anchors and parts.fragment not in anchors[file]:
                broken.add(f"{page}: {file} has no #{parts.fragment}")
    assert not sorted(broken)[:20]


def test_no_two_elements_of_a_page_share_an_id(site: Path) -> None:
    for page, tree in trees(site).items():
        ids = [e.get("id") for e in tree.xpath("//article//*[@id]")]
        assert len(ids) == len(set(ids)), page


def test_each_page_carries_a_policy_and_no_inline_handler(site: Path) -> None:
    for page, tree in trees(site).items():
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert "default-src 'self'" in policy, page
        assert "unsafe-inline" not in policy.split("style-src")[0], page
        assert not tree.xpath("//@*[starts-with(name(), 'on')]"), page


def test_nothing_is_left_of_the_address_that_stands_in_for_the_site(site: Path) -> None:
    for page in pages(site):
        assert "site.invalid" not in (site / page).read_text(encoding="utf-8"), page


def test_the_sitemap_lists_every_page_and_its_twin(site: Path, address: str) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    listed = set(re.findall(r"<loc>(.*?)</loc>", text))
    assert listed == {
        address + p.removesuffix("index.html") for p in pages(site) if p.endswith("index.html")
    }
    assert text.count('hreflang="x-default"') == len(listed)
    assert f"Sitemap: {address}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_reference_managers_find_title_author_and_address(site: Path, address: str) -> None:
    for prefix in ("", "en/"):
        path = f"{prefix}reports/zhejiang/huzhou/2024/"
        tree = trees(site)[f"{path}index.html"]
        found = {
            meta.get("name"): meta.get("content")
            for meta in tree.xpath("//head/meta[starts-with(@name, 'citation_')]")
        }
        assert found["citation_public_url"] == address + path
        assert found["citation_title"] == tree.xpath("string(//h1/text())").strip()
        assert found["citation_author"] and found["citation_publication_date"]


def test_both_404_pages_stand_where_servers_look_for_them(site: Path) -> None:
    assert "没有这一页" in (site / "404.html").read_text(encoding="utf-8")
    assert "No such page" in (site / "en" / "404.html").read_text(encoding="utf-8")


def test_each_published_document_has_page_text_and_json(site: Path) -> None:
    documents = json.loads((site / "dataset" / "data" / "documents.json").read_text("utf-8"))
    published = [d for d in documents if d["published"]]
    assert published
    for document in published:
        name = document["document_id"]
        page = trees(site)[f"reports/{name}/index.html"]
        facts = json.loads((site / "api" / "reports" / f"{name}.json").read_text("utf-8"))
        assert (site / "dataset" / "text" / f"{name}.md").is_file()
        for paragraph in facts["paragraphs"]:
            anchor = paragraph["paragraph_id"].removeprefix(name).strip("/").replace("/", "-")
            (element,) = page.xpath(f"//*[@id='{anchor}']")
            if paragraph["role"] != "agencies":  # those are shown as a list of links
                shown = (element.xpath("./p") or [element])[0].text_content()
                assert shown.split() == paragraph["text_zh"].split(), anchor


def test_chinese_on_english_pages_is_marked(site: Path) -> None:
    missing: list[str] = []
    for page, tree in trees(site).items():
        if page.startswith("en/"):
            for text in tree.xpath(
                "//body//text()[not(ancestor::script) and not(ancestor::*[@lang='zh'])]"
            ):
                if HAN.search(text):
                    missing.append(f"{page}: {text.strip()[:40]}")
    assert not missing[:10]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_first_query_stays_small_on_the_wire(site: Path, language: str) -> None:
    folder = site / "search-index" / language
    sizes = [p.stat().st_size for p in (folder / "terms").iterdir()]
    records = [p.stat().st_size for p in (folder / "records").iterdir()]
    fixed = (folder / "index.json").stat().st_size
    fixed += (site / "search-index" / "fold.json").stat().st_size
    assert fixed + 4 * max(sizes) + 10 * max(records) < 600_000  # under 300 kB compressed
