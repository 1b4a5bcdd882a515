"""What is gone for good is marked, and never filled."""

from __future__ import annotations

import pytest

from build_site.repair.lost import lost


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("增长$1.$2%，达到", "digit", 2),
        ("总量\\1.\\2万亿元", "digit", 2),
        ("增长$1%", "digit", 2),
        ("建设保障房?.5万套", "digit", 5),
        ("完成投资？亿元", "digit", 4),
        ("同志\ufffd发言", "word", 2),
        ("赵\ue43b同志", "word", 1),
        ("火炬?zhèn)鬟f", "word", 2),
    ],
)
def test_a_lost_place_is_marked(text: str, kind: str, start: int) -> None:
    assert [(one.kind, one.start) for one in lost(text)] == [(kind, start)]


def test_nothing_is_proposed_for_what_is_lost() -> None:
    assert {(one.likely, one.certainty) for one in lost("增长$1.$2%")} == {("", "unrecoverable")}


@pytest.mark.parametrize(
    "text",
    [
        "怎么看？怎么办？",
        "钱从哪里来?答案是改革",
        "5.7%、1.2亿元",
        "100美元($100)以上",
        "收入$5亿元、$3.5",
        "投入C:\\data",
        "为什么？三个原因",
    ],
)
def test_prose_has_no_lost_places(text: str) -> None:
    assert not list(lost(text))
