"""Events of named things: half of the examples are clauses that name none."""

import pytest

from build_site.extract import extract_milestones, extract_statements
from build_site.extract.milestones import events
from build_site.model.report import Kind
from build_site.model.statement import Context, ParagraphText

REPORT = Context(Kind.WORK_REPORT, 2020, "2020年政府工作报告")
NAMED = [
    (
        "target",
        "争取机场三期、轨道交通3号线一期等项目建成投用",
        [("建成投用", "机场三期"), ("建成投用", "轨道交通3号线一期")],
    ),
    ("target", "办好亚洲举重锦标赛等重大赛事", [("办好", "亚洲举重锦标赛")]),
    ("target", "争创全国卫生城市", [("争创", "全国卫生城市")]),
    ("target", "推动市疾控中心迁建开工建设", [("开工建设", "市疾控中心迁建")]),
    ("actual", "栎社机场三期工程建成投运", [("建成投运", "栎社机场三期工程")]),
    ("actual", "通过国家卫生城市复审", [("通过", "国家卫生城市")]),
    ("actual", "西部水厂基本建成", [("建成", "西部水厂")]),
    (
        "actual",
        "成功举办亚洲举重锦标赛和首届全民运动会",
        [("成功举办", "亚洲举重锦标赛"), ("成功举办", "首届全民运动会")],
    ),
    ("target", "市客运南站年底前投入使用", [("投入使用", "市客运南站")]),
    ("actual", "郑渝高铁方城站开通运营", [("开通运营", "郑渝高铁方城站")]),
    ("target", "确保芙蓉学校9月建成开学", [("建成开学", "芙蓉学校")]),
    ("actual", "9月底前西部水厂建成投用", [("建成投用", "西部水厂")]),
    ("target", "争创国家知识产权试点城市", [("争创", "国家知识产权试点城市")]),
    ("actual", "市民中心主体结构封顶", [("封顶", "市民中心")]),
    ("actual", "集体经济薄弱村全面消除", [("消除", "集体经济薄弱村")]),
    ("actual", "基本消除集体经济薄弱村", [("消除", "集体经济薄弱村")]),
]
NAMELESS = [
    ("actual", "加快城市展览馆建成投用"),
    ("actual", "全市人民翘首以盼的沿海高速即将通车"),
    ("actual", "一批重大项目建成投产"),
    ("target", "谋划沪嘉甬铁路开工建设"),
    ("target", "加快甬舟铁路前期，争取早日开工"),
    ("target", "支持鄞州区争创省级改革试验区"),
    ("target", "办好系列招商活动"),
    ("actual", "营商环境明显优化"),
    ("actual", "通过深化改革激发活力"),
    ("actual", "部分路段建成通车"),
    ("actual", "市民中心大楼封顶"),
    ("actual", "获批国家知识产权试点"),
    ("actual", "有序推进学校复课开学"),
    ("actual", "有效消除安全隐患"),
    ("actual", "为成功举办“中国特色、精彩纷呈”的盛会贡献了力量"),
]


@pytest.mark.parametrize(("kind", "clause", "expected"), NAMED)
def test_each_named_thing_of_a_clause_is_one_event(
    kind: str, clause: str, expected: list[tuple[str, str]]
) -> None:
    assert [(one.verb, one.name) for one in events(clause, kind)] == expected


@pytest.mark.parametrize(("kind", "clause"), NAMELESS)
def test_plans_wishes_and_nameless_things_are_no_events(kind: str, clause: str) -> None:
    assert list(events(clause, kind)) == []


def test_the_word_that_limits_an_event_is_kept() -> None:
    assert [one.partly for one in events("西部水厂基本建成", "actual")] == ["基本"]
    assert [one.partly for one in events("西部水厂建成", "actual")] == [""]


def test_an_event_takes_kind_and_period_from_its_heading_and_quotes_its_clause() -> None:
    text = "交通提速，栎社机场三期工程建成投运，新增航线12条。"
    paragraph = ParagraphText(text, section_titles=("2019年工作回顾",))
    known = extract_statements([paragraph], REPORT)
    ((event,),) = extract_milestones([paragraph], REPORT, known)
    assert (event.kind, event.period, event.comparator) == ("actual", "2019", "complete")
    assert (event.value, event.figure) == (None, None)
    assert event.quote.of(text) == "栎社机场三期工程建成投运"


def test_a_clause_that_holds_a_figure_is_not_read_twice() -> None:
    paragraph = ParagraphText("开工建设公园绿地50万平方米。", section_titles=("2019年工作回顾",))
    known = extract_statements([paragraph], REPORT)
    assert [len(one) for one in known] == [1]
    assert extract_milestones([paragraph], REPORT, known) == [[]]


def test_a_title_won_again_is_an_event_beside_its_run() -> None:
    paragraph = ParagraphText("争创全国卫生城市“五连冠”。", section_titles=("2020年工作安排",))
    known = extract_statements([paragraph], REPORT)
    assert [one.unit_zh for one in known[0]] == ["连冠"]
    ((event,),) = extract_milestones([paragraph], REPORT, known)
    assert (event.indicator_zh, event.action, event.kind) == ("全国卫生城市", "争创", "target")
