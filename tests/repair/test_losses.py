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
        ("配强隐形冠军企业", "配强【“】隐形冠军【”】企业"),
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
