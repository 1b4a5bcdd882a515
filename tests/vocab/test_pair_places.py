"""The table of places of pairs is refused with its line when it is wrong, and compares places."""

from __future__ import annotations

import pytest

from build_site.vocab.pair_places import COLUMNS, pair_places, parse_pair_places

HEAD = "pair," + ",".join(COLUMNS)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("pair,anywhere\n", 1),
        (f"{HEAD}\n", 2),
        (f"{HEAD}\n,9,9,9,9,9,9,9,9\n甲,1,1,1,1,1,1,1,1\n", 3),
        (f"{HEAD}\n,9,9,9,9,9,9,9,9\n甲乙,1,1,1,1,1,1,1\n", 3),
        (f"{HEAD}\n,9,9,9,9,9,9,9,9\n甲乙,1,1,1,1,1,1,1,x\n", 3),
        (f"{HEAD}\n,9,9,9,9,9,9,9,9\n甲乙,1,1,1,1,1,1,1,1\n甲乙,1,1,1,1,1,1,1,1\n", 4),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=rf"table\.csv:{line}"):
        parse_pair_places(text, "table.csv")


def test_words_that_follow_quotations_are_told_from_others() -> None:
    found = pair_places()
    assert found.lift("改革", "after_quote") > 1 > 0 > found.lift("甲乙", "after_quote")
    assert found.lift("推进", "before_quote") > 1
    assert found.odds("企业", "counted_before", "counted_behind") > 1
    assert found.odds("实施", "counted_before", "counted_behind") < -1
    assert found.odds("甲乙", "counted_before", "counted_behind") == 0
