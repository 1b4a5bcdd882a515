from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.publish.search import postings, write_search
from build_site.publish.search_records import names, records
from build_site.publish.search_words import normalised, shard, shelf_mark, terms
from build_site.vocab.glossary import load_glossary
from tests.publish.small_tables import tables

FOLD = {"區": "区", "產": "产", "總": "总"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收入", ["收入", "入"]),
        ("2024年宁波", ["2024", "年宁", "宁波", "波"]),
        ("ＧＤＰ增长5.8%", ["gdp", "增长", "长", "5.8"]),
        ("地區生產總值", ["地区", "区生", "生产", "产总", "总值", "值"]),
        ("Café, PM2.5!", ["cafe", "pm2.5"]),
        ("，。%", []),
    ],
)
def test_terms_are_pairs_of_chinese_characters_and_whole_words(text: str, found: list[str]) -> None:
    assert list(terms(normalised(text, FOLD))) == found


def test_titles_come_before_headings_and_headings_before_text() -> None:
    found = records(tables(""), "zh")
    order = ["document", "place", "agency", "section", "paragraph", "indicator", "term"]
    kinds = [order.index(record.kind) for record in found]
    assert kinds == sorted(kinds)
    assert kinds


@given(st.text(max_size=30))
def test_any_neighbouring_characters_of_a_text_find_it(text: str) -> None:
    for term in terms(normalised(text, FOLD)):
        assert normalised(term, FOLD) == term
        assert term.startswith(shelf_mark(term))
        assert 0 <= shard(shelf_mark(term), 256) < 256


def test_english_records_are_found_by_their_chinese_as_well() -> None:
    found = records(tables(""), "en")
    lists = postings(found, FOLD)
    assert any(found[n].kind == "agency" for n in lists["经信"])
    assert any(found[n].kind == "agency" for n in lists["economy"])


def test_names_of_one_thing_stand_together() -> None:
    groups = names(tables(""))
    assert ["地区生产总值", "Gross regional product", "生产总值", "GDP"] in groups


def test_files_hold_every_posting_and_every_record(tmp_path: Path) -> None:
    write_search(tables(""), tmp_path, FOLD)
    facts = json.loads((tmp_path / "zh" / "index.json").read_text(encoding="utf-8"))
    found = records(tables(""), "zh")
    assert facts["records"] == len(found)
    home = shard(shelf_mark("收入"), facts["count"])
    steps = json.loads((tmp_path / "zh" / "terms" / f"{home}.json").read_text(encoding="utf-8"))
    places = [sum(steps["收入"][: i + 1]) for i in range(len(steps["收入"]))]
    assert found[places[0]].url == "reports/zhejiang/huzhou/2024/#p-bbb000"
    assert {found[n].kind for n in places[1:]} == {"term"}
    assert all("收入" in found[n].searched for n in places)
    assert json.loads((tmp_path / "fold.json").read_text(encoding="utf-8")) == ["區產總", "区产总"]


def test_a_long_list_goes_on_in_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_site.publish.search.LONG", 2)
    many = tables("")
    first = many["paragraphs"][0]
    many["paragraphs"] = tuple(
        {**first, "paragraph_id": f"{first['paragraph_id']}{n}"} for n in range(5)
    )
    write_search(many, tmp_path, FOLD)
    facts = json.loads((tmp_path / "zh" / "index.json").read_text(encoding="utf-8"))
    part = tmp_path / "zh" / "terms" / f"{shard('收', facts['count'])}.json"
    rest = tmp_path / "zh" / "rest" / f"{shard('收入', facts['count'])}.json"
    head = json.loads(part.read_text(encoding="utf-8"))["收入"]
    assert len(head) == 2 and head[1] == 1
    tail = json.loads(rest.read_text(encoding="utf-8"))["收入"]
    assert tail[:3] == [1, 1, 1]
    terms = sum("收入" in term.zh for term in load_glossary())
    assert len(head) + len(tail) == 5 + terms
