"""A promised event is met when the next report names the same thing, partly for a part of it."""

from dataclasses import replace

import pytest

from build_site.link import link
from build_site.link.milestones import Event, answered, is_milestone, same_event
from build_site.model.claim import Claim
from tests.link.factory import claim, target

SAME = [
    ("机场三期", "建成投用", "栎社机场三期工程", "建成投运"),
    ("轨道交通3号线一期", "建成投用", "轨道交通3号线一期", "开通"),
    ("亚洲举重锦标赛", "办好", "亚洲举重锦标赛", "成功举办"),
    ("全国文明城市", "争创", "全国文明城市", "通过"),
    ("宁奉城际铁路", "开通", "宁奉城际铁路首通段", "开通"),
    ("兴泉铁路", "建成通车", "兴泉铁路清流至泉州段", "建成通车"),
    ("兴泉铁路清流至泉州段", "建成通车", "兴泉铁路清流至泉州段", "通车"),
    ("长兴至界段改扩建", "开工建设", "长兴至界段改扩建项目", "开工建设"),
    ("国家综合运输服务示范城市", "建成", "国家综合运输服务示范城市", "获评"),
]
OTHER = [
    ("机场三期", "建成投用", "栎社机场二期", "建成投用"),
    ("城际铁路", "开通", "宁奉城际铁路", "开通"),
    ("机场三期", "开工", "机场三期", "建成投用"),
    ("轨道交通3号线", "开通", "轨道交通3号线一期", "开通"),
    ("机场三期", "建成投用", "机场三期论坛", "成功举办"),
    ("宁奉城际铁路首通段", "开通", "宁奉城际铁路后通段", "开通"),
    ("兴泉铁路清流至泉州段", "建成通车", "兴泉铁路兴国至清流段", "建成通车"),
    ("兴泉铁路清流至泉州段", "建成通车", "兴泉铁路", "建成通车"),
    ("项目", "开工", "项目", "开工"),
    ("国家临空经济示范区", "建成", "国家临空经济示范区", "获批"),
    ("国家临空经济示范区", "争创", "国家临空经济示范区", "建成"),
]


def _event(kind: str, name: str, verb: str, **facts: str) -> Claim:
    made = target if kind == "target" else claim
    return made(name + verb, name, None, comparator="complete", action=verb, **facts)


@pytest.mark.parametrize(("promised", "verb", "done", "reported"), SAME)
def test_the_same_thing_in_the_same_stage_is_one_event(
    promised: str, verb: str, done: str, reported: str
) -> None:
    wanted, got = _event("target", promised, verb), _event("actual", done, reported)
    assert same_event(wanted.statement, got.statement)
    made = link([wanted, got])
    assert [one.relation for one in made.links] == ["outcome_of"]
    part = done.endswith("段") and done != promised
    assert made.chains[0].verdict == ("partly_met" if part else "met")


@pytest.mark.parametrize(("promised", "verb", "done", "reported"), OTHER)
def test_another_phase_line_or_stage_is_another_event(
    promised: str, verb: str, done: str, reported: str
) -> None:
    wanted, got = _event("target", promised, verb), _event("actual", done, reported)
    assert not same_event(wanted.statement, got.statement)
    made = link([wanted, got])
    assert made.links == ()
    assert made.chains == ()  # nothing is held against a promise that nobody can follow up


@pytest.mark.parametrize(
    ("promised", "reported", "verdict"),
    [("", "基本", "partly_met"), ("基本", "基本", "met"), ("基本", "", "met"), ("", "", "met")],
)
def test_basically_done_is_a_part_unless_no_more_was_promised(
    promised: str, reported: str, verdict: str
) -> None:
    wanted = _event("target", "西部水厂", "建成", qualifier=promised)
    got = _event("actual", "西部水厂", "建成投用", qualifier=reported)
    assert link([wanted, got]).chains[0].verdict == verdict


def test_the_whole_goes_before_a_part() -> None:
    wanted = _event("target", "宁奉城际铁路", "开通")
    part = _event("actual", "宁奉城际铁路首通段", "开通")
    whole = _event("actual", "宁奉城际铁路", "开通")
    assert link([wanted, part, whole]).chains[0].outcome_statement_id == whole.statement_id


def test_a_count_is_never_answered_by_an_event() -> None:
    wanted = target("新建西部水厂5座", "西部水厂", 5, unit="座")
    made = link([wanted, _event("actual", "西部水厂", "建成")])
    assert made.chains[0].verdict == "not_reported"
    assert not is_milestone(wanted.statement)


def test_only_events_with_both_sides_known_are_kept() -> None:
    wanted = _event("target", "机场三期", "建成投用").statement
    done = _event("actual", "栎社机场三期", "建成投运").statement
    alone = _event("actual", "城市展览馆", "建成投用").statement
    home = "zhejiang/ningbo"
    events = [
        Event("a", home, 2019, wanted),
        Event("b", home, 2020, done),
        Event("c", home, 2020, alone),
    ]
    assert [one.key for one in answered(events)] == ["a", "b"]
    elsewhere = [events[0], events[1]._replace(place_id="zhejiang/huzhou")]
    assert list(answered(elsewhere)) == []
    late = [events[0], Event("b", home, 2021, replace(done, period="2020"))]
    assert list(answered(late)) == []
