"""Long tables and citations of single places in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

REPORT = "reports/zhejiang/huzhou/2024/"
LEDGER = "targets/zhejiang/huzhou/2023/"
FIRST = 100


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_promise_is_a_row_without_scripts(
    browser: Browser, address: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{language}targets/")
    rows = page.locator("#wr-chains tbody tr")
    assert rows.count() == page.locator("#wr-chains tbody tr:visible").count() > FIRST
    context.close()


def test_a_long_table_begins_short_and_shows_every_row_when_asked(page: Page, address: str) -> None:
    page.goto(f"{address}targets/")
    shown = page.locator("#wr-chains tbody tr:visible")
    expect(shown).to_have_count(FIRST)
    page.locator("#wr-chains thead button").nth(1).click()  # sorted by year, the first again
    expect(shown).to_have_count(FIRST)
    everything = page.locator("#wr-chains tbody tr").count()
    page.locator("[data-wr-every]").click()
    expect(shown).to_have_count(everything)
    expect(page.locator("[data-wr-every]")).to_be_hidden()


def test_a_filter_finds_rows_behind_the_first_and_the_download_holds_all_of_them(
    page: Page, address: str
) -> None:
    page.goto(f"{address}targets/?place=zhejiang/wenzhou/ruian")
    status = page.locator("form.wr-filter [role=status]").inner_text()
    (count,) = map(int, re.findall(r"\d+", status))
    assert count > 0
    with page.expect_download() as download:
        page.locator("[data-wr-download]").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == count + 1 and all("瑞安" in line for line in lines[1:])


def pasted(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(("language", "said"), [("", "[R/OL]"), ("en/", "Trans.; draft")])
def test_a_paragraph_copies_its_own_citation(
    page: Page, address: str, language: str, said: str
) -> None:
    page.goto(f"{address}{language}{REPORT}")
    paragraph = page.locator(".wr-p").nth(5)
    paragraph.hover()
    page.locator(".wr-copy button").first.click()
    expect(page.locator(".wr-copy [role=status]")).not_to_be_empty()
    text = pasted(page)
    assert said in text and f"{language}{REPORT}#{paragraph.get_attribute('id')}" in text


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_figure_copies_its_own_citation_by_keyboard_alone(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}{language}{REPORT}")
    own = "wr-en" if language else "wr-zh"
    figure = page.locator(f".{own} a.wr-figure-link:visible").first
    figure.focus()
    part = page.locator(".wr-copy button").nth(1)
    part.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".wr-copy [role=status]")).not_to_be_empty()
    assert pasted(page).startswith(f"“{figure.inner_text().strip()}”")


def test_a_promise_in_a_ledger_copies_its_own_citation(page: Page, address: str) -> None:
    page.goto(f"{address}en/{LEDGER}")
    row = page.locator(".wr-ledger tbody tr[id]").first
    row.locator("a.wr-quote").first.hover()
    page.locator(".wr-copy button").nth(1).click()
    text = pasted(page)
    assert text.startswith("“") and text.endswith(f"{LEDGER}#{row.get_attribute('id')}")


def test_pointing_at_a_paragraph_moves_no_text(page: Page, address: str) -> None:
    page.goto(f"{address}{REPORT}")
    paragraph = page.locator(".wr-p").nth(5)
    place = "p => [p.offsetTop, p.offsetHeight, p.nextElementSibling?.offsetTop]"
    before = paragraph.evaluate(place)
    paragraph.hover()
    expect(page.locator(".wr-copy")).to_be_visible()
    assert paragraph.evaluate(place) == before


def test_a_link_to_a_row_behind_the_first_shows_it(page: Page, address: str) -> None:
    page.goto(f"{address}{LEDGER}")
    rows = page.locator(".wr-ledger tbody tr")
    shown = page.locator(".wr-ledger tbody tr:visible")
    assert 0 < shown.count() < rows.count()
    last = rows.last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{address}{LEDGER}#{last}")
    expect(rows.last).to_be_in_viewport()
    assert shown.count() == rows.count()
