"""The pages of promises: every figure leads to its paragraph, every verdict has word and glyph."""

from __future__ import annotations

from typing import cast

import pytest

from build_site.publish.pages_chains import GLYPHS, figure_of
from build_site.publish.pages_home import home_pages
from build_site.publish.pages_indicators import indicator_pages
from build_site.publish.pages_marks import Run
from build_site.publish.pages_paragraph import paragraph_view
from build_site.publish.pages_render import Renderer
from build_site.publish.pages_shelf import Shelf
from build_site.publish.pages_targets import target_pages
from build_site.vocab.columns import load_tables
from build_site.vocab.labels import LANGUAGES, load_labels
from tests.publish.small_tables import REPORT, TABLE, tables


def bodies(language: str) -> dict[str, str]:
    shelf, renderer = Shelf(tables("好")), Renderer(load_labels(), language)
    found = (*target_pages(shelf, renderer), *indicator_pages(shelf, renderer))
    return {page.path: page.body for page in (*found, *home_pages(shelf, renderer))}


def test_a_promise_that_no_indicator_names_is_put_into_english_on_the_english_page() -> None:
    known = dict(tables("好"))
    known["statements"] = tuple({**row, "quote_en": "It grew."} for row in known["statements"])
    known["chains"] = tuple({**row, "indicator_id": ""} for row in known["chains"])
    shelf = Shelf(known)
    for language, shown in (("en", len(known["chains"])), ("zh", 0)):
        renderer = Renderer(load_labels(), language)
        (page,) = (p for p in target_pages(shelf, renderer) if p.path == "targets")
        assert page.body.count("It grew.") == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ledger_links_each_side_to_its_exact_paragraph(language: str) -> None:
    ledger = bodies(language)["targets/zhejiang/huzhou/2023"]
    assert f"reports/{TABLE}/#p-ccc000" in ledger
    assert f"reports/{TABLE}/#p-ccc001" in ledger
    assert f"reports/{REPORT}/#p-bbb000" in ledger
    assert 'id="gdp-aaa111"' in ledger
    assert load_labels().word("verdict", "missed", language) in ledger  # the strict reading


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_never_mentioned_again_has_its_own_list(language: str) -> None:
    ledger = bodies(language)["targets/zhejiang/huzhou/2023"]
    assert "#not-reported" in ledger
    assert ledger.index("c-bbb222") < ledger.index("#not-reported")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_follows_one_promise_through(language: str) -> None:
    home = bodies(language)[""]
    start = home.index("#promise")
    for figure in ("≈6%", "5.7%", "5.8%"):
        assert figure in home[start : home.index("#coverage")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_indicator_page_has_a_chart_and_its_table_twin(language: str) -> None:
    page = bodies(language)["indicators/gdp"]
    assert page.count("<svg") == page.count("</svg>") == 1
    assert page.index("<svg") < page.index("<table", page.index("<svg"))


def test_every_verdict_of_the_schema_has_a_glyph_and_a_word_in_both_languages() -> None:
    (column,) = (c for c in load_tables()["chains"].columns if c.name == "verdict")
    codes = column.enum
    labels = load_labels()
    assert codes and set(codes) <= set(GLYPHS)
    assert len(set(GLYPHS.values())) == len(GLYPHS)
    assert {f"verdict.{code}" for code in codes} <= set(labels)


def test_a_figure_in_a_report_leads_to_the_chain_it_is_part_of() -> None:
    shelf = Shelf(tables("好"))
    links = shelf.figure_links[f"{REPORT}/p-bbb000"]
    assert links == [(8, 12, "targets/zhejiang/huzhou/2023", "gdp-aaa111")]


@pytest.mark.parametrize(("start", "linked"), [(11, "5.8 percent"), (None, "")])
def test_a_figure_in_the_english_leads_there_too_where_it_is_known(
    start: int | None, linked: str
) -> None:
    known = dict(tables("好"))
    end = None if start is None else start + len("5.8 percent")
    known["statements"] = tuple(
        {**row, "figure_en_start": start, "figure_en_end": end} for row in known["statements"]
    )
    (row,) = (r for r in known["paragraphs"] if r["paragraph_id"] == f"{REPORT}/p-bbb000")
    row = {**row, "text_en": "It grew by 5.8 percent."}
    view = paragraph_view(Shelf(known), row, REPORT, Renderer(load_labels(), "en"))
    parts = [part for part, _ in cast(list[tuple[Run, bool]], view["english"])]
    assert "".join(part.after for part in parts) == "It grew by 5.8 percent."
    opened = [n for n, part in enumerate(parts) if part.kind == "open"]
    assert "".join(parts[n + 1].after for n in opened) == linked
    assert all(parts[n].before.endswith("/#gdp-aaa111") for n in opened)


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        (
            {
                "value": 4000.0,
                "unit_zh": "亿元",
                "value_norm": 4e11,
                "unit_norm": "CNY",
                "comparator": "gt",
            },
            ">4000亿元",
            ">CNY 400 billion",
        ),
        (
            {
                "value": 4.8,
                "unit_zh": "%",
                "value_norm": 4.8,
                "unit_norm": "percent",
                "direction": "down",
                "measure": "growth_rate",
            },
            "-4.8%",
            "-4.8%",
        ),
        (
            {"value": 6.9, "unit_zh": "万人", "value_norm": 69000.0, "unit_norm": "person"},
            "6.9万人",
            "69,000 people",
        ),
        ({"value": None, "unit_zh": ""}, "", ""),
    ],
)
def test_figures_read_naturally_in_both_languages(row: dict[str, object], zh: str, en: str) -> None:
    assert figure_of(row, "zh") == zh  # type: ignore[arg-type]
    assert figure_of(row, "en") == en  # type: ignore[arg-type]
