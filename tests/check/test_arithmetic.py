"""Figures that contradict one another are findings; those that compute are not."""

from dataclasses import replace

import pytest

from build_site.check.arithmetic import check_arithmetic
from build_site.link import link
from build_site.model.claim import Claim
from tests.link.factory import claim, progress, target


def _share(stated: float) -> list[Claim]:
    where = {"paragraph_id": "p"}
    return [
        claim("QFLP项目外资1.88亿元", "QFLP项目外资", 1.88, unit="亿元", measure="level", **where),
        claim("占全市外资的", "QFLP项目外资占全市外资", stated, unit="%", measure="share", **where),
        claim("全市外资9.7亿元", "外资", 9.7, unit="亿元", measure="level"),
    ]


def test_a_share_that_part_and_whole_contradict_is_a_finding() -> None:
    found = check_arithmetic(_share(23.0), ())
    assert [one.check for one in found] == ["arithmetic-share"]
    assert "19.4%" in found[0].message_zh and "19.4%" in found[0].message_en


@pytest.mark.parametrize("stated", [19.4, 19.38, 19.0])
def test_a_share_that_computes_within_its_rounding_is_none(stated: float) -> None:
    assert check_arithmetic(_share(stated), ()) == ()


def test_a_share_of_a_whole_that_is_not_stated_is_none() -> None:
    assert check_arithmetic(_share(23.0)[:2], ()) == ()


@pytest.mark.parametrize(("stated", "findings"), [(67.2, 1), (60.0, 0), (60.4, 0)])
def test_a_completion_is_compared_with_progress_over_target(stated: float, findings: int) -> None:
    wanted = target("新增停车位100个", "停车位", 100, unit="个", task_id="t")
    done = progress("新增停车位60个", "停车位", 60, unit="个", task_id="t", paragraph_id="p")
    said = progress(
        "完成全年目标的",
        "停车位完成全年目标",
        stated,
        unit="%",
        measure="share",
        task_id="t",
        paragraph_id="p",
    )
    claims = [wanted, done, said]
    assert len(check_arithmetic(claims, link(claims).chains)) == findings


def _growth(indicator: str, rate: float, before: float = 100.0) -> list[Claim]:
    facts = {"indicator": indicator, "paragraph_id": "p"}
    earlier = claim(
        "总额",
        "总额",
        before,
        unit="亿元",
        measure="level",
        indicator=indicator,
        period="2018",
        year=2019,
        document_id="zhejiang/ningbo/2019",
    )
    return [
        earlier,
        claim("总额110亿元", "总额", 110.0, unit="亿元", measure="level", **facts),
        claim("增长", "总额", rate, unit="%", **facts),
    ]


def test_level_growth_and_last_years_level_must_agree() -> None:
    assert [f.check for f in check_arithmetic(_growth("trade-total", 25.0), ())] == [
        "arithmetic-growth"
    ]
    assert check_arithmetic(_growth("trade-total", 10.0), ()) == ()
    assert check_arithmetic(_growth("trade-total", 10.0, before=100.9), ()) == ()


def test_real_growth_and_provisional_figures_need_not_compute() -> None:
    assert check_arithmetic(_growth("gdp", 6.8), ()) == ()
    early = [
        replace(c, statement=replace(c.statement, provisional=True))
        for c in _growth("trade-total", 25.0)
    ]
    assert check_arithmetic(early, ()) == ()
