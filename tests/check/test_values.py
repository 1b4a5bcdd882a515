"""An amount that lacks 万 by the target of its row is a finding; the text stays as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_site.check.values import check_values
from build_site.model.text import Lacuna
from tests.publish.factory import Maker, edition_of, report_of

TEXT = "贷款余额突破1万亿元。各项贷款余额1.02亿元，增长23%。"


@pytest.mark.parametrize(
    ("kind", "likely", "count"), [("counter", "万", 1), ("counter", "个", 0), ("word", "万", 0)]
)
def test_a_missing_multiplier_is_a_finding(kind: str, likely: str, count: int) -> None:
    maker = Maker(TEXT)
    edition = edition_of(maker, report_of(maker, paragraphs=(TEXT,)))
    at = TEXT.index("亿元，增长")
    lacuna = Lacuna(at, kind, likely, "certain", "the target of this row is 1万亿元")
    found = list(check_values(replace(edition, lacunae=(lacuna,))))
    assert len(found) == count
    for one in found:
        assert one.at is not None
        assert one.at.of(TEXT) == "1.02亿元"
        assert "1.02万亿元" in one.message_zh
    assert edition.capture.document.text == TEXT
