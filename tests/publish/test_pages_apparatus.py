from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.publish.pages_apparatus import apparatus, one_language, visible
from build_site.publish.pages_marks import Run


def edited(kind: str, before: str, after: str, rule: str = "r", **more: str) -> Run:
    row: dict[str, Any] = {"rules": rule, "certainty": kind, "alternatives": "", "note": "", **more}
    return Run(kind, after, before, row)


def plain(words: str) -> Run:
    return Run("plain", words, words)


def test_a_paragraph_without_edits_has_no_apparatus() -> None:
    assert apparatus([plain("发展")], "zh") is None


def test_doubtful_readings_are_numbered_as_they_are_marked_across_rules() -> None:
    found = apparatus(
        [
            edited("conjecture", "工做", "工作", "spin"),
            edited("mechanical", ",", "，", "width"),
            edited("correction", "书", "", "record"),
            edited("conjecture", "都邑", "都市", "spin", alternatives="城市;都会"),
        ],
        "zh",
    )
    assert found is not None
    spin, record = found.doubtful
    assert [one.number for one in spin.readings] == [1, 3]
    assert [one.number for one in record.readings] == [2]
    assert spin.readings[1].alternatives == ("城市", "都会")
    assert (found.edits, found.doubts) == (4, 3)


def test_mechanical_edits_are_summed_up_by_rule_with_their_commonest_readings() -> None:
    parts = [edited("mechanical", f"紀{i}", f"纪{i}", "script") for i in range(20)]
    parts += [edited("mechanical", "發", "发", "script")] * 3
    found = apparatus(parts, "zh")
    assert found is not None and not found.doubtful
    (script,) = found.routine
    assert script.times == 23 and script.pairs[0] == ("發", "发")
    assert len(script.pairs) + script.more == 21


def test_a_lacuna_is_in_the_apparatus_but_is_no_edit() -> None:
    found = apparatus([Run("lacuna", "", "", {"kind": "digit"})], "zh")
    assert found is not None and found.edits == 0 and len(found.lacunae) == 1


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("发\n展", "发⏎展"),
        (" ", "␣"),
        ("\u200b", "<U+200B>"),
        ("a b", "a b"),
        ("\ue43b", "<U+E43B>"),
        ("", ""),
        ("发展，", "发展，"),
    ],
)
def test_what_cannot_be_seen_is_given_a_shape(words: str, shown: str) -> None:
    assert visible(words) == shown


@given(st.text())
def test_a_shown_reading_has_no_character_that_hides_or_turns_text(words: str) -> None:
    assert not set("\n\r\t\u200b\u202e\u2066\ufeff") & set(visible(words))


def test_a_note_in_two_languages_is_shown_in_one() -> None:
    assert one_language("插入 / injected", "en") == "injected"
    assert one_language("插入 / injected", "zh") == "插入"
    assert one_language("GBK bytes", "en") == "GBK bytes"
