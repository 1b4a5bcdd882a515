from __future__ import annotations

import pytest

from build_site.model.report import Kind, Outline, Role
from build_site.structure.responsibility_list import read_responsibility_list
from tests.structure.lines import piece_of


def read(text: str) -> Outline:
    return read_responsibility_list(text, piece_of(text, Kind.RESPONSIBILITY_BREAKDOWN))


LIST = """各区县人民政府：
现印发给你们。
附件：1.重点工作责任分解
2.民生实事责任分解
2021年3月22日
附件1
重点工作
责任分解
一、王纲市长牵头重点工作
1.构建新布局。
责任单位：市发展改革委、市科技局（列第一位者为工作牵头单位，下同）
2.补齐短板。
责任单位：市财政局
二、闵云副市长牵头重点工作
1.建设健康城市。（责任单位：市卫生健康委）
附件2
民生实事责任分解
一、推进教育均衡化（2个子项）。新建幼儿园17所；新增机构12家，建成小屋75家。
责任单位：市教育局、市卫生健康委
二、美化家园（3个子项）。改造小区19个；新增绿道50公里。
责任单位：市建设局
"""


def test_keys_hold_annex_group_and_number_since_numbering_restarts() -> None:
    keys = [t.key for t in read(LIST).tasks]
    assert keys == ["annex1-1-1", "annex1-1-2", "annex1-2-1", "annex2-1", "annex2-2"]


def test_the_heading_of_a_group_names_the_lead_official_of_its_tasks() -> None:
    found = [(t.lead_official_zh, t.lead_official_title_zh) for t in read(LIST).tasks]
    assert found[:3] == [("王纲", "市长"), ("王纲", "市长"), ("闵云", "副市长")]
    assert found[3] == ("", "")


def test_the_first_named_agency_leads_and_the_note_is_no_part_of_its_name() -> None:
    task = read(LIST).tasks[0]
    assert [(a.name_zh, a.role) for a in task.agencies] == [
        ("市发展改革委", "lead"),
        ("市科技局", "supporting"),
    ]


def test_annexes_hold_groups_and_a_title_over_two_lines_is_one() -> None:
    sections = read(LIST).sections
    assert [(s.level, s.number, s.title, s.parent) for s in sections] == [
        (1, "附件1", "重点工作责任分解", None),
        (2, "一", "王纲市长牵头重点工作", 0),
        (2, "二", "闵云副市长牵头重点工作", 0),
        (1, "附件2", "民生实事责任分解", None),
    ]


def test_sub_items_are_split_only_where_their_printed_number_agrees() -> None:
    tasks = read(LIST).tasks
    assert [i.span.of(LIST) for i in tasks[3].items] == [
        "新建幼儿园17所",
        "新增机构12家，建成小屋75家。",
    ]
    assert tasks[4].items == ()


def test_a_paragraph_keeps_its_number_and_the_target_leaves_it_out() -> None:
    outline = read(LIST)
    first = next(p for p in outline.paragraphs if p.task == 0)
    assert first.span.of(LIST) == "1.构建新布局。" and first.role is Role.TARGET
    assert outline.tasks[0].target[0].of(LIST) == "构建新布局。"


def test_what_stands_before_the_tasks_is_prose_or_list() -> None:
    before = [p.role for p in read(LIST).paragraphs if p.task is None]
    assert before == [Role.PROSE, Role.PROSE, Role.LIST, Role.LIST, Role.PROSE]


def test_themes_that_name_nobody_are_groups_too() -> None:
    text = (
        "一、经济发展\n1.增长6%。（市发展改革委牵头，市经信局配合）\n2.扩大消费。\n"
        "牵头单位：市商务局\n配合单位：市文旅局、市市场监管局\n二、社会民生\n"
        "（一）办好教育。责任单位：市教育局\n"
    )
    outline = read(text)
    assert [s.title for s in outline.sections] == ["经济发展", "社会民生"]
    assert [[(a.name_zh, a.role) for a in t.agencies] for t in outline.tasks] == [
        [("市发展改革委", "lead"), ("市经信局", "supporting")],
        [("市商务局", "lead"), ("市文旅局", "supporting"), ("市市场监管局", "supporting")],
        [("市教育局", "lead")],
    ]
    assert all(t.lead_official_zh == "" and t.items == () for t in outline.tasks)


@pytest.mark.parametrize(
    "text",
    [
        "一、加强领导。各地要高度重视。\n",
        "2021年3月22日\n",
        "附件：1.责任分解\n",
        "（此件公开发布）\n",
    ],
)
def test_prose_of_the_covering_letter_is_no_task(text: str) -> None:
    assert read(text).tasks == ()


def test_a_line_that_names_the_leader_inside_a_task_opens_no_group() -> None:
    text = (
        "一、重点项目\n1.建设园区。\n牵头领导：王纲县长\n责任单位：县发改局\n"
        "2.修路。\n责任单位：县交通局\n"
    )
    outline = read(text)
    assert [s.title for s in outline.sections] == ["重点项目"]
    assert [(t.key, t.lead_official_zh) for t in outline.tasks] == [("1-1", "王纲"), ("1-2", "")]
