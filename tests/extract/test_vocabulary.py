"""The vocabulary of the extraction says where it is wrong."""

import pytest

from build_site.vocab.indicators import indicators, parse_indicators
from build_site.vocab.measure_units import measure_units, parse_measure_units
from build_site.vocab.phrasing import parse_phrasing

HEAD = "indicator_id,name_zh,name_en,aliases_zh,theme,dimension,better\n"


def test_the_published_vocabulary_loads() -> None:
    assert len(indicators()) >= 120
    assert measure_units()["亩"].unit_norm == "mu"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("gdp,甲,A,,t,d,higher\ngdp,乙,B,,t,d,higher\n", "line? not a new ASCII slug"),
        ("a,甲,A,,t,d,higher\nb,乙,B,甲,t,d,higher\n", "already names a"),
        ("a,甲,A,,t,d,more\n", "better must be"),
        ("A B,甲,A,,t,d,higher\n", "not a new ASCII slug"),
        ("a,甲,A,,t\n", "wrong number of columns"),
    ],
)
def test_a_wrong_indicator_is_refused_with_its_line(rows: str, problem: str) -> None:
    with pytest.raises(ValueError, match=r"x\.csv:\d") as caught:
        parse_indicators(HEAD + rows, "x.csv")
    assert problem.removeprefix("line? ") in str(caught.value)


@pytest.mark.parametrize(
    "row", ["亩,,1,level", "亩,mu,0,level", "亩,亩,1,level", "亩,mu,1,weight", ",mu,1,level"]
)
def test_a_wrong_measure_unit_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match=r"u\.csv:2"):
        parse_measure_units("unit_zh,unit_norm,factor,measure\n" + row, "u.csv")


def test_wrong_word_lists_are_refused() -> None:
    with pytest.raises(ValueError, match=r"p\.toml"):
        parse_phrasing('[before]\nmore = ["超"]\n', "p.toml")
