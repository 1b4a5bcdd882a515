"""Sentences in the manner of other provinces: examples as data, half of them traps."""

import pytest

from tests.extract.test_statements import GOALS, REVIEW, brief, read

ELSEWHERE = {
    "工业增加值386.2亿元、9.3%,社会消费品零售总额402.5亿元、8.2%。": [
        ("工业增加值", "level", "eq", 386.2),
        ("工业增加值", "growth_rate", "eq", 9.3),
        ("社会消费品零售总额", "level", "eq", 402.5),
        ("社会消费品零售总额", "growth_rate", "eq", 8.2),
    ],
    "地区生产总值达到1023.5亿元、同比增长(下同)7.1%。": [
        ("地区生产总值", "level", "eq", 1023.5),
        ("地区生产总值", "growth_rate", "eq", 7.1),
    ],
    "牲畜存栏稳定在1000万头(只)左右。": [("牲畜", "count", "approx", 1000)],
    "生猪存栏32.6万头、出栏51.3万头。": [
        ("生猪存栏", "count", "eq", 32.6),
        ("生猪出栏", "count", "eq", 51.3),
    ],
    "粮食播种面积133.2万亩、总产10亿斤以上。": [
        ("粮食播种面积", "level", "eq", 133.2),
        ("粮食总产", "level", "ge", 10),
    ],
    "蔬菜种植面积45万亩、产量156万吨。": [
        ("蔬菜种植面积", "level", "eq", 45),
        ("蔬菜产量", "level", "eq", 156),
    ],
    "限额以上批发业、零售业、餐饮业销售额(营业额)分别增长12%、8%、10%。": [
        ("限额以上批发业销售额（营业额）", "growth_rate", "eq", 12),
        ("零售业销售额（营业额）", "growth_rate", "eq", 8),
        ("餐饮业销售额（营业额）", "growth_rate", "eq", 10),
    ],
    "二氧化硫、氮氧化物排放量分别削减3%和3.5%。": [
        ("二氧化硫排放量", "growth_rate", "eq", 3),
        ("氮氧化物排放量", "growth_rate", "eq", 3.5),
    ],
    "人口自然增长率控制在7‰以内。": [("人口自然增长率", "growth_rate", "le", 7)],
    "平均利率4.35%,较上年下降56个基点。": [
        ("平均利率", "share", "eq", 4.35),
        ("平均利率", "percentage_point_change", "eq", 56),
    ],
    "进出口总额翻了一番。": [("进出口总额", "ratio", "eq", 1)],
    "营商环境跻身全国地级市前30强。": [("营商环境", "rank", "le", 30)],
    "建成区绿化覆盖率42.3%,再生水利用率28%。": [
        ("建成区绿化覆盖率", "share", "eq", 42.3),
        ("再生水利用率", "share", "eq", 28),
    ],
    "每千人口拥有3岁以下婴幼儿托位数达到4.5个。": [
        ("每千人口拥有3岁以下婴幼儿托位数", "count", "eq", 4.5)
    ],
    "PM2.5平均浓度控制在35μg/m³以下。": [("PM2.5平均浓度", "level", "le", 35)],
    "收购烟叶68.5万担。": [("收购烟叶", "level", "eq", 68.5)],
    "主要经济指标增幅普遍高于全省平均水平。": [
        ("主要经济指标", "growth_rate", "faster_than", None)
    ],
}


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_sentence_of_another_province_gives_these_statements(text: str) -> None:
    assert brief(text) == ELSEWHERE[text]


CLAIMS = {
    "居民收入增幅高于经济增幅。": ("居民收入", "faster_than"),
    "外贸进出口稳中提质。": ("外贸进出口", "stable"),
    "全社会固定资产投资平稳增长。": ("全社会固定资产投资", "increase"),
    "物价水平总体稳定。": ("物价水平", "stable"),
    "城乡收入差距持续缩小。": ("城乡收入差距", "decrease"),
    "完成上级下达的节能减排目标。": ("节能减排", "meet_assigned"),
    "主要污染物排放总量控制在自治区下达指标以内。": ("主要污染物排放总量", "meet_assigned"),
}


@pytest.mark.parametrize("text", CLAIMS)
def test_a_goal_without_a_number_is_typed(text: str) -> None:
    assert [(s.indicator_zh, s.comparator) for s in read(text, GOALS)] == [CLAIMS[text]]


@pytest.mark.parametrize("text", ["完成国家下达的计划任务。", "生态环境质量持续改善。"])
def test_a_goal_that_names_no_measure_stays_silent(text: str) -> None:
    assert brief(text, GOALS) == []


@pytest.mark.parametrize(
    "text",
    [
        "集中清零贮存超过1年的危险废物。",
        "推进国道318线改造。",
        "完成宁波2049城市总体战略研究。",
        "启动第二轮土地承包到期后再延长30年试点。",
        "为全市50-74周岁居民免费筛查。",
        "开展2023“活力之城”促消费活动。",
    ],
)
def test_an_age_a_road_or_a_vision_is_no_quantity(text: str) -> None:
    assert brief(text, GOALS) == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("全社会R&D经费投入占GDP的比重", "rd-intensity"),
        ("研究与试验发展经费支出占地区生产总值比重", "rd-intensity"),
        ("全社会研发经费投入", "rd-expenditure"),
        ("规模工业增加值", "value-added-industry"),
        ("农牧民人均可支配收入", "per-capita-disposable-income-rural"),
        ("户籍人口城镇化率", "urbanisation-rate-registered"),
        ("第一产业增加值", "value-added-primary-industry"),
        ("城市低保标准", "minimum-living-urban"),
        ("地区生产总值总量", "gdp"),
    ],
)
def test_other_provinces_write_the_name_this_way(name: str, known: str) -> None:
    assert read(f"{name}提高到5.2%。")[0].indicator_id == known


def test_a_size_of_what_a_share_is_of_is_no_statement() -> None:
    assert brief("11个国考断面水质优良比例达到90.9%。") == [
        ("国考断面水质优良比例", "share", "eq", 90.9)
    ]


def test_two_comparisons_are_told_apart() -> None:
    made = read("生产总值增长6.1%,比全国、全省分别高0.9和0.5个百分点。")[1:]
    assert [(s.value, s.compared_with, s.direction) for s in made] == [
        (0.9, "全国", "up"),
        (0.5, "全省", "up"),
    ]


def test_a_banner_is_a_scope() -> None:
    assert read("全旗地区生产总值完成186.3亿元。")[0].indicator_id == "gdp"


def test_years_at_the_head_of_a_list_hold_for_all_of_it() -> None:
    made = read("到2026年,生产总值突破700亿元;城镇化率达到52%;森林覆盖率65%。", GOALS)
    assert [s.period for s in made] == ["2026", "2026", "2026"]


def test_a_later_time_in_a_list_ends_the_first() -> None:
    made = read("2022年新建学校5所;2023年新建学校6所;新建公园7个。", REVIEW)
    assert [s.period for s in made] == ["2022", "2023", "2023"]


def test_what_a_level_grew_to_is_of_the_year_named() -> None:
    made = read("地区生产总值由2016年的862亿元增加到2021年的1356亿元。", ("过去五年工作回顾",))
    assert [(s.kind, s.period) for s in made] == [("baseline", "2016"), ("actual", "2021")]


def test_an_inferred_base_year_is_marked_as_a_guess() -> None:
    base = read("出口占全国份额从3.38%提高到3.46%。")[0]
    assert (base.kind, base.period) == ("baseline", "2022")
    assert base.confidence <= 0.6
