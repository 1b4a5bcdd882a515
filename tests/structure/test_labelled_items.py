"""Items that label their target, progress and agencies: what becomes of each paragraph."""

from __future__ import annotations

import pytest

from build_site.model.report import Outline, Role
from build_site.structure.labelled_items import labels_items, read_labelled_items
from tests.structure.lines import piece_of

ITEM = (
    "{n}.改造老旧小区{n}。",
    "年度目标：改造老旧小区20{n}个。",
    "进展情况：已完工11{n}个，完成年度任务的5{n}%。",
    "责任单位：市住房局、市财政局",
)
LIST = [
    "现将进展情况公布如下：",
    *(line.format(n=n) for n in (1, 2, 3) for line in ITEM),
    "下一步抓紧。",
]


def read(lines: list[str]) -> tuple[str, Outline]:
    text = "\n".join(lines)
    return text, read_labelled_items(text, piece_of(text))


def test_the_label_is_printed_in_the_paragraph_and_left_out_of_the_task() -> None:
    text, found = read(LIST)
    assert [t.number for t in found.tasks] == ["1", "2", "3"]
    first = found.tasks[0]
    assert [s.of(text) for s in first.target] == ["改造老旧小区201个。"]
    assert [s.of(text) for s in first.progress] == ["已完工111个，完成年度任务的51%。"]
    assert [(a.name_zh, a.role) for a in first.agencies] == [
        ("市住房局", "lead"),
        ("市财政局", "supporting"),
    ]
    assert "进展情况：已完工111个，完成年度任务的51%。" in [
        p.span.of(text) for p in found.paragraphs
    ]


def test_the_name_of_an_item_is_a_heading_where_its_target_stands_below() -> None:
    _, found = read(LIST)
    assert [s.title for s in found.sections] == ["改造老旧小区1", "改造老旧小区2", "改造老旧小区3"]


def test_without_a_labelled_target_the_numbered_line_is_the_target() -> None:
    text, found = read([line for line in LIST if not line.startswith("年度目标")])
    assert found.sections == ()
    assert found.tasks[0].target[0].of(text) == "改造老旧小区1。"


def test_what_stands_around_the_items_is_prose() -> None:
    text, found = read(LIST)
    prose = [p.span.of(text) for p in found.paragraphs if p.role is Role.PROSE]
    assert prose == [LIST[0], LIST[-1]]


def test_a_stated_completion_belongs_to_its_item() -> None:
    _, found = read(LIST)
    assert [len(task.completions) for task in found.tasks] == [1, 1, 1]


@pytest.mark.parametrize(
    ("lines", "labelled"),
    [
        (LIST, True),
        (LIST[:8], False),  # two labels
        (["序号", "目标任务", "进展情况", "1", "改造", "已完成", "2", "新建", "已完成"], False),
        (["进展情况良好。", "完成情况见附件。", "推进情况如下表。"], False),
    ],
)
def test_three_labels_make_a_list(lines: list[str], labelled: bool) -> None:
    text = "\n".join(lines)
    assert labels_items(text, piece_of(text)) is labelled
