"""Statements of whole sentences: examples as data, then what must hold for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.extract import extract_statements
from build_site.extract.coverage import accounts
from build_site.extract.reading import folded, masked
from build_site.model.report import Kind, Role
from build_site.model.statement import Context, ParagraphText, Statement

REVIEW = ("2023年工作回顾",)
GOALS = ("2024年工作安排",)
REPORT = Context(Kind.WORK_REPORT, 2024)
TABLE = Context(Kind.PROGRESS_TABLE, 2023, "重点工作半年度完成情况汇总表")


def read(text: str, titles: tuple[str, ...] = REVIEW) -> list[Statement]:
    """Return the statements of a paragraph of a report of 2024."""
    return extract_statements([ParagraphText(text, Role.PROSE, titles)], REPORT)[0]


def brief(text: str, titles: tuple[str, ...] = REVIEW) -> list[tuple[object, ...]]:
    """Return (indicator, measure, comparator, value) of each statement."""
    return [(s.indicator_zh, s.measure, s.comparator, s.value) for s in read(text, titles)]


EXAMPLES = {
    "地区生产总值增长6%左右,奋力突破4000亿元关口。": [
        ("地区生产总值", "growth_rate", "approx", 6),
        ("地区生产总值", "level", "gt", 4000),
    ],
    "财政总收入117.7亿元,其中一般公共预算收入71.1亿元,分别增长12.1%和12%。": [
        ("财政总收入", "level", "eq", 117.7),
        ("一般公共预算收入", "level", "eq", 71.1),
        ("财政总收入", "growth_rate", "eq", 12.1),
        ("一般公共预算收入", "growth_rate", "eq", 12),
    ],
    "城镇、农村居民人均可支配收入分别达到74400元和47455元,增长8.5%和9.6%。": [
        ("城镇居民人均可支配收入", "level", "eq", 74400),
        ("农村居民人均可支配收入", "level", "eq", 47455),
        ("城镇居民人均可支配收入", "growth_rate", "eq", 8.5),
        ("农村居民人均可支配收入", "growth_rate", "eq", 9.6),
    ],
    "粮食播种面积和产量分别达到120.3万亩以上、10.59亿斤以上。": [
        ("粮食播种面积", "level", "ge", 120.3),
        ("粮食产量", "level", "ge", 10.59),
    ],
    "新增上市企业5家、国家专精特新“小巨人”企业10家、省科技型中小企业1506家。": [
        ("上市企业", "count", "eq", 5),
        ("国家专精特新“小巨人”企业", "count", "eq", 10),
        ("省科技型中小企业", "count", "eq", 1506),
    ],
    "3亿元以上制造业项目开工207个、竣工124个。": [
        ("3亿元以上制造业项目", "count", "eq", 207),
        ("3亿元以上制造业项目", "count", "eq", 124),
    ],
    "规上工业增加值增长8.4%,其中战略性新兴产业、装备制造业分别增长10.7%和12.6%。": [
        ("规上工业增加值", "growth_rate", "eq", 8.4),
        ("战略性新兴产业增加值", "growth_rate", "eq", 10.7),
        ("装备制造业增加值", "growth_rate", "eq", 12.6),
    ],
    "出口增长8.5%、占全国份额从年初的12.9%提高到13.3%。": [
        ("出口", "growth_rate", "eq", 8.5),
        ("出口占全国份额", "share", "eq", 12.9),
        ("出口占全国份额", "share", "eq", 13.3),
    ],
    "联动实施15条街路、7条河道整治。": [
        ("街路", "count", "eq", 15),
        ("河道整治", "count", "eq", 7),
    ],
    "推进20个百亿项目和102个亿元项目建设。": [
        ("百亿项目", "count", "eq", 20),
        ("亿元项目建设", "count", "eq", 102),
    ],
    "规上工业增加值增长9.7%,固定资产投资增长8.1%,增速均居全省第二。": [
        ("规上工业增加值", "growth_rate", "eq", 9.7),
        ("固定资产投资", "growth_rate", "eq", 8.1),
        ("规上工业增加值", "rank", "eq", 2),
        ("固定资产投资", "rank", "eq", 2),
    ],
    "全市固定资产投资增长8.9%,增速居全省第6位,较年初提升5位,高于全国0.2个百分点。": [
        ("固定资产投资", "growth_rate", "eq", 8.9),
        ("固定资产投资", "rank", "eq", 6),
        ("固定资产投资", "rank", "eq", 5),
        ("固定资产投资", "percentage_point_change", "eq", 0.2),
    ],
    "城镇登记失业率控制在3%以内,居民消费价格涨幅3%左右。": [
        ("城镇登记失业率", "share", "le", 3),
        ("居民消费价格", "growth_rate", "approx", 3),
    ],
    "跻身经济总量万亿城市行列。": [("经济总量", "level", "gt", 1)],
    "21项重要指标增幅居全省前三位。": [("重要指标增幅居全省前三位", "count", "eq", 21)],
    "一般性支出压减5.7%。": [("一般性支出", "growth_rate", "eq", 5.7)],
    "取消97.8%的证明事项。": [("证明事项", "share", "eq", 97.8)],
    "可持续发展指数位列全国11个创新示范区第1。": [("可持续发展指数", "rank", "eq", 1)],
    "宁波舟山港完成货物吞吐量11.2亿吨、集装箱吞吐量2753.5万标箱。": [
        ("宁波舟山港货物吞吐量", "level", "eq", 11.2),
        ("集装箱吞吐量", "level", "eq", 2753.5),
    ],
    "一般公共预算收入、城乡居民收入增长与经济增长基本同步。": [
        ("一般公共预算收入", "growth_rate", "sync", None),
        ("城乡居民收入", "growth_rate", "sync", None),
    ],
    "居民人均可支配收入增长快于经济增长。": [
        ("居民人均可支配收入", "growth_rate", "faster_than", None)
    ],
    "外贸出口占全国份额保持稳定。": [("外贸出口占全国份额", "share", "stable", None)],
    "城乡居民收入比持续缩小。": [("城乡居民收入比", "ratio", "decrease", None)],
    "完成节能减排降碳任务。": [("节能减排降碳", "level", "meet_assigned", None)],
    "能源和环境指标完成国家下达的计划目标。": [("能源和环境指标", "level", "meet_assigned", None)],
    "全体居民人均可支配收入6.3万元,其中城镇7.4万元、农村4万元,分别增长5.2%和7.3%。": [
        ("全体居民人均可支配收入", "level", "eq", 6.3),
        ("城镇居民人均可支配收入", "level", "eq", 7.4),
        ("农村居民人均可支配收入", "level", "eq", 4),
        ("城镇居民人均可支配收入", "growth_rate", "eq", 5.2),
        ("农村居民人均可支配收入", "growth_rate", "eq", 7.3),
    ],
    "生产总值增长6%以上、力争6.5%,优良率提升2.1个百分点至88.5%。": [
        ("生产总值", "growth_rate", "ge", 6),
        ("生产总值", "growth_rate", "eq", 6.5),
        ("优良率", "percentage_point_change", "eq", 2.1),
        ("优良率", "share", "eq", 88.5),
    ],
    "进出口总值386亿美元,其中出口210亿美元,分别增长12.3%和下降2.1%。": [
        ("进出口总值", "level", "eq", 386),
        ("出口", "level", "eq", 210),
        ("进出口总值", "growth_rate", "eq", 12.3),
        ("出口", "growth_rate", "eq", 2.1),
    ],
    "十方面民生实事项目全面完成。": [("民生实事项目", "count", "complete", None)],
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_sentence_gives_these_statements(text: str) -> None:
    assert brief(text) == EXAMPLES[text]


SILENT = (
    "各位代表:现在,我代表市人民政府,向大会报告工作,请予审议。",
    "“两个高水平”建设取得新进展。",
    "全面实施“六争攻坚”行动,聚焦省“8+4”经济政策体系。",
    "2019年是新中国成立70周年、“八八战略”实施16周年。",
    "加快推进3号线一期、204国道和5G应用。",
    "深入贯彻党的十九大和十九届二中、三中全会精神。",
    "智能化改造步伐加快,营商环境不断优化。",
    "做好第五次全国经济普查工作。",
    "支持12345热线、110联动。",
    "建立亿元以上重点项目库。",
)


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_without_a_quantity_stays_silent(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("规上工业增加值", "value-added-industry"),
        ("数字经济核心产业制造业增加值", "value-added-digital-core-manufacturing"),
        ("全省生产总值", "gdp"),
        ("外贸进出口总额", "trade-total"),
        ("出口", "exports"),
        ("地方财政收入", "local-fiscal-revenue"),
        ("半导体产业增加值", ""),
        ("高档制造业增加值", ""),
        ("商品零售总额", ""),
    ],
)
def test_near_names_are_not_merged(name: str, known: str) -> None:
    (statement,) = read(f"{name}增长7.1%。")
    assert statement.indicator_id == known


@pytest.mark.parametrize(
    ("text", "titles", "kind", "period"),
    [
        ("生产总值增长5%。", REVIEW, "actual", "2023"),
        ("生产总值增长5%。", GOALS, "target", "2024"),
        ("生产总值增长5%。", ("过去五年工作回顾",), "actual", "2019/2023"),
        ("生产总值增长5%。", ("今后五年的目标任务",), "target", "2024/2028"),
        ("到2025年，生产总值达到5000亿元。", GOALS, "target", "2025"),
        ("“十四五”期间，生产总值年均增长6%。", GOALS, "target", "2021/2025"),
        ("去年，生产总值增长5%。", GOALS, "actual", "2023"),
        ("上半年生产总值增长5%。", REVIEW, "actual", "2023-H1"),
        ("1-5月，生产总值增长5%。", REVIEW, "actual", "2023-01/2023-05"),
        ("生产总值比2020年增长5%。", REVIEW, "actual", "2023"),
        ("今年经济社会发展主要预期目标为：生产总值增长5%。", (), "target", "2024"),
    ],
)
def test_kind_and_period_follow_the_section_and_the_sentence(
    text: str, titles: tuple[str, ...], kind: str, period: str
) -> None:
    assert {(s.kind, s.period) for s in read(text, titles)} == {(kind, period)}


def test_a_progress_table_tells_target_from_progress() -> None:
    cells = [
        ParagraphText("固定资产投资增长9%。", Role.TARGET),
        ParagraphText("固定资产投资增长8.9%，截至一季度末，贷款增长5%。", Role.PROGRESS),
        ParagraphText("责任单位：市发展改革委5个处室", Role.AGENCIES),
    ]
    got = extract_statements(cells, TABLE)
    assert [[(s.kind, s.period) for s in cell] for cell in got] == [
        [("target", "2023")],
        [("progress", "2023-H1"), ("progress", "2023-Q1")],
        [],
    ]


def test_completion_percentages_belong_to_what_was_counted() -> None:
    got = read("新增托位1178个、床位670张，分别完成年度目标的117.8%、115.6%，同比增长3%。")
    assert [s.indicator_zh for s in got] == [
        "新增托位",
        "床位",
        "新增托位完成年度目标",
        "床位完成年度目标",
        "床位",
    ]


def test_the_value_before_a_change_is_a_baseline() -> None:
    got = read("不良贷款率从1.2%下降到0.9%。")
    assert [(s.kind, s.value, s.direction) for s in got] == [
        ("baseline", 1.2, ""),
        ("actual", 0.9, "down"),
    ]


def test_a_baseline_keeps_its_year() -> None:
    got = read("生产总值由2018年的3000亿元增加到2023年的4015亿元。")
    assert [(s.kind, s.period, s.value) for s in got] == [
        ("baseline", "2018", 3000),
        ("actual", "2023", 4015),
    ]


def test_a_level_and_the_growth_behind_it_share_a_quote() -> None:
    text = "全市生产总值突破3000亿元大关，增长7.9%，增速居全省第6位。"
    got = read(text)
    assert [s.quote.of(text) for s in got] == [
        "全市生产总值突破3000亿元大关，增长7.9%",
        "全市生产总值突破3000亿元大关，增长7.9%",
        "增速居全省第6位",
    ]
    assert [s.figure.of(text) for s in got if s.figure] == ["3000亿元", "7.9%", "第6位"]


def test_an_unsure_pairing_says_so() -> None:
    got = read("投资完成率分别达到49.7%、65.8%、63.5%。")
    assert [s.confidence for s in got] == [0.4, 0.4, 0.4]


def test_provisional_figures_are_marked() -> None:
    assert all(s.provisional for s in read("预计生产总值达到910亿元，增长7.8%。"))
    assert not any(s.provisional for s in read("生产总值达到910亿元。预计投资增长7.8%。")[:1])


WORDS = (
    "生产总值|增长|6%|分别|达到|和|、|，|。|；|第1|位|居全省|4000亿元|以上|左右|2023年|1-6月|“|”|（|）"
    "|《|》|三分之二|新增|家|项目|其中|占|从|到|两位|万|亿|.|-|:|,|千万|民生实事|完成|任务|5G"
    "|与经济增长同步"
)
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_any_text_gives_spans_of_its_own(text: str) -> None:
    assert len(folded(text)) == len(text)
    _, bare = masked(folded(text))
    assert len(bare) == len(text)
    statements = read(text)
    for s in statements:
        assert 0 <= s.quote.start < s.quote.end <= len(text)
        if s.figure:
            assert s.quote.start <= s.figure.start < s.figure.end <= s.quote.end
            assert s.value is not None
    assert sum(1 for _ in accounts(text, statements)) >= 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_makes_the_extraction_fail(text: str) -> None:
    read(text)


def test_every_run_of_digits_is_accounted_for() -> None:
    text = "1.1-6月，全市“8+4”资金支出147.6亿元，支出进度达64%，居世界500强前10位。"
    reasons = [a.reason for a in accounts(text, read(text))]
    assert "" not in reasons
    assert reasons.count("statement") >= 2
