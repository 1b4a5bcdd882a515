"""The five captures of the project: which documents they hold and what is removed."""

import json
from functools import cache
from pathlib import Path

import pytest

from build_site.model.report import Kind, Segmentation
from build_site.model.text import Document, Span
from build_site.repair import repair
from build_site.segment import segment

ROOT = Path(__file__).parents[2]


@cache
def taken_apart(number: str) -> tuple[Document, Segmentation]:
    file = next((ROOT / "seeds").glob(f"{number}_*.txt"))
    document = repair(Document(file.stem, file.read_bytes().decode("utf-8")))
    return document, segment(document.text)


def kinds(number: str) -> list[Kind]:
    return [piece.kind for piece in taken_apart(number)[1].pieces]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("000", [Kind.WORK_REPORT]),
        ("001", [Kind.PROGRESS_TABLE]),
        ("002", [Kind.WORK_REPORT] * 7 + [Kind.NON_REPORT] * 3),
        ("003", [Kind.RESPONSIBILITY_BREAKDOWN]),
        ("004", [Kind.WORK_REPORT]),
    ],
)
def test_every_capture_yields_exactly_its_documents(number: str, expected: list[Kind]) -> None:
    assert kinds(number) == expected
    assert all(piece.complete for piece in taken_apart(number)[1].pieces)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_character_has_one_fate(number: str) -> None:
    document, found = taken_apart(number)
    fates = [0] * len(document.text)
    spans = [r.span for r in found.removed]
    for piece in found.pieces:
        spans += [*piece.blocks, *([piece.title] if piece.title else [])]
    for span in spans:
        for at in range(span.start, span.end):
            fates[at] += 1
    assert all(n == 1 for n, char in zip(fates, document.text, strict=True) if not char.isspace())


def test_the_items_of_the_listing_are_bounded_as_a_reader_bounded_them() -> None:
    gold_file = ROOT / "tests" / "golden" / "002.boundaries.json"
    items = json.loads(gold_file.read_text(encoding="utf-8"))["items"]
    document, found = taken_apart("002")
    assert len(found.pieces) == len(items)
    for piece, item in zip(found.pieces, items, strict=True):
        body = document.text_span(Span(item["body_start"], item["body_end"]))
        assert piece.blocks[0].start == body.start
        assert piece.blocks[-1].end == body.end
        headline = document.text_span(Span(item["title_start"], item["title_end"]))
        assert piece.title and piece.title.end == headline.end
        assert piece.span.start == headline.start


def test_the_column_a_portal_files_a_report_under_is_no_part_of_its_title() -> None:
    document, found = taken_apart("002")
    assert found.pieces[0].title
    assert found.pieces[0].title.of(document.text) == "2020年湖州市政府工作报告"
    columns = [r for r in found.removed if r.span.of(document.text).startswith("【湖州招商】")]
    assert [r.category for r in columns] == ["navigation"]


@pytest.mark.parametrize(
    ("number", "title", "first", "last"),
    [
        ("000", "2024年湖州市政府工作报告（全文）", "各位代表：", "而努力奋斗！"),
        (
            "001",
            "2023年市政府工作报告重点工作半年度完成情况汇总表",
            "洪湖鹏市长主抓重点工作",
            "完成全年目标的64%。",
        ),
        ("003", None, "各区县人民政府，市府各部门，市直各单位：", "责任单位：市市场监管局"),
        ("004", "2024年金华市政府工作报告", "2024年1月30日在金华市", "！"),
    ],
)
def test_a_document_runs_from_its_first_to_its_last_line(
    number: str, title: str | None, first: str, last: str
) -> None:
    document, found = taken_apart(number)
    piece = found.pieces[0]
    assert (piece.title.of(document.text) if piece.title else None) == title
    assert piece.blocks[0].of(document.text).startswith(first)
    assert piece.blocks[-1].of(document.text).endswith(last)


@pytest.mark.parametrize(
    ("number", "category", "words"),
    [
        ("000", "spam", "精品"),
        ("000", "teaser", "一体推进国家碳达峰"),
        ("001", "navigation", "扫一扫"),
        ("002", "legal", "违约责任"),
        ("002", "advert", "投资咨询热线"),
        ("004", "repetition", "各位代表：现在"),
        ("004", "spam", "织梦CMS"),
        ("004", "comment_box", "发表评论"),
        ("004", "metadata", "责任编辑"),
    ],
)
def test_furniture_is_removed_with_its_category(number: str, category: str, words: str) -> None:
    document, found = taken_apart(number)
    runs = [r for r in found.removed if words in r.span.of(document.text)]
    assert [r.category for r in runs] == [category]
    assert " / " in runs[0].reason


def test_headings_of_the_lead_officials_stay_in_the_table() -> None:
    document, found = taken_apart("001")
    lines = [b.of(document.text) for b in found.pieces[0].blocks]
    assert "吴智勇常务副市长主抓重点工作" in lines
    assert {"序号", "目标任务", "推进情况"} <= set(lines)


def test_withheld_articles_say_why() -> None:
    for piece in taken_apart("002")[1].pieces[7:]:
        assert "not a government document" in piece.reason_withheld
