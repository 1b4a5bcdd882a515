from __future__ import annotations

import csv
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.publication import Release
from build_site.publish.aligned import Pair, aligned_files, tbx_bytes, tmx_bytes, tsv_bytes
from build_site.vocab.glossary import Term, load_glossary
from tests.publish.small_tables import HOSTILE, REPORT, TABLE, tables

RELEASE = Release("1.2.3", "2026-01-31", True)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TBX = "{urn:iso:std:iso:30042:ed-2}"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return aligned_files(tables(), RELEASE)


def rows(content: bytes) -> list[dict[str, Any]]:
    lines = content.decode().splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_each_published_document_and_the_whole_have_both_formats(files: dict[str, bytes]) -> None:
    stems = {REPORT, TABLE, "all"}
    assert set(files) == {f"aligned/{s}.{e}" for s in stems for e in ("tsv", "tmx")} | {
        "aligned/glossary.tbx"
    }


def test_the_tsv_holds_headings_and_paragraphs_in_the_order_of_the_text(
    files: dict[str, bytes],
) -> None:
    found = rows(files[f"aligned/{REPORT}.tsv"])
    assert [row["id"].rpartition("/")[2] for row in found] == ["s-aaa111", "p-bbb000", "p-bbb001"]
    assert [row["translation_status"] for row in found] == ["none", "none", "draft"]
    assert found[0]["role"] == "heading"


def test_the_translation_memory_holds_only_what_is_translated(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files["aligned/all.tmx"])
    (unit,) = root.iter("tu")
    assert unit.get("tuid") == f"{REPORT}/p-bbb001"
    said = {v.get(LANG): v.findtext("seg") for v in unit.iter("tuv")}
    assert said == {
        "zh-CN": "紀念發展事業取得成就",
        "en": f"In memory of achievements. {HOSTILE}",
    }
    assert [p.text for p in unit.iter("prop")] == ["draft", "prose"]
    header = root.find("header")
    assert header is not None and header.get("creationdate") == "20260131T000000Z"


def test_a_withheld_document_is_in_no_file(files: dict[str, bytes]) -> None:
    assert not any("秘闻".encode() in content for content in files.values())


def test_a_hostile_term_stays_text() -> None:
    root = ET.fromstring(tbx_bytes([Term(HOSTILE, "<x>", "</note>")]))
    assert [t.text for t in root.iter(f"{TBX}term")] == [HOSTILE, "<x>"]
    assert [n.text for n in root.iter(f"{TBX}note")] == ["</note>"]


def test_the_glossary_is_complete_and_its_concepts_keep_their_names() -> None:
    terms = load_glossary()
    entries = list(ET.fromstring(tbx_bytes(terms)).iter(f"{TBX}conceptEntry"))
    names = {e.get("id") for e in entries}
    assert len(names) == len(terms)
    turned = ET.fromstring(tbx_bytes(terms[::-1]))
    assert {e.get("id") for e in turned.iter(f"{TBX}conceptEntry")} == names


@given(st.text(), st.text(min_size=1))
def test_any_text_makes_well_formed_files_with_one_line_for_each_pair(zh: str, en: str) -> None:
    pair = Pair("a/p-1", "a", "prose", zh, en, "draft")
    assert len(ET.fromstring(tmx_bytes([pair], RELEASE)).findall("body/tu")) == 1
    lines = tsv_bytes([pair]).decode().split("\n")
    assert len(lines) == 3 and lines[1].count("\t") == 5
