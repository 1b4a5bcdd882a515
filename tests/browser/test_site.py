"""The built site in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

REPORT = "reports/zhejiang/huzhou/2024/"
TABLE = "reports/zhejiang/huzhou/2023/progress-h1/"
PAGES = ["", "reports/", REPORT, TABLE, "edits/", "data/", "agencies/", "search/"]


class Watch:
    """Collects what must not happen while a page is used."""

    def __init__(self, page: Page, address: str) -> None:
        self.problems: list[str] = []
        page.on("console", lambda m: self._note(m.type in ("error", "warning"), m.text))
        page.on("pageerror", lambda e: self._note(True, str(e)))
        page.on("request", lambda r: self._note(not r.url.startswith((address, "data:")), r.url))
        page.on("response", lambda r: self._note(r.status >= 400, f"{r.status} {r.url}"))
        # leaving a page breaks off what it was still loading; that is no fault of the page
        page.on(
            "requestfailed",
            lambda r: self._note(r.failure != "net::ERR_ABORTED", f"failed {r.url}: {r.failure}"),
        )

    def _note(self, bad: bool, what: str) -> None:
        if bad:
            self.problems.append(what)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Yield a page; the test fails if anything goes wrong in it or it asks another host."""
    context = browser.new_context()
    page = context.new_page()
    watch = Watch(page, address)
    yield page
    context.close()
    assert not watch.problems


@pytest.mark.parametrize("language", ["", "en/"])
def test_pages_load_without_errors_or_foreign_requests(
    page: Page, address: str, language: str
) -> None:
    for path in PAGES:
        page.goto(address + language + path, wait_until="networkidle")
        assert page.locator("h1").count() == 1, path


def results(page: Page, address: str, language: str, query: str) -> list[dict[str, Any]]:
    page.goto(address + language)
    page.keyboard.press("/")
    page.keyboard.type(query)
    panel = page.locator("header .wr-results")
    expect(panel.locator("li a").first).to_be_visible()
    rows: list[dict[str, Any]] = panel.locator("li a").evaluate_all(
        "links => links.map(a => ({href: a.href, text: a.textContent}))"
    )
    return rows


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("收入", "收入"),
        ("经信局", "经信局"),
        ("地區生產總值", "地区生产总值"),
        ("GDP", "生产总值"),
        ("2020年宁波", "宁波"),
    ],
)
def test_chinese_queries_find_chinese_pages(
    page: Page, address: str, query: str, word: str
) -> None:
    rows = results(page, address, "", query)
    assert all(not row["href"].startswith(address + "en/") for row in rows)
    assert word in " ".join(row["text"] for row in rows)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("disposable income", ("income", "收入")),
        ("development and reform", ("Development and Reform",)),
        ("huzhou", ("Huzhou",)),
        ("可支配收入", ("income", "收入")),
    ],
)
def test_english_queries_find_english_pages(
    page: Page, address: str, query: str, words: tuple[str, ...]
) -> None:
    rows = results(page, address, "en/", query)
    assert all(row["href"].startswith(address + "en/") for row in rows)
    assert any(word in row["text"] for word in words for row in rows)


def test_a_hit_leads_to_the_paragraph_that_holds_the_words(page: Page, address: str) -> None:
    rows = results(page, address, "", "人均可支配收入")
    hit = next(row for row in rows if "#p-" in row["href"])
    page.goto(hit["href"])
    target = page.locator(":target")
    expect(target).to_contain_text("可支配收入")


def test_the_keyboard_alone_finds_opens_and_closes(page: Page, address: str) -> None:
    results(page, address, "", "收入")
    links = page.locator("header .wr-results li a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("header input[type=search]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("header .wr-results")).to_be_hidden()
    page.keyboard.type("收入")
    expect(links.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    first = links.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(first))


def test_a_search_has_an_address_and_says_how_many_it_found(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=收入")
    status = page.locator("article .wr-results [role=status]")
    expect(status).to_contain_text("找到")
    page.goto(f"{address}en/search/?q=zzzzqqqq")
    expect(page.locator("article .wr-results [role=status]")).to_contain_text("Nothing found")


def test_more_results_are_added_on_demand(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=发展")
    links = page.locator("article .wr-results li")
    expect(links).to_have_count(10)
    page.locator("article .wr-results button").click()
    expect(links).to_have_count(20)


def test_filters_of_the_list_live_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}reports/")
    rows = page.locator("#wr-documents tbody tr:visible")
    everything = rows.count()
    page.locator("select[name=kind]").select_option("progress_table")
    assert 0 < rows.count() < everything
    assert "kind=progress_table" in page.url
    page.reload()
    assert 0 < rows.count() < everything
    page.locator("button[type=reset]").click()
    expect(rows).to_have_count(everything)


@pytest.mark.parametrize(("language", "scheme"), [("", "light"), ("en/", "light"), ("", "dark")])
@pytest.mark.parametrize("path", ["", REPORT, TABLE, "reports/", "search/?q=2020"])
def test_axe_finds_nothing(
    browser: Browser, address: str, language: str, path: str, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address + language + path, wait_until="networkidle")
    violations = Axe().run(page).response["violations"]
    context.close()
    assert [
        (v["id"], v["nodes"][0]["html"][:200], v["nodes"][0]["failureSummary"][:300])
        for v in violations
    ] == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wide = []
    for path in PAGES:
        page.goto(address + language + path)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
    context.close()
    assert not wide


@pytest.mark.parametrize("language", ["", "en/"])
def test_pages_are_complete_without_javascript(
    browser: Browser, address: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{language}reports/")
    assert page.locator("#wr-documents tbody tr").count() > 5
    page.locator("#wr-documents tbody a[href*='huzhou/2024']").first.click()
    assert page.locator(".wr-p").count() > 50
    page.locator("a.wr-language").click()
    assert page.url.endswith(f"{'' if language else 'en/'}{REPORT}")
    context.close()
