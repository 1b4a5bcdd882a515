"""The report page in a browser: languages, readings and edits, by radio buttons and keyboard."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

REPORT = "reports/zhejiang/hangzhou/2020/"
SPUN = "reports/zhejiang/jinhua/2024/"
TABLE = "reports/zhejiang/huzhou/2023/progress-h1/"
WIRE = 300_000  # bytes of a report page with all it loads, compressed


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Yield a page with and one without JavaScript: the views must not need it."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def shown(page: Page) -> set[str]:
    """Return which of the texts of a translated paragraph can be seen."""
    paragraph = page.locator(".wr-p.wr-both:has(.wr-raw)").first
    names = ("wr-en", "wr-zh", "wr-raw", "wr-app")
    return {name for name in names if paragraph.locator(f":scope > .{name}").is_visible()}


VIEWS = {
    "en": {"wr-en"},
    "zh": {"wr-zh", "wr-app"},
    "side": {"wr-en", "wr-zh", "wr-app"},
    "lines": {"wr-en", "wr-zh", "wr-app"},
}
READINGS = {
    "edited": {"wr-zh", "wr-app"},
    "captured": {"wr-raw", "wr-app"},
    "compare": {"wr-zh", "wr-raw", "wr-app"},
}


@pytest.mark.parametrize("language", ["", "en/"])
def test_each_view_shows_its_languages_and_readings(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}{language}{REPORT}")
    for view, visible in VIEWS.items():
        page.locator(f"#wr-view-{view}").check()
        assert shown(page) == visible, view
    page.locator("#wr-view-zh").check()
    for reading, visible in READINGS.items():
        page.locator(f"#wr-reading-{reading}").check()
        assert shown(page) == visible, reading


@pytest.mark.parametrize(("language", "first"), [("", "wr-zh"), ("en/", "wr-en")])
def test_a_page_opens_in_its_own_language(
    page: Page, address: str, language: str, first: str
) -> None:
    page.goto(f"{address}{language}{REPORT}")
    assert first in shown(page) and not {"wr-zh", "wr-en"} <= shown(page)


@pytest.mark.parametrize("language", ["", "en/"])
def test_side_by_side_is_aligned_on_a_screen_and_stacked_on_a_phone(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}{language}{REPORT}")
    page.locator("#wr-view-side").check()
    for width, beside in ((1280, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 900})
        for paragraph in page.locator(".wr-p.wr-both").all()[:6]:
            zh = paragraph.locator(":scope > .wr-zh").bounding_box()
            en = paragraph.locator(":scope > .wr-en").bounding_box()
            assert zh and en
            assert (abs(zh["y"] - en["y"]) < 8) == beside
            assert (zh["x"] != en["x"]) == beside
        assert page.locator("html").evaluate("e => e.scrollWidth") <= width


def test_the_keyboard_alone_changes_the_view_and_opens_the_edits(page: Page, address: str) -> None:
    page.goto(f"{address}en/{REPORT}")
    page.locator("#wr-view-en").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#wr-view-zh")).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#wr-view-side")).to_be_checked()
    edits = page.locator("details.wr-app").first
    edits.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(edits.locator("li").first).to_be_visible()


def test_opened_edits_number_the_marks_as_the_list_does(page: Page, address: str) -> None:
    page.goto(address + SPUN)
    paragraph = page.locator(".wr-p:has(.wr-app ol > li:nth-of-type(3))").first
    number = "e => getComputedStyle(e, '::after').content"
    mark = paragraph.locator(".wr-zh .wr-conjecture").first
    assert mark.evaluate(number) in ("none", "normal")
    paragraph.locator("summary").click()
    assert "counter" in mark.evaluate(number)
    marks = paragraph.locator(".wr-zh :is(.wr-conjecture, .wr-correction)").all_text_contents()
    for entry in paragraph.locator(".wr-app ol > li").all():
        at = int(entry.get_attribute("value") or 0)
        assert f"→ “{marks[at - 1]}”" in entry.inner_text() or not marks[at - 1]


def test_a_rule_in_the_edits_leads_to_its_page(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    edits = page.locator("details.wr-app").first
    edits.locator("summary").click()
    edits.locator("a").first.click()
    assert "/rules/" in page.url
    assert page.locator("h1").count() == 1


def test_a_click_on_a_mark_opens_its_entry(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + SPUN)
    mark = page.locator(".wr-zh .wr-conjecture").nth(3)
    words = mark.text_content()
    mark.click()
    expect(page.locator("li.wr-here")).to_be_visible()
    expect(page.locator("li.wr-here")).to_contain_text(f"→ “{words}”")
    page.close()


def test_the_chosen_view_is_kept_for_the_next_report(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}en/{REPORT}")
    page.locator("#wr-view-side").check()
    page.goto(f"{address}en/reports/zhejiang/2020/")
    expect(page.locator("#wr-view-side")).to_be_checked()
    page.goto(f"{address}reports/zhejiang/2020/")
    expect(page.locator("#wr-view-zh")).to_be_checked()
    context.close()


@pytest.mark.parametrize(
    ("path", "view", "scheme"),
    [
        (f"en/{REPORT}", "side", "light"),
        (f"en/{REPORT}", "side", "dark"),
        (SPUN, "zh", "dark"),
        (f"en/{TABLE}", "lines", "light"),
    ],
)
def test_axe_finds_nothing_in_the_views(
    browser: Browser, address: str, path: str, view: str, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address + path)
    if page.locator(f"#wr-view-{view}").count():
        page.locator(f"#wr-view-{view}").check()
    page.locator("#wr-reading-compare").check()
    page.evaluate("[...document.querySelectorAll('.wr-app')].slice(0, 9).map(d => d.open = true)")
    violations = Axe().run(page).response["violations"]
    context.close()
    assert [
        (v["id"], v["nodes"][0]["html"][:200], v["nodes"][0]["failureSummary"][:300])
        for v in violations
    ] == []


def test_print_has_paragraph_numbers_and_no_switches(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + REPORT)
    page.emulate_media(media="print")
    expect(page.locator(".wr-p .wr-anchor").first).to_be_visible()
    expect(page.locator(".wr-views")).to_be_hidden()
    expect(page.locator("details.wr-app").first).to_be_hidden()
    page.close()


@pytest.mark.parametrize("path", [REPORT, SPUN, TABLE])
@pytest.mark.parametrize("language", ["", "en/"])
def test_a_report_page_is_light_on_the_wire(
    browser: Browser, address: str, site: Path, language: str, path: str
) -> None:
    page = browser.new_page()
    asked: set[str] = set()
    page.on("request", lambda r: asked.add(r.url.removeprefix(address).partition("?")[0]))
    page.goto(f"{address}{language}{path}", wait_until="networkidle")
    page.close()
    files = [site / name / ("index.html" if name.endswith("/") else "") for name in asked]
    sizes = {file: len(gzip.compress(file.read_bytes())) for file in files if file.is_file()}
    assert sizes and sum(sizes.values()) < WIRE


def test_no_inline_style_is_needed_or_allowed(browser: Browser, address: str) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda m: problems.append(m.text))
    page.goto(f"{address}en/{REPORT}", wait_until="networkidle")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    page.keyboard.press("/")
    page.keyboard.type("Hangzhou")
    expect(page.locator("header .wr-results li a").first).to_be_visible()
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(300)
    page.close()
    assert policy and "unsafe-inline" not in policy
    assert not problems


def test_search_engines_and_feed_readers_find_what_a_page_is(site: Path, address: str) -> None:
    for prefix, language in (("", "zh-CN"), ("en/", "en")):
        tree = html.fromstring((site / prefix / REPORT / "index.html").read_bytes())
        (script,) = tree.xpath("//script[@type='application/ld+json']")
        facts = json.loads(script.text)
        assert facts["@type"] == "Report" and facts["inLanguage"] == language
        assert facts["url"] == f"{address}{prefix}{REPORT}"
        for file in facts["encoding"]:
            assert (site / file["contentUrl"].removeprefix(address)).is_file()
        (feed,) = tree.xpath("//link[@type='application/atom+xml']/@href")
        assert urljoin(f"{address}{prefix}{REPORT}", feed) == f"{address}{prefix}feed.xml"
        assert (site / prefix / "feed.xml").is_file()
