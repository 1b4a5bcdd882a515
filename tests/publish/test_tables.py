"""Names that stay, documents that are withheld, and rows that fit together."""

from __future__ import annotations

import json
import re

import pytest

from build_site.model.finding import Finding, Severity
from build_site.model.publication import ParagraphKey
from build_site.model.report import Kind
from build_site.model.statement import Statement
from build_site.model.text import Lacuna, Span
from build_site.model.translation import Aligned, Status, Translation
from build_site.publish.dataset import dataset_files
from build_site.publish.identify import Names, name_documents, slug
from build_site.publish.tables import Row, build_tables
from build_site.vocab.columns import load_tables
from tests.publish.factory import Maker, edition_of, publication_of, report_of, sample

MIXED = "湖州市政府工作报告\n甲段。\n领导侯卫东的故事\n秘密的小说。\n"


def mixed() -> Maker:
    return Maker(MIXED)


def mixed_publication():  # type: ignore[no-untyped-def]
    maker = mixed()
    border = maker.document().text.index("领导")
    real = report_of(
        maker, title="湖州市政府工作报告", paragraphs=("甲段。",), span=Span(0, border)
    )
    other = report_of(
        maker,
        title="领导侯卫东的故事",
        kind=Kind.NON_REPORT,
        place="",
        year=None,
        span=Span(border, len(MIXED)),
        position=1,
    )
    finding = Finding("x", Severity.INFO, "one", 1, None, "秘密", "秘密的小说")
    return publication_of(edition_of(maker, real, other), findings=(finding,))


def by(rows: tuple[Row, ...], column: str) -> dict[object, Row]:
    return {row[column]: row for row in rows}


def test_nothing_of_a_non_report_is_published_not_even_its_headline() -> None:
    publication = mixed_publication()
    tables = build_tables(publication)
    (row,) = (r for r in tables["documents"] if not r["published"])
    assert row["title_zh"] == ""
    assert row["reason_withheld"] and row["url_path"] == "" and row["title_en"] == ""
    for path, content in dataset_files(tables, publication).items():
        text = content.decode("utf-8")
        assert "秘密" not in text, path
        assert "侯卫东" not in text, path


def test_the_better_witness_of_a_document_is_published_and_the_other_is_its_variant() -> None:
    def one(name: str, grade: str, complete: bool, tail: str = ""):  # type: ignore[no-untyped-def]
        maker = Maker(f"湖州市政府工作报告\n甲段。{tail}\n")
        report = report_of(maker, paragraphs=(f"甲段。{tail}",), complete=complete)
        return edition_of(maker, report, grade=grade, name=name)

    for first, second, winner in (
        (("a", "mirror", True), ("b", "official", True), "b"),
        (("a", "", False), ("b", "", True), "b"),
        (("a", "official", False), ("b", "spun", True), "a"),
        (("a", "", True), ("b", "", True, "更长"), "b"),
    ):
        tables = build_tables(publication_of(one(*first), one(*second)))
        rows = {r["capture_id"]: r for r in tables["documents"]}
        loser = "a" if winner == "b" else "b"
        assert rows[winner]["document_id"] == "zhejiang/huzhou/2024"
        assert rows[winner]["published"] is True
        assert rows[loser]["published"] is False
        assert rows[loser]["reason_withheld"] == "variant of zhejiang/huzhou/2024"
        assert len(tables["paragraphs"]) == 1


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        (Kind.WORK_REPORT, "政府工作报告", "zhejiang/huzhou/2024"),
        (Kind.PROGRESS_TABLE, "半年度完成情况汇总表", "zhejiang/huzhou/2024/progress-h1"),
        (Kind.PROGRESS_TABLE, "前三季度完成情况", "zhejiang/huzhou/2024/progress-q3"),
        (Kind.PROGRESS_TABLE, "完成情况", "zhejiang/huzhou/2024/progress"),
        (Kind.RESPONSIBILITY_BREAKDOWN, "责任分解", "zhejiang/huzhou/2024/responsibilities"),
    ],
)
def test_a_document_is_called_by_place_year_and_kind(kind: Kind, title: str, expected: str) -> None:
    maker = Maker(f"{title}\n甲段。\n")
    report = report_of(maker, title=title, paragraphs=("甲段。",), kind=kind)
    (document,) = name_documents([edition_of(maker, report)])
    assert document.document_id == expected


def test_a_report_without_place_or_year_is_published_under_its_capture() -> None:
    maker = Maker("政府工作报告\n甲段。\n")
    report = report_of(maker, paragraphs=("甲段。",), place="", year=None)
    (row,) = build_tables(publication_of(edition_of(maker, report)))["documents"]
    assert re.fullmatch(r"captures/one/d-[0-9a-f]{6}", str(row["document_id"]))
    assert row["published"] is True and row["year"] is None
    assert row["title_en"] == "Government Work Report"


def test_ids_do_not_move_when_a_heading_is_found_or_a_rule_added_elsewhere() -> None:
    def ids(*headings: str) -> list[str]:
        maker = Maker("题\n一、头\n甲段。\n乙段。\n")
        if not headings:
            maker.repaired("later", ("题", "题目更长"))
        report = report_of(maker, headings=headings, paragraphs=("甲段。", "乙段。"))
        return list(name_documents([edition_of(maker, report)])[0].paragraph_ids)

    assert ids() == ids("一、头")


def test_a_fingerprint_grows_when_two_meet() -> None:
    names = Names()
    first, second = names.name("o", "p", 1), names.name("o", "p", 1)
    assert first != second and second.startswith(first)


@pytest.mark.parametrize("name", ["2023 年", "A_b", "湖州", "task 1.2"])
def test_a_slug_is_ascii_and_never_meets_another(name: str) -> None:
    assert re.fullmatch("[a-z0-9-]+", slug(name))
    assert slug(name) != slug(name + "州")


def test_a_quote_has_the_english_sentence_of_its_own_paragraph_or_none() -> None:
    base = sample()
    (edition,) = base.editions
    text = edition.capture.document.text
    start, at = text.index("纪律"), text.index("增长5.8%")
    zh = text[start : text.index("\n", start)] if "\n" in text[start:] else text[start:]
    quote = Span(at - start, at - start + 6)
    said = Translation("Discipline. It grew.", Status.DRAFT, (Aligned(quote, Span(12, 20)),))
    statement = Statement(quote, "gdp", "生产总值", "actual", "growth_rate", "eq", 5.8)
    known = {"zhejiang/huzhou/2024": {zh: said}}
    for translations, expected in ((known, "It grew."), ({}, "")):
        publication = publication_of(
            edition,
            translations=translations,
            statements={ParagraphKey("one", 0, 0): (statement,)},
        )
        (row,) = build_tables(publication)["statements"]
        assert (row["quote_zh"], row["quote_en"]) == ("增长5.8%", expected)


def test_translations_lacunae_statements_and_findings_find_their_paragraph() -> None:
    base = sample()
    (edition,) = base.editions
    text = edition.capture.document.text
    at = text.index("增长5.8%")
    key = ParagraphKey("one", 0, 0)
    start = text.index("纪律")
    quote = Span(at - start, at - start + 6)
    statement = Statement(quote, "gdp", "生产总值", "actual", "growth_rate", "eq", 5.8)
    publication = publication_of(
        edition_of(
            _maker_of(edition),
            *edition.reports,
            lacunae=(Lacuna(at, "digit", "", "unrecoverable"),),
        ),
        translations={
            "zhejiang/huzhou/2024": {"第二段": Translation("Second paragraph", Status.DRAFT)}
        },
        statements={key: (statement,)},
        findings=(Finding("x", Severity.INFO, "one", 0, Span(at, at + 1), "注意", "note"),),
    )
    tables = build_tables(publication)
    (row,) = tables["statements"]
    paragraph = by(tables["paragraphs"], "paragraph_id")[row["paragraph_id"]]
    assert str(paragraph["text_zh"])[row["start"] : row["end"]] == row["quote_zh"] == "增长5.8%"
    assert row["place_id"] == "zhejiang/huzhou"
    assert tables["lacunae"][0]["paragraph_id"] == row["paragraph_id"]
    assert tables["findings"][0]["paragraph_id"] == row["paragraph_id"]
    english = {r["text_zh"]: (r["text_en"], r["translation_status"]) for r in tables["paragraphs"]}
    assert english["第二段"] == ("Second paragraph", "draft")
    assert english["二〇二四年前景"] == ("", "none")


def _maker_of(edition):  # type: ignore[no-untyped-def]
    document = edition.capture.document
    return Maker(
        document.raw, [(step.rule, step.certainty, list(step.edits)) for step in document.passes]
    )


def test_rows_are_sorted_by_key_and_hold_the_columns_of_the_contract() -> None:
    tables = build_tables(sample())
    for name, table in load_tables().items():
        keys = [tuple(row[c] for c in table.primary) for row in tables[name]]
        assert keys == sorted(keys)
        assert len(set(keys)) == len(keys)
    assert json.dumps({k: [dict(r) for r in v] for k, v in tables.items()})
