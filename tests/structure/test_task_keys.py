from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.structure.task_keys import Keys, numeral


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("三", "3"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("二十七", "27"), ("08", "8")],
)
def test_a_printed_number_becomes_ascii(printed: str, expected: str) -> None:
    assert numeral(printed) == expected


@pytest.mark.parametrize("printed", ["", "十十", "一百", "甲", "3.5", "一二"])
def test_what_is_no_number_up_to_99_stays_empty(printed: str) -> None:
    assert numeral(printed) == ""


@given(st.lists(st.tuples(st.sampled_from(["", "annex1"]), st.sampled_from("123")), max_size=12))
def test_keys_are_ascii_and_unique(parts: list[tuple[str, str]]) -> None:
    keys = Keys()
    found = [keys.key(*part) for part in parts]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch("[a-z0-9-]+", key) for key in found)
