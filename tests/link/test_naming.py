"""Likeness of names: the quick way finds what the table of the textbook finds."""

from hypothesis import given
from hypothesis import strategies as st

from build_site.link.naming import _common, similarity

WORDS = st.text(alphabet="城乡居民人均收入增加值3", max_size=14)


def _by_table(first: str, second: str) -> int:
    row = [0] * (len(second) + 1)
    for one in first:
        before = 0
        for at, other in enumerate(second, 1):
            row[at], before = (before + 1 if one == other else max(row[at], row[at - 1])), row[at]
    return row[-1]


@given(WORDS, WORDS)
def test_the_longest_common_subsequence_is_that_of_the_table(first: str, second: str) -> None:
    assert _common(first, second) == _by_table(first, second)


@given(WORDS, WORDS)
def test_likeness_is_between_none_and_equal(first: str, second: str) -> None:
    found = similarity(first, second)
    assert 0.0 <= found <= 1.0
    assert (found == 1.0) == (first == second != "")
