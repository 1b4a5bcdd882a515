"""What a flattened table lost is marked with its reading; whole texts have no marks."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.model.text import Document
from build_site.repair import repair
from build_site.repair.flattened import halves, is_flattened
from build_site.repair.losses import lacunae_of
from build_site.repair.rules.lost_marks import lost_marks

SCARS = "\n另有“十条政策，完成50%60%。\n截至7，全省“八条政策，完成70%80%。"
CLEAN = [p for p in sorted(Path("seeds").glob("*.txt")) if not p.name.startswith("001")]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("截至6，全市贷款增长", "截至6【月】，全市贷款增长"),
        ("截至20236月，政府采购金额", "截至2023【年】6月，政府采购金额"),
        ("自202371日起施行", "自2023【年】7【月】1日起施行"),
        ("于415日汛期到来前完成", "于4【月】15日汛期到来前完成"),
        ("2022我市绩效考核居前", "2022【年】我市绩效考核居前"),
        ("1-6月回升。\n2.1-6，出口增长", "1-6月回升。\n2.1-6【月】，出口增长"),
        ("新增托位1000个。\n新增托位1178，增加", "新增托位1000个。\n新增托位1178【个】，增加"),
        ("已完成12手机端升级", "已完成12【个】手机端升级"),
        ("申报109B级以上企业", "申报109【家】B级以上企业"),
        ("增速居全省第4全市回升", "增速居全省第4【位】【，】全市回升"),
        ("快于上年14.910.7个百分点", "快于上年14.9【、】10.7个百分点"),
        ("增长15.2%其中技改增长", "增长15.2%【，】其中技改增长"),
        ("贷款137亿元新增债务限额", "贷款137亿元【，】新增债务限额"),
        ("深化改革截至目前已有", "深化改革【。】截至目前已有"),
        ("已市政府常务会议审议通过", "已【经】市政府常务会议审议通过"),
        (
            "引进50亿元以上项目10个。\n10亿元以上项目5150亿元以上项目",
            "引进50亿元以上项目10个。\n10亿元以上项目51【个】【，】50亿元以上项目",
        ),
        (
            "贷款余额突破1万亿元。\n各项贷款余额1.02亿元，增长",
            "贷款余额突破1万亿元。\n各项贷款余额1.02【万】亿元，增长",
        ),
        ("制定“56配套政策，", "制定“56【条】【”】配套政策，"),
        ("配强品字标企业", "配强【“】品字标【”】企业"),
        ("巩固双减工作成效", "巩固【“】双减【”】工作成效"),
        ("整治三低企业1200家", "整治【“】三低【”】企业1200家"),
        ("按照三年全覆盖要求，", "按照【“】三年全覆盖【”】要求，"),
        ("按照要素跟着项目走的总体要求", "按照【“】要素跟着项目走【”】的总体要求"),
        ("推进一院一司一园一基金模式", "推进【“】一院一司一园一基金【”】模式"),
        ("已培育“未来农场”15家，新建未来农场", "已培育“未来农场”15家，新建【“】未来农场【”】"),
        ("创建核心区协同区7个，其中核心区4个", "创建核心区【、】协同区7个，其中核心区4个"),
        ("推广“管家”服务模式签约“管家”企业", "推广“管家”服务模式【，】签约“管家”企业"),
        ("居全省第2“安吉经验”走进", "居全省第2【位】【，】“安吉经验”走进"),
        (
            "教育培训4.88万人次。\n职业教育培4.88万人次",
            "教育培训4.88万人次。\n职业教育培4.88万人次",
        ),
        ("床位670分别完成目标，", "床位670【个】【，】分别完成目标，"),
        ("实施“两强三提高建设，", "实施“两强三提高【”】建设，"),
        ("统筹“外防输入、内防反弹，", "统筹“外防输入、内防反弹【”】，"),
        ("擦亮湖边名城”品牌，", "擦亮【“】湖边名城”品牌，"),
        ("争创省8+4”体系，", "争创省【“】8+4”体系，"),
        ("实施1168招商引资工程，", "实施【“】1168【”】招商引资工程，"),
        ("高于上年4.5百分点，", "高于上年4.5【个】百分点，"),
        ("建成省级企业5省级机构10家，", "建成省级企业5【家】【、】省级机构10家，"),
        ("开工项目180、竣工100个，", "开工项目180【个】、竣工100个，"),
        ("改造企业20以上，", "改造企业20【家】以上，"),
        ("招引项目300大力发展研发设计，", "招引项目300【个】【，】大力发展研发设计，"),
        ("增长10%提升利用外资质量，", "增长10%【，】提升利用外资质量，"),
        ("《关于推动发展的意见已印发", "《关于推动发展的意见【》】已印发"),
        (
            "规范示范市场12家，新增阳光食品小作坊30家，规范示范市场阳光食品小作坊进度均达标",
            "规范示范市场12家，新增阳光食品小作坊30家，规范示范市场【、】阳光食品小作坊进度均达标",
        ),
    ],
)
def test_a_loss_is_marked_with_its_reading(text: str, marked: str) -> None:
    whole = text + SCARS
    assert is_flattened(whole)
    found = [one for one in lacunae_of(whole) if one.start <= len(text)]
    shown = text
    for one in reversed(found):
        if one.certainty == "certain" or one.kind == "quote_mark":
            shown = shown[: one.start] + f"【{one.likely}】" + shown[one.start :]
    assert shown == marked


@pytest.mark.parametrize(
    "text",
    [
        "排名全国500强，有3个项目。",
        "建成318国道改建段，",
        "新增5A级景区2个，",
        "占比达50%以上，",
        "提高到85%左右的水平，",
        "“1168”招商引资工程，",
        "对接“415X”产业集群，",
        "共120.3万亩以上，",
        "2023年1-6月，",
        "打造“15分钟品质文化生活圈”195个，",
        "完成率100%全覆盖，",
        "全市72个乡镇（街道），",
        "打造12345政务服务平台，",
        "推进三大攻坚行动，",
        "实施八美八化行动，",
        "编制三年行动计划，",
        "共有两家企业参加，",
        "按照审议意见进行修改，",
        "按照省委的总体要求，",
        "按照国家和省有关规定的要求，",
        "县域医共体和城市医联体分别完成，",
        "出台平台建设和运行办法，",
        "位居全省第3。\n增速居全国第5，",
        "新增20家“品字标”企业，",
        "健全“源头查控+硬核隔离+精密智控”机制，",
        "一件干一件成一件，",
        "健全源头查控+硬核隔离+精密智控机制，",
        "庆祝新中国成立70周年，",
        "便民等12方面26个项目，",
        "打造12345政务服务热线，",
        "100%保障入学，占比由5%提升到8%，",
        "坚持“平安靠平时，目标靠措施，共享靠共建”，",
        "淘汰35蒸吨以下锅炉，",
        "做强“宁波帮”，宁波港、宁波城、宁波湾、宁波人、",
    ],
)
def test_a_whole_clause_has_no_marks_even_in_a_flattened_table(text: str) -> None:
    whole = text + SCARS
    assert not [one for one in lacunae_of(whole) if one.start < len(text)]


@pytest.mark.parametrize("seed", CLEAN, ids=lambda seed: seed.stem)
def test_a_clean_capture_has_neither_restored_marks_nor_lacunae(seed: Path) -> None:
    document = repair(Document(seed.stem, seed.read_bytes().decode("utf-8")))
    assert not is_flattened(document.text)
    assert "lost_marks" not in {step.rule for step in document.passes}
    assert not list(lacunae_of(document.text))


@pytest.mark.parametrize(
    ("text", "counter"),
    [
        ("老年学校67所。\n建设老年学校72，培育", "所"),
        ("建成50万吨产能，养老机构30家。\n养老机构“阳光厨房”50，完成", "家"),
        ("家电配置782户。\n完成家电配置800，新增500个项目800个以上，", "户"),
        ("不少于895栋。\n完成改造895，新增", "栋"),
        ("品牌企业42，全面推广42个", "家"),
    ],
)
def test_a_counter_is_read_from_the_words_around_it_before_the_number(
    text: str, counter: str
) -> None:
    found = [one for one in lacunae_of(text + SCARS) if one.start <= len(text)]
    assert [one.likely for one in found if one.kind == "counter"] == [counter]


def test_what_opens_stands_behind_the_stop_of_the_words_before() -> None:
    text = "通过率位居全省第2品字标企业获奖。" + SCARS
    found = [one.likely for one in lacunae_of(text) if one.start == len("通过率位居全省第2")]
    assert found == ["位", "，", "“"]


def test_quotations_that_lost_both_kinds_of_ends_are_damage_enough() -> None:
    torn = (
        "推进“甲工程，打造一批乙品牌”，做好“丙工程，保障一批丁品牌”，抓好“戊工程，推出一批己品牌”。"
    )
    assert is_flattened(torn + "全市经济平稳运行。" * 20)
    habit = "推进“甲“工程建设，打造“乙“品牌，做好“丙“工程建设，保障“丁“品牌。"
    assert not is_flattened(habit + "全市经济平稳运行。" * 20)


def test_one_slip_of_the_keyboard_is_no_flattened_table() -> None:
    assert not is_flattened("推进“放管服改革，成效明显。" + "全市经济平稳运行。" * 50)
    assert not is_flattened("推进“放管服改革，成效明显。推进“亩均改革，成效明显。")


def test_what_was_restored_is_restored_once() -> None:
    seed = next(Path("seeds").glob("001*.txt"))
    document = repair(Document(seed.stem, seed.read_bytes().decode("utf-8")))
    assert "lost_marks" in {step.rule for step in document.passes}
    assert not list(lost_marks(document.text))
    digits = [c for c in document.text if c.isdigit()]
    assert digits == [c for c in document.raw if c.isdigit()]


def test_inner_marks_that_only_seem_a_pair_are_two_halves() -> None:
    text = "围绕甲”“乙，打造丙”“丁。"
    assert [(half.at, half.mark) for half in halves(text)] == [
        (3, "”"),
        (4, "“"),
        (10, "”"),
        (11, "“"),
    ]


@given(
    st.lists(st.sampled_from([*"“”（）《》%，。；1-6月截至年第位\n", "责任单位：", "20236月"])).map(
        "".join
    )
)
@settings(max_examples=80, deadline=None)
def test_lacunae_stand_in_order_inside_any_text(text: str) -> None:
    whole = text + SCARS
    found = list(lacunae_of(whole))
    assert all(0 <= one.start <= len(whole) for one in found)
    assert all(a.start <= b.start for a, b in pairwise(found))
    assert len(found) == len({(one.start, one.kind, one.likely) for one in found})
