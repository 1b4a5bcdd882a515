"""Checks of a translation: each notices its fault, and sound pairs pass."""

from __future__ import annotations

import pytest

from build_site.model.translation import Status, Translation
from build_site.translate.quality import check_document
from build_site.vocab.glossary import Term

GLOSSARY = (Term("个转企", "upgrading sole traders into companies"), Term("亩", "mu"))
LONG = (
    "我们深入实施创新驱动发展战略，持续优化营商环境，不断激发市场主体活力，全年完成个转企2051家。"
)
GOOD = (
    "We carried out the innovation-driven development strategy in depth, kept improving the "
    "business environment and energized market entities, upgrading 2,051 sole traders into "
    "companies."
)


def checks(zh: str, en: str, excepted: tuple[tuple[str, str], ...] = ()) -> set[str]:
    texts = {zh: Translation(en, Status.DRAFT if en else Status.NONE)}
    return {p.check for p in check_document("d", texts, GLOSSARY, excepted).problems}


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        (LONG, GOOD, set()),
        (LONG, "", {"untranslated"}),
        (LONG, GOOD.replace("2,051", "2,501"), {"figures"}),
        (LONG, GOOD.replace("companies", "companies 企业"), {"chinese_left"}),
        (LONG, "2,051 firms.", {"length", "glossary"}),
        (LONG, GOOD.replace("sole traders", "shops"), {"glossary"}),
        (
            "一是改革。二是开放。三是创新。四是发展。",
            "Reform, open, innovate, develop.",
            {"sentences"},
        ),
        ("好。", "A very long rendering of a very short sentence, which is allowed here.", set()),
    ],
)
def test_each_fault_is_noticed_by_its_check(zh: str, en: str, expected: set[str]) -> None:
    assert checks(zh, en) == expected


def test_an_excepted_figure_is_no_problem() -> None:
    en = GOOD.replace("2,051", "some")
    assert checks(LONG, en) == {"figures"}
    assert checks(LONG, en, ((LONG, "2051"),)) == set()
