"""Each check notices what it is for, and is silent about sound text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.check import certificates_of, check
from build_site.check.marks import unbalanced
from build_site.check.numerals import figures_in
from build_site.check.values import suspicious
from build_site.model.finding import Severity
from build_site.model.report import Kind
from build_site.vocab.layout import is_layout
from tests.publish.factory import Maker, edition_of, report_of, sample


def found(text: str, *, complete: bool = True, kind: Kind = Kind.WORK_REPORT) -> set[str]:
    maker = Maker(text)
    report = report_of(maker, paragraphs=(text,), complete=complete, kind=kind)
    noticed = check(edition_of(maker, report))
    return {f.check for f in noticed if f.severity is not Severity.INFO}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长5.8%，达到4015亿元，“两个健康”走在前列。", set()),
        ("新升规\ue43b企业一百家，增长很快。", {"damage"}),
        ("新升规\ufffd企业一百家，增长很快。", {"damage"}),
        ("发(fā)展很快，形势喜人，一路向前。", {"gloss"}),
        ("三(二)班、PM2.5(细颗粒物)、QFLP(合格境外有限合伙人)都在。", set()),
        ("发展很快，形勢喜人，一路向前。", {"traditional"}),
        ("显著、乾西、毘山、著名都是对的，不应提示。", set()),
        ("打好“金象金牛行动，一路向前，再创佳绩。", {"marks"}),
        ("完成49.7%65.8%63.5%，一路向前。", {"values"}),
        ("13月40日召开会议，一路向前，再创佳绩。", {"values"}),
        ("这一段文字到这里突然就中断了没有", {"completeness"}),
    ],
)
def test_a_check_notices_its_fault_and_nothing_else(text: str, expected: set[str]) -> None:
    assert found(text) == expected


def test_a_document_marked_incomplete_is_a_finding() -> None:
    assert found("一切都好，一路向前，再创佳绩。", complete=False) == {"completeness"}


def test_a_non_report_is_not_checked() -> None:
    assert found("发(fā)展\ue43b“", kind=Kind.NON_REPORT) == set()


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("（一）加快“两化”融合", ""),
        ("1）第一项", ""),
        ("（甲)乙", ""),
        ("“甲“乙”", "“"),
        ("甲”乙", "”"),
        ("《甲（乙》", "("),
    ],
)
def test_marks_without_partner_are_named(text: str, marks: str) -> None:
    assert "".join(mark for _, mark in unbalanced(text)) == marks


@given(st.text("甲“”（）《》", max_size=20))
def test_balanced_text_stays_balanced_inside_brackets(text: str) -> None:
    if not list(unbalanced(text)):
        assert not list(unbalanced(f"甲（{text}）"))


@pytest.mark.parametrize("text", ["增长120%", "1-6月", "12月31日", "2.5倍和3%、4%"])
def test_plausible_values_are_left_alone(text: str) -> None:
    assert list(suspicious(text)) == []


def test_figures_are_digit_runs_with_decimals_and_percent_and_numeral_runs() -> None:
    text = "增长5.8%，1,029亿元，三分之二，２０２４年"
    assert [f for _, f in figures_in(text)] == ["5.8%", "1,029", "亿", "三", "二", "２０２４"]


def certificate(maker: Maker, *paragraphs: str, removed: tuple[tuple[str, str], ...] = ()):  # type: ignore[no-untyped-def]
    report = report_of(maker, paragraphs=paragraphs)
    (one,) = certificates_of(edition_of(maker, report, removed=removed))
    assert one.figures == one.published + one.removed + one.edited + len(one.missing)
    return one


def test_every_figure_of_a_document_is_accounted_for() -> None:
    maker = Maker("增长5.8%。\n电话12345\n共２３4亿。\n").repaired("width", ("２３4", "234"))
    one = certificate(maker, "增长5.8%。", "共234亿。", removed=(("电话12345", "advert"),))
    assert (one.figures, one.published, one.removed, one.missing) == (4, 3, 1, ())


def test_a_figure_in_no_paragraph_and_no_removed_run_is_missing() -> None:
    one = certificate(Maker("增长5.8%。\n漏掉99家\n"), "增长5.8%。")
    assert one.missing == ((10, "99"),)
    assert not one.holds


def test_a_figure_changed_by_a_rule_is_edited_and_the_new_one_is_named() -> None:
    maker = Maker("增长5.8%。").repaired("bad", ("5.8%", "6.8%"))
    one = certificate(maker, "增长6.8%。")
    assert one.edited == 1
    assert one.added == ((2, "6.8%"),)


def test_a_numeral_inside_a_restored_word_is_no_added_figure() -> None:
    maker = Maker("想方设法。正常").repaired("spin", ("想方设法", "千方百计"), ("正常", "一般"))
    assert certificate(maker, "千方百计。一般").added == ()


def test_spaces_and_breaks_inside_a_number_are_no_loss() -> None:
    maker = Maker("共74.4\n万亿").repaired("join", ("4\n万", "4万"))
    one = certificate(maker, "共74.4万亿")
    assert one.missing == () and one.added == ()


def test_a_sound_publication_has_a_certificate_that_holds() -> None:
    for one in certificates_of(sample().editions[0]):
        assert one.holds


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("。", Kind.WORK_REPORT, True),
        ("序号\n目标任务\n推进情况", Kind.PROGRESS_TABLE, True),
        ("序号\n目标任务\n推进情况\n49", Kind.PROGRESS_TABLE, True),
        ("序号\n目标任务\n推进情况", Kind.WORK_REPORT, False),
        ("完成投资12亿元\n推进情况", Kind.PROGRESS_TABLE, False),
        ("49", Kind.PROGRESS_TABLE, True),
        ("50", Kind.PROGRESS_TABLE, False),
        ("漏掉的一段话", Kind.PROGRESS_TABLE, False),
    ],
)
def test_layout_is_told_from_text(text: str, kind: Kind, expected: bool) -> None:
    assert is_layout(text, kind, {"49"}) is expected
