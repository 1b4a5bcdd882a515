from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.text import Span
from build_site.structure.completions import completions

FULFILLED = {
    "一般公共预算支出318.54亿元，完成年初预算的54.8%": [("一般公共预算支出", 54.8, "certain")],
    "截至6月底，筹建住房16486套，完成年度目标的110%。": [("筹建住房", 110, "certain")],
    "实到外资9.7亿美元，完成全年目标60.6%总量位居全省第4": [("实到外资", 60.6, "certain")],
    "甲高铁、乙铁路和丙铁路分别完成投资5.96亿元、32.9亿元、16.5亿元，占年度计划的49.7%65.8%63.5%": [
        ("甲高铁", 49.7, "certain"),
        ("乙铁路", 65.8, "certain"),
        ("丙铁路", 63.5, "certain"),
    ],
    "新开工工业项目132个，技改项目40个，已完成年度目标任务的91%、88.9%": [
        ("新开工工业项目", 91, "certain"),
        ("技改项目", 88.9, "certain"),
    ],
    "新增3岁以下托位178个（其中普惠托位78个），分别完成全年目标的117.8%96.3%": [
        ("新增3岁以下托位", 117.8, "certain"),
        ("普惠托位", 96.3, "certain"),
    ],
    "98个省级项目年度投资完成率为71.4%，居全省第4位": [("98个省级项目年度投资", 71.4, "certain")],
    "拔钉除患总体完成进度81.49%": [("拔钉除患", 81.49, "certain")],
    "新建厂区主体建设完成40%，设备安装准备中": [("新建厂区主体建设", 40, "certain")],
    "今年完成投资2.08亿元，占年度计划3.5亿元的59.4%": [("完成投资", 59.4, "certain")],
    "建成三个片区，改造项目7个，分别完成年度目标的50%60%70%": [
        ("建成三个片区，改造项目7个", 50, "uncertain"),
        ("建成三个片区，改造项目7个", 60, "uncertain"),
        ("建成三个片区，改造项目7个", 70, "uncertain"),
    ],
    "季度督导完成率、“两员”配备率100%": [("季度督导", 100, "uncertain")],
}


@pytest.mark.parametrize("text", FULFILLED)
def test_a_stated_completion_is_read_with_what_it_refers_to(text: str) -> None:
    found = completions(text, [Span(0, len(text))])
    assert [(c.of_zh, c.percent, c.alignment) for c in found] == FULFILLED[text]
    assert all(float(c.span.of(text).rstrip("%")) == c.percent for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "地区生产总值增长5.7%，增速高于全国0.2个百分点",
        "民生支出239.8亿元，占全市一般公共预算支出的75.3%",
        "完成规上工业总营收3212亿元，占全市比重91.4%",
        "全市建成幼儿园6所，入学率达99.5%",
        "教师配备率已达100%，家庭教育实现区县100%全覆盖",
        "新开工项目70个，开工率82.4%",
        "占3亿元以上工业项目引进数的66.7%，较去年底提升10.7个百分点",
        "地表水水质达标率均保持100%",
        "完成率居全省第6位，同比提高5%",
        "小微企业贷款余额占全部贷款的30%",
        "综合保障率93.9%，位居全省第1",
        "全年完成投资480亿元以上",
        "确保完成年度目标任务",
    ],
)
def test_growth_shares_and_outcome_rates_are_no_completions(text: str) -> None:
    assert completions(text, [Span(0, len(text))]) == ()


def test_the_growth_rate_beside_a_completion_is_left_alone() -> None:
    text = "总体进度为74.9%，同比增长22%；街巷创建107条，总体进度73.4%，同比增长21%"
    assert [c.percent for c in completions(text, [Span(0, len(text))])] == [74.9, 73.4]


@given(st.text(alphabet="完成年度目标的占计划进度率5.%，。、分别（）", max_size=50))
def test_every_completion_quotes_its_number(text: str) -> None:
    for one in completions(text, [Span(0, len(text))]):
        assert float(one.span.of(text).rstrip("%％ ")) == one.percent
