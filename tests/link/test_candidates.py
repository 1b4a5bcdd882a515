"""Only claims of the same scope, period and document or task are compared at all."""

from build_site.link.candidates import Outcomes, UnderWay
from tests.link.factory import claim, progress, target


def test_outcomes_stand_in_the_report_of_the_year_after() -> None:
    wanted = target("进出口1亿元", "进出口", 1, unit="亿元")
    right = claim("进出口2亿元", "进出口", 2, unit="亿元")
    early = claim("进出口3亿元", "进出口", 3, unit="亿元", period="2018")
    late = claim("进出口4亿元", "进出口", 4, unit="亿元", year=2021)
    rank = claim("进出口第5位", "进出口", 5, measure="rank")
    again = target("进出口6亿元", "进出口", 6, unit="亿元")
    scoped = claim("市区进出口7亿元", "进出口", 7, unit="亿元", scope="市区", place_id="")
    found = Outcomes.of([wanted, right, early, late, rank, again, scoped])
    assert list(found(wanted)) == [right]


def test_a_promise_for_several_years_is_answered_by_the_last_or_by_all_in_text_order() -> None:
    wanted = target("新建学校20所", "学校", 20, period="2015/2019")
    last = claim("新建学校4所", "学校", 4)
    every = claim("新建学校21所", "学校", 21, period="2015/2019")
    assert list(Outcomes.of([every, last])(wanted)) == [every, last]
    assert list(Outcomes.of([last, every])(wanted)) == [last, every]


def test_progress_is_of_the_same_task_or_of_another_document() -> None:
    wanted = target("新建学校20所", "学校", 20, task_id="t1")
    own = progress("新建学校9所", "学校", 9, task_id="t1")
    other_task = progress("新建学校8所", "学校", 8, task_id="t2")
    table = progress("新建学校7所", "学校", 7, document_id="zhejiang/ningbo/2019/h1", task_id="t9")
    other_year = progress("新建学校6所", "学校", 6, task_id="t1", period="2020-H1")
    found = UnderWay.of([table, own, other_task, other_year])
    assert list(found(wanted)) == [table, own]
