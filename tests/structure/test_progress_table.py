from __future__ import annotations

from build_site.model.report import Outline, Role
from build_site.structure.progress_table import read_progress_table
from tests.structure.lines import piece_of


def read(text: str) -> Outline:
    return read_progress_table(text, piece_of(text))


CELLS = """张宏亮副市长主抓重点工作
序号
目标任务
推进情况
7
新增托位1000个。（责任单位：市教育局、各区县政府<甲新区、乙区管委会>）
1.1-6月，新增托位1178个，完成年度任务的117.8%
2.排定项目52项。
8
打造和美乡村10个。
责任单位：市农业农村局
推进中。
2023年市政府民生实事
序号
民生实事
进度情况
1
养老服务
新增床位580张牵头市领导：夏坚定，责任单位：市民政局；建成厨房50个牵头市领导：张宏亮，责任单位：市场监管局。
1.新增床位670张，完成全年目标的115.5%
1
养老服务
建成服务站5个责任单位：市民政局
1.已建成5个。
"""


def test_rows_of_one_cell_a_line_become_tasks_with_keys_from_printed_numbers() -> None:
    outline = read(CELLS)
    assert [t.key for t in outline.tasks] == ["7", "8", "livelihood-1", "livelihood-1-2"]
    assert [t.number for t in outline.tasks] == ["7", "8", "1", "1"]
    assert outline.tasks[0].lead_official_zh == "张宏亮"
    assert outline.tasks[0].lead_official_title_zh == "副市长"


def test_target_agencies_and_progress_are_told_apart() -> None:
    outline = read(CELLS)
    words = [(p.role, p.span.of(CELLS)) for p in outline.paragraphs if p.task == 0]
    assert words == [
        (Role.TARGET, "新增托位1000个。"),
        (Role.AGENCIES, "（责任单位：市教育局、各区县政府<甲新区、乙区管委会>）"),
        (Role.PROGRESS, "1.1-6月，新增托位1178个，完成年度任务的117.8%"),
        (Role.PROGRESS, "2.排定项目52项。"),
    ]
    assert [(c.percent, c.of_zh) for c in outline.tasks[0].completions] == [(117.8, "新增托位")]


def test_agencies_in_a_line_of_their_own_belong_to_the_target() -> None:
    task = read(CELLS).tasks[1]
    assert [a.name_zh for a in task.agencies] == ["市农业农村局"]
    assert [s.of(CELLS) for s in task.progress] == ["推进中。"]


def test_a_livelihood_row_with_several_owners_has_items_and_titles_from_the_headings() -> None:
    task = read(CELLS).tasks[2]
    assert [(i.span.of(CELLS), i.lead_official_zh) for i in task.items] == [
        ("新增床位580张", "夏坚定"),
        ("建成厨房50个", "张宏亮"),
    ]
    assert [(a.name_zh, a.role, a.item) for a in task.agencies] == [
        ("市民政局", "lead", 0),
        ("市场监管局", "lead", 1),
    ]
    assert task.lead_official_zh == "夏坚定、张宏亮"
    assert task.lead_official_title_zh == ""  # nothing says what 夏坚定 is


def test_a_row_without_a_named_official_under_no_group_has_none() -> None:
    assert read(CELLS).tasks[3].lead_official_zh == ""
    assert read(CELLS).tasks[3].items == ()


def test_groups_are_sections_and_categories_lie_below_them() -> None:
    sections = read(CELLS).sections
    assert [(s.level, s.title, s.parent) for s in sections] == [
        (1, "张宏亮副市长主抓重点工作", None),
        (1, "2023年市政府民生实事", None),
        (2, "养老服务", 1),
        (2, "养老服务", 1),
    ]


def test_a_row_a_line_is_read_by_its_heads_in_any_order() -> None:
    text = (
        "序号\t重点任务\t牵头单位\t配合单位\t责任领导\t完成时限\t进展情况\n"
        "1\t建成学校6所\t市教育局\t市财政局、市住建局\t王纲市长\t12月底\t已建成3所，完成年度目标的50%\n"
        "2\t新增床位100张\t市卫健委\t\t李强副市长\t10月底\t推进中\n"
    )
    first, second = read(text).tasks
    assert [(a.name_zh, a.role) for a in first.agencies] == [
        ("市教育局", "lead"),
        ("市财政局", "supporting"),
        ("市住建局", "supporting"),
    ]
    assert (first.lead_official_zh, first.lead_official_title_zh) == ("王纲", "市长")
    assert [c.percent for c in first.completions] == [50]
    assert (second.number, second.lead_official_zh) == ("2", "李强")
    assert second.progress[-1].of(text) == "推进中"


def test_a_row_of_a_drawn_table_is_read_too() -> None:
    text = (
        "| 序号 | 目标任务 | 责任单位 | 完成情况 |\n| --- | --- | --- | --- |\n"
        "| 1 | 建路 | 市交通局 | 已完成 |\n"
    )
    (task,) = read(text).tasks
    assert [s.of(text) for s in task.target] == ["建路"]
    assert [a.name_zh for a in task.agencies] == ["市交通局"]
    assert [s.of(text) for s in task.progress] == ["已完成"]


def test_a_column_of_agencies_is_found_when_each_cell_has_a_line() -> None:
    text = "序号\n重点任务\n责任单位\n进展情况\n1\n建成学校6所\n市教育局、市财政局\n已建成3所。\n"
    (task,) = read(text).tasks
    assert [a.name_zh for a in task.agencies] == ["市教育局", "市财政局"]
    assert [s.of(text) for s in task.progress] == ["已建成3所。"]


def test_numbers_in_progress_lines_open_no_row() -> None:
    text = "序号\n目标任务\n推进情况\n1\n建路。责任单位：市交通局\n1.完成3公里。\n2.完成5公里。\n"
    assert [t.key for t in read(text).tasks] == ["1"]
    assert len(read(text).tasks[0].progress) == 2


def test_a_text_without_a_table_has_no_tasks() -> None:
    text = "各位代表：\n现在我向大会报告工作。\n2023\n"
    outline = read(text)
    assert outline.tasks == () and len(outline.paragraphs) == 3


def test_nothing_but_heads_and_numbers_is_left_out_of_the_paragraphs() -> None:
    outline = read(CELLS)
    spans = [s.span for s in outline.sections] + [p.span for p in outline.paragraphs]
    covered = "".join(span.of(CELLS) for span in spans)
    left = {line for line in CELLS.splitlines() if line not in covered}
    assert left == {"序号", "目标任务", "推进情况", "进度情况"}


def test_columns_of_owners_fill_in_order_when_each_cell_has_a_line() -> None:
    text = (
        "序号\n工作任务\n牵头领导\n牵头单位\n配合单位\n进展情况\n"
        "1\n建设高铁站\n王纲\n市发改委\n市交通局、市财政局\n已开工。\n"
    )
    (task,) = read(text).tasks
    assert task.lead_official_zh == "王纲"
    assert [(a.name_zh, a.role) for a in task.agencies] == [
        ("市发改委", "lead"),
        ("市交通局", "supporting"),
        ("市财政局", "supporting"),
    ]
    assert [s.of(text) for s in task.progress] == ["已开工。"]
