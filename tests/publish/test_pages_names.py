from __future__ import annotations

import pytest

from build_site.publish.pages_names import meeting, number_of, office, ordinal, person


@pytest.mark.parametrize(
    ("numeral", "value"), [("一", 1), ("十", 10), ("十五", 15), ("二十", 20), ("九十九", 99)]
)
def test_numerals_of_sessions_are_read(numeral: str, value: int) -> None:
    assert number_of(numeral) == value


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (23, "23rd")],
)
def test_ordinals(number: int, shown: str) -> None:
    assert ordinal(number) == shown


def test_a_meeting_is_named_in_english_when_its_numbers_are_known() -> None:
    row = {"meeting_zh": "宁波市第十五届人民代表大会第四次会议"}
    assert meeting(row, "Ningbo", "en") == "4th Session of the 15th Ningbo People's Congress"
    assert meeting(row, "宁波市", "zh") == row["meeting_zh"]
    assert meeting({"meeting_zh": "全市干部大会"}, "Ningbo", "en") == "全市干部大会"
    assert meeting({"meeting_zh": None}, "Ningbo", "en") == ""


def test_people_are_named_in_pinyin_and_offices_in_english() -> None:
    row = {"speaker_zh": "王纲", "speaker_title_zh": "代市长"}
    assert person(row, "speaker", "en") == "Wang Gang"
    assert office(row, "speaker", "en") == "Acting Mayor"
    assert person(row, "speaker", "zh") == "王纲"
    assert office({"speaker_title_zh": "某某长"}, "speaker", "en") == "某某长"
    assert person({"speaker_zh": None}, "speaker", "en") == ""
