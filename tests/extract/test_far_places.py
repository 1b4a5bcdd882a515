"""Phrasings that sentences of other places showed: examples as data, with their traps."""

import pytest

from build_site.extract import extract_statements
from build_site.model.report import Kind, Role
from build_site.model.statement import Context, ParagraphText, Statement
from tests.extract.test_statements import GOALS, brief, read

PARTS = {
    "占农民人均纯收入的两成以上。": ("share", "ge", 20),
    "工业技改投资占工业投资比重保持在六成以上。": ("share", "ge", 60),
    "财政总收入同比增长百分之六点二。": ("growth_rate", "eq", 6.2),
    "科技成果转化就地交易额占比过半。": ("share", "gt", 50),
    "开发区固定资产投资占全市的半数以上。": ("share", "ge", 50),
    "粮食总产占全省的1/10左右。": ("share", "approx", 10),
    "财政收入比2010年翻了一番多。": ("ratio", "gt", 1),
    "市场主体较五年前翻了近一番。": ("ratio", "approx", 1),
    "常住人口突破千万。": ("count", "gt", 10_000_000),
    "规模以上工业总产值首次突破万亿。": ("level", "gt", 1_000_000_000_000),
    "城镇调查失业率控制在5.5%的预期目标以内。": ("share", "le", 5.5),
    "亩产突破千斤。": ("level", "gt", 500),
    "电梯加装累计过百部。": ("count", "gt", 100),
    "共实施重点项目一百二十六个。": ("count", "eq", 126),
    "新增“四上”企业四百余家。": ("count", "gt", 400),
    "平均办理时长压缩至24小时以内。": ("level", "le", 24),
    "在全国营商环境评价中前移14个位次。": ("rank", "eq", 14),
    "一般公共预算收入同比-3.2%。": ("growth_rate", "eq", -3.2),
    "一般公共预算收入增幅为12.2%。": ("growth_rate", "eq", 12.2),
    "市级行政职权精简35%。": ("growth_rate", "eq", 35),
    "城乡收入比缩至1.85。": ("ratio", "eq", 1.85),
    "每个县（市、区）至少引进1个龙头项目。": ("count", "ge", 1),
    "外贸进出口总额首超1500亿美元。": ("level", "gt", 150_000_000_000),
    "PM2.5平均浓度同比改善8.6%。": ("growth_rate", "eq", 8.6),
    "城镇居民人均可支配收入是全省平均水平的1.2倍。": ("ratio", "eq", 1.2),
}


@pytest.mark.parametrize("text", PARTS)
def test_a_part_a_round_number_or_a_change_is_read(text: str) -> None:
    (made,) = read(text)
    assert made.value_norm == pytest.approx(PARTS[text][2])
    assert (made.measure, made.comparator) == PARTS[text][:2]


SILENT = [
    "实现时间过半、任务过半。",
    "上半年任务完成过半。",
    "迎世博600天行动计划全面启动。",
    "与第二位的差距进一步缩小。",
    "首次退出后20名。",
    "三次产业比调整为11.8︰48.3︰39.9。",
    "提供24小时自助服务。",
    "实施“一百个项目”攻坚。",
    "列入国家“十四五”102项重大工程。",
    "全面落实三十六条举措。",
    "认真贯彻党的二十大精神。",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_slogan_or_a_name_is_no_quantity(text: str) -> None:
    assert [s for s in read(text) if s.value is not None] == []


NAMES = {
    "森林覆盖率达到53.1%，比五年前提高6.4个百分点。": ["森林覆盖率", "森林覆盖率"],
    "城镇化率五年提高7.1个百分点。": ["城镇化率"],
    "固定资产投资增长15.3%，两年平均增长11.2%。": ["固定资产投资", "固定资产投资"],
    "一般公共预算收入剔除一次性因素后同口径增长3%左右。": ["一般公共预算收入"],
    "全地区生产总值完成1368.6亿元。": ["生产总值"],
    "全市经济增长7%左右。": ["经济增长"],
    "旅游接待人次和综合收入分别恢复到2019年同期的87%和82.5%。": ["旅游接待人次", "旅游综合收入"],
    "境内外上市企业实现倍增、达到60家。": ["境内外上市企业"],
    "粮食实现“十九连丰”，总产59.2万吨。": ["粮食", "粮食总产"],
    "城乡低保标准：城镇由826元提高到850元，农村由600元提高到650元。": [
        "城镇低保标准",
        "城镇低保标准",
        "农村低保标准",
        "农村低保标准",
    ],
    "第一、二、三产业增加值分别增长6.1%、-1.8%和6.9%。": [
        "第一产业增加值",
        "第二产业增加值",
        "第三产业增加值",
    ],
    "全口径财政收入和地方级财政收入实现翻番。": ["全口径财政收入", "地方级财政收入"],
    "化学需氧量、二氧化硫排放量控制在省下达指标以内。": ["化学需氧量", "二氧化硫排放量"],
    "社会消费品零售总额突破2000亿元大关、增长9.8%。": ["社会消费品零售总额"] * 2,
    "本外币存款余额8562亿元，较年初新增782亿元。": ["本外币存款余额"] * 2,
    "基本养老、失业、工伤保险参保人数分别达到210万人、65万人、72万人。": [
        "基本养老保险参保人数",
        "失业保险参保人数",
        "工伤保险参保人数",
    ],
    "专项债券41.5亿元，总量和增幅均居全市第一。": ["专项债券", "专项债券总量", "专项债券增幅"],
    "新建续建市政道路28条。": ["市政道路"],
    "产值超亿元企业净增50家，超10亿元企业净增5家。": ["产值超亿元企业", "超10亿元企业"],
    "地表水国考断面达到或好于Ⅲ类比例不低于91.7%。": ["地表水国考断面达到或好于Ⅲ类比例"],
    "奶牛存栏34.5万头、牛奶产量198万吨，分别占全区的三成和近四成。": [
        "奶牛",
        "牛奶产量",
        "奶牛占全区",
        "牛奶产量占全区",
    ],
    "新增学位5万个、托位1万个，分别完成任务的110%和105%。": [
        "学位",
        "托位",
        "学位完成任务",
        "托位完成任务",
    ],
    "人均GDP达13.2万元、约合1.9万美元。": ["人均GDP", "人均GDP"],
    "财政补助标准由人均80元提高到120元。": ["财政补助标准", "财政补助标准"],
    "收入增长15.6%，增幅连续三年超过城镇居民。": ["收入", "收入"],
    "受理各类案件3.2万件、审结3.1万件。": ["各类案件", "各类案件"],
    "淘汰燃煤锅炉163台586蒸吨。": ["燃煤锅炉", "燃煤锅炉"],
    "累计完成固定资产投资983亿元，是前五年的3.4倍。": ["固定资产投资", "固定资产投资"],
    "地区生产总值增长6.8%，比年初预期目标高0.8个百分点。": ["地区生产总值", "地区生产总值"],
    # as before: no name is shared where none is
    "芯光电、新能源汽车及零部件产值占比达40.8%。": ["芯光电、新能源汽车及零部件产值占比"],
    "软件和信息技术服务业营业收入增长24.3%。": ["软件和信息技术服务业营业收入"],
    "推进20个城市功能项目。": ["城市功能项目"],
    "户籍居民医疗保险、养老保险参保率分别达到99.41%和95.96%。": [
        "户籍居民医疗保险参保率",
        "养老保险参保率",
    ],
}


@pytest.mark.parametrize("text", NAMES)
def test_what_is_measured_is_named_without_words_around_it(text: str) -> None:
    assert [s.indicator_zh for s in read(text)] == NAMES[text]


def test_a_unit_said_once_holds_for_both_figures() -> None:
    made = read("固定资产投资增速分别高于全国、全省1.2个和0.6个百分点。")
    assert [(s.value, s.unit_norm, s.compared_with) for s in made] == [
        (1.2, "percentage_point", "全国"),
        (0.6, "percentage_point", "全省"),
    ]


def test_a_word_before_the_second_figure_is_of_that_figure_alone() -> None:
    made = read("奶牛存栏34.5万头、牛奶产量198万吨，分别占全区的三成和近四成。")[2:]
    assert [(s.value, s.comparator) for s in made] == [(3, "eq"), (4, "approx")]


def test_what_is_foreseen_for_the_whole_year_is_of_the_year() -> None:
    made = _table("已完成投资3.2亿元。预计全年可完成目标任务的110%。", "半年度情况")
    assert [s.period for s in made] == ["2023-H1", "2023"]


BASES = {
    "生产总值排名由第四位上升到第三位。": [("baseline", "2022", 4), ("actual", "2023", 3)],
    "生产总值由上年全省第9位跃升至第5位。": [("baseline", "2022", 9), ("actual", "2023", 5)],
    "规模以上工业实现利润由上年的亏损26.4亿元转为盈利3.1亿元。": [
        ("baseline", "2022", 26.4),
        ("actual", "2023", 3.1),
    ],
    "基础养老金标准由每月108元提高到123元。": [("baseline", "2022", 108), ("actual", "2023", 123)],
    "固定资产投资增速由上半年的-5.2%提升至全年的6.8%。": [
        ("baseline", "2023-H1", -5.2),
        ("actual", "2023", 6.8),
    ],
    "贫困发生率从2015年的20.4%降到1.2%，排位由第8位前移至第5位。": [
        ("baseline", "2015", 20.4),
        ("actual", "2023", 1.2),
        ("baseline", "2015", 8),
        ("actual", "2023", 5),
    ],
}


@pytest.mark.parametrize("text", BASES)
def test_what_a_change_starts_from_is_a_baseline(text: str) -> None:
    assert [(s.kind, s.period, s.value) for s in read(text)] == BASES[text]


def test_a_claim_without_a_name_speaks_of_all_that_was_named() -> None:
    made = read(
        "城镇居民人均可支配收入20860元、农民人均可支配收入12015元，增幅均高于全省平均水平。"
    )
    assert [s.indicator_zh for s in made if s.comparator == "faster_than"] == [
        "城镇居民人均可支配收入",
        "农民人均可支配收入",
    ]


def test_how_long_a_claim_holds_does_not_hide_it() -> None:
    made = read("地区生产总值增长10.4%，增速连续16个季度高于全省平均水平。")
    assert [(s.comparator, s.value) for s in made] == [
        ("eq", 10.4),
        ("faster_than", None),
        ("eq", 16),
    ]


def test_in_balance_with_growth_is_in_step_with_it() -> None:
    assert brief("一般公共预算收入增长与经济增长相协调。", GOALS) == [
        ("一般公共预算收入", "growth_rate", "sync", None)
    ]


TIMES = {
    "围绕2022年冬奥会，推进39项工程建设。": ["2024"],
    "机场旅客吞吐量恢复到2019年的八成左右。": ["2024"],
    "截至10月底，新增贷款200亿元。": ["2024-01/2024-10"],
    "2023年10月底前建成公园12个。": ["2023-10"],
}


@pytest.mark.parametrize("text", TIMES)
def test_a_time_that_names_games_or_a_base_is_not_the_period(text: str) -> None:
    assert [s.period for s in read(text, GOALS)] == TIMES[text]


def test_a_half_year_that_opens_a_list_holds_for_all_of_it() -> None:
    made = read("上半年，规上工业增加值增长11.3%；工业用电量增长6.4%；税收收入增长8.2%。")
    assert [s.period for s in made] == ["2023-H1"] * 3


def test_a_growth_on_average_is_of_all_the_years_named() -> None:
    made = read("“十三五”期间，生产总值由2015年的126亿元增加到2020年的268亿元，年均增长12.8%。")
    assert [s.period for s in made] == ["2015", "2020", "2016/2020"]


def _table(text: str, title: str, role: Role = Role.PROGRESS) -> list[Statement]:
    context = Context(Kind.PROGRESS_TABLE, 2023, title)
    return extract_statements([ParagraphText(text, role)], context)[0]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("民生实事办理情况（截至11月底）", "2023-01/2023-11"),
        ("重点任务完成情况（1-6月）", "2023-H1"),
        ("重点任务一季度完成情况", "2023-Q1"),
        ("重点任务完成情况", "2023"),
    ],
)
def test_the_title_of_a_table_tells_how_far_it_reaches(title: str, period: str) -> None:
    assert [s.period for s in _table("新增学位6120个。", title)] == [period]


def test_the_task_beside_its_progress_is_a_target() -> None:
    made = _table("农村公路建设任务210公里，已完工198.6公里，完成任务的94.6%。", "半年度情况")
    assert [(s.kind, s.period) for s in made] == [
        ("target", "2023"),
        ("progress", "2023-H1"),
        ("progress", "2023-H1"),
    ]


def test_a_task_without_a_name_is_no_target_of_its_own() -> None:
    assert [s.kind for s in _table("建成示范点120个，其中年度任务100个。", "半年度情况")] == [
        "progress",
        "progress",
    ]


def test_what_was_assigned_by_others_is_a_target_beside_the_result() -> None:
    made = read("万元工业增加值能耗同比下降5.6%，超额完成省下达的3.5%目标任务。")
    assert [(s.kind, s.measure, s.value) for s in made] == [
        ("actual", "growth_rate", 5.6),
        ("target", "growth_rate", 3.5),
    ]


def test_this_year_holds_on_among_the_goals_of_five_years() -> None:
    titles = ("今后五年的发展目标和2022年工作重点",)
    text = "今年，枸杞种植面积稳定在49万亩以上。完成国省干线改造320公里。"
    made = extract_statements(
        [ParagraphText(text, section_titles=titles)], Context(Kind.WORK_REPORT, 2022)
    )[0]
    assert [s.period for s in made] == ["2022", "2022"]
