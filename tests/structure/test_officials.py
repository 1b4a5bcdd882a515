from __future__ import annotations

import pytest

from build_site.structure.officials import heading_official, split_official


@pytest.mark.parametrize(
    ("heading", "name", "title"),
    [
        ("吴智勇常务副市长主抓重点工作", "吴智勇", "常务副市长"),
        ("王纲市长牵头重点工作", "王纲", "市长"),
        ("吴登芬常委牵头重点工作", "吴登芬", "常委"),
        ("欧阳明副县长分管工作", "欧阳明", "副县长"),
        ("艾尔肯·吐尼亚孜主席牵头重点任务", "艾尔肯·吐尼亚孜", "主席"),
        ("牵头领导：王志同代市长", "王志同", "代市长"),
        ("李强市委常委、常务副市长牵头重点工作", "李强", "市委常委、常务副市长"),
    ],
)
def test_a_group_heading_names_the_lead_official(heading: str, name: str, title: str) -> None:
    assert heading_official(heading) == (name, title)


@pytest.mark.parametrize(
    "heading",
    [
        "各副市长牵头重点工作",
        "2023年市政府十方面民生实事",
        "加强经济运行调度",
        "市政府负责工作",
        "重点工作",
    ],
)
def test_other_headings_name_nobody(heading: str) -> None:
    assert heading_official(heading) is None


def test_a_name_alone_has_no_title_and_a_word_is_no_name() -> None:
    assert split_official("阮叶萍") == ("阮叶萍", "")
    assert split_official("市财政局") is None
