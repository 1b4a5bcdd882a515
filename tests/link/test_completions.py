"""A stated completion ties a figure to its target only if it computes."""

import pytest

from build_site.link import link
from tests.link.factory import claim, progress, target


@pytest.mark.parametrize(
    ("stated", "tied"),
    [(183.72, True), (183.7, True), (180.0, False), (100.0, False)],
)
def test_a_completion_ties_what_it_computes_from(stated: float, tied: bool) -> None:
    wanted = target(
        "大便潜血实验初筛41500人次", "大便潜血实验初筛", 41500, unit="人次", task_id="t"
    )
    done = progress("肠癌初筛76242例", "肠癌初筛", 76242, unit="例", task_id="t", paragraph_id="p")
    said = progress(
        "完成全年目标的",
        "肠癌初筛完成全年目标",
        stated,
        unit="%",
        measure="share",
        task_id="t",
        paragraph_id="p",
    )
    made = link([wanted, done, said])
    assert [one.method for one in made.links] == (["completion"] if tied else [])


def test_a_completion_of_another_task_ties_nothing() -> None:
    wanted = target("初筛100人", "初筛", 100, unit="人", task_id="t1")
    done = progress("初筛50人", "初筛", 50, unit="人", task_id="t2", paragraph_id="p")
    said = progress(
        "完成全年目标的50%",
        "初筛完成全年目标",
        50.0,
        unit="%",
        measure="share",
        task_id="t2",
        paragraph_id="p",
    )
    assert link([wanted, done, said, claim("无关", "无关", 1)]).links == ()
