from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.capture import InputError
from build_site.model.place import Level, Place
from build_site.vocab.agencies import KINDS, agency, load_rows

HUZHOU = Place("zhejiang/huzhou", "330500", "湖州市", "Huzhou", Level.PREFECTURE, "zhejiang")
RUIAN = Place(
    "zhejiang/wenzhou/ruian", "330381", "瑞安市", "Rui'an", Level.COUNTY, "zhejiang/wenzhou"
)
DEQING = Place(
    "zhejiang/huzhou/deqing", "330521", "德清县", "Deqing", Level.COUNTY, "zhejiang/huzhou"
)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("市发展改革委", "Municipal Development and Reform Commission"),
        ("市发改委", "Municipal Development and Reform Commission"),
        ("县发改局", "County Development and Reform Commission"),
        ("省财政厅", "Provincial Finance Department"),
        ("湖州市财政局", "Huzhou Municipal Finance Bureau"),
        ("恩施州财政局", "Enshi Prefectural Finance Bureau"),
        ("湖州海关", "Huzhou Customs"),
        ("长兴县政府", "Changxing County People's Government"),
        ("吴兴区政府", "Wuxing District People's Government"),
        ("团市委", "Municipal Committee of the Communist Youth League"),
        ("各区县政府", "Governments of all counties and districts"),
        ("有关区县政府", "Governments of the counties and districts concerned"),
        ("市级其他有关单位", "Other relevant municipal agencies"),
        ("南太湖新区管委会", "Management Committee of the South Taihu New Area"),
        (
            "长三角产业合作区湖州片区管委会(筹)",
            "Management Committee of the Huzhou Area of the Yangtze River Delta Industrial "
            "Cooperation Zone (preparatory)",
        ),
        (
            "市政务办（数字化改革专班）",
            "Municipal Government Services Office (with the Digital Reform Task Force)",
        ),
    ],
)
def test_an_agency_has_its_english_name(name: str, english: str) -> None:
    assert agency(name, HUZHOU).name_en == english


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("市发展改革委", "市发展和改革委员会"),
        ("市人力社保局", "市人力资源和社会保障局"),
        ("团市委", "共青团湖州市委员会"),
        # 财政厅 and 水务局 are not short for 财政局 and 水利局
        ("省财政厅", "省财政厅"),
        ("市水务局", "市水务局"),
        ("市轨道交通中心", "市轨道交通中心"),
    ],
)
def test_a_full_name_is_given_only_where_the_written_name_is_short_for_it(
    name: str, full: str
) -> None:
    assert agency(name, HUZHOU).name_zh == full


def test_two_ways_to_write_an_agency_are_one_agency() -> None:
    ids = {
        agency(name, HUZHOU).agency_id for name in ("市发改委", "市发展改革委", "湖州市发展改革委")
    }
    assert ids == {"zhejiang/huzhou/agencies/development-and-reform-commission"}


def test_an_agency_of_another_place_is_another_agency() -> None:
    ids = {
        agency(n, HUZHOU).agency_id for n in ("市财政局", "省财政厅", "县财政局", "长兴县财政局")
    }
    assert len(ids) == 4
    assert "zhejiang/agencies/finance-bureau" in ids


def test_a_municipal_bureau_seen_from_a_county_belongs_to_its_prefecture() -> None:
    assert agency("市财政局", DEQING).agency_id == "zhejiang/huzhou/agencies/finance-bureau"
    assert agency("市财政局", RUIAN).agency_id == "zhejiang/wenzhou/ruian/agencies/finance-bureau"


@pytest.mark.parametrize("name", ["市西塞山指挥部", "某某公司", "12345热线", "——", "甲"])
def test_an_unknown_agency_keeps_its_name_and_gets_an_ascii_id(name: str) -> None:
    found = agency(name, HUZHOU)
    assert found.name_zh == name and found.kind == "other"
    assert re.fullmatch("[a-z0-9-/]+", found.agency_id)


@given(st.text(alphabet="市县区州局委办公室财政教育（）〈、〉政府A1", min_size=1, max_size=14))
def test_any_name_gives_an_ascii_id_a_name_and_a_known_kind(name: str) -> None:
    found = agency(name, HUZHOU)
    assert re.fullmatch("[a-z0-9-/]+", found.agency_id)
    assert found.name_zh and found.name_en and found.kind in KINDS


@pytest.mark.parametrize(
    "row",
    [
        "Bad Key,*局,*局,{level} Bureau,department",
        "good,*局,*局,{level} Bureau,ministry",
        "first,*甲局,,{level} A,other\nfirst,*乙局,,{level} B,other",
        "first,*甲局,,{level} A,other\nsecond,*甲局,,{level} B,other",
    ],
)
def test_a_wrong_row_is_refused_with_its_line(row: str, tmp_path: Path) -> None:
    file = tmp_path / "agencies.csv"
    file.write_text(f"key,aliases,name_zh,name_en,kind\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"agencies\.csv:[23]"):
        load_rows(file)
