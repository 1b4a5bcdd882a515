"""Places are found by id, code and name; ids are sound; readings are the local ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.capture import InputError
from build_site.model.place import Level
from build_site.vocab.heads_of_government import heads_of_government
from build_site.vocab.places import load_places, places

READINGS = """
浙江省 Zhejiang|湖州市 Huzhou|台州市 Taizhou|泰州市 Taizhou|重庆市 Chongqing|陕西省 Shaanxi
山西省 Shanxi|西藏自治区 Xizang|内蒙古自治区 Inner Mongolia|新疆维吾尔自治区 Xinjiang
香港特别行政区 Hong Kong|澳门特别行政区 Macao|六安市 Lu'an|丽水市 Lishui|乐清市 Yueqing
鄞州区 Yinzhou|厦门市 Xiamen|蚌埠市 Bengbu|亳州市 Bozhou|呼和浩特市 Hohhot
乌鲁木齐市 Urumqi|拉萨市 Lhasa|哈尔滨市 Harbin|齐齐哈尔市 Qiqihar|鄂尔多斯市 Ordos
瑞安市 Rui'an|西安市 Xi'an|恩施土家族苗族自治州 Enshi|延边朝鲜族自治州 Yanbian
大理白族自治州 Dali|长治市 Changzhi|长春市 Changchun|长沙市 Changsha|长子县 Zhangzi
番禺区 Panyu|洪洞县 Hongtong|浚县 Xunxian|荥阳市 Xingyang|荥经县 Yingjing|任丘市 Renqiu
尉犁县 Yuli|尉氏县 Weishi|歙县 Shexian|铅山县 Yanshan|东阿县 Dong'e|阿克苏地区 Aksu
喀什地区 Kashgar|日喀则市 Shigatse|锡林郭勒盟 Xilingol|涡阳县 Guoyang|枞阳县 Zongyang
莘县 Shenxian|单县 Shanxian|牟平区 Muping|中牟县 Zhongmu|泌阳县 Biyang|渑池县 Mianchi
蔚县 Yuxian|盂县 Yuxian|乐亭县 Laoting|乐陵市 Laoling|大城县 Daicheng|井陉县 Jingxing
犍为县 Qianwei|珙县 Gongxian|筠连县 Junlian|阆中市 Langzhong|郫都区 Pidu|什邡市 Shifang
会理市 Huili|会东县 Huidong|盱眙县 Xuyi|邗江区 Hanjiang|邳州市 Pizhou|溧阳市 Liyang
句容市 Jurong|宿迁市 Suqian|宿州市 Suzhou|苏州市 Suzhou|嵊州市 Shengzhou|衢州市 Quzhou
耒阳市 Leiyang|郴州市 Chenzhou|攸县 Youxian|儋州市 Danzhou|东莞市 Dongguan|深圳市 Shenzhen
大埔县 Dabu|黄埔区 Huangpu|儋州市 Danzhou|百色市 Baise|瓮安县 Weng'an|勐海县 Menghai
弥勒市 Mile|漾濞彝族自治县 Yangbi|鄠邑区 Huyi|吴堡县 Wubu|柞水县 Zhashui|宕昌县 Tanchang
曲阜市 Qufu|临朐县 Linqu|茌平区 Chiping|鄄城县 Juancheng|无棣县 Wudi|芝罘区 Zhifu
婺源县 Wuyuan|万载县 Wanzai|余干县 Yugan|弋阳县 Yiyang|岢岚县 Kelan|繁峙县 Fanshi
穆棱市 Muling|讷河市 Nehe|桦甸市 Huadian|珲春市 Hunchun|葫芦岛市 Huludao|朝阳市 Chaoyang
成都市 Chengdu|都江堰市 Dujiangyan|普洱市 Pu'er|潍坊市 Weifang|漯河市 Luohe|吕梁市 Lüliang
石家庄市 Shijiazhuang|南乐县 Nanle|曾都区 Zengdu
子长市 Zichang|覃塘区 Qintang|万柏林区 Wanbailin|乌什县 Wushi
黟县 Yixian|砀山县 Dangshan|濉溪县 Suixi|莆田市 Putian|柘荣县 Zherong
"""
CASES = [tuple(case.split(" ", 1)) for case in READINGS.replace("\n", "|").split("|") if case]


@pytest.mark.parametrize(("name", "english"), CASES)
def test_a_name_is_romanized_as_its_people_read_it(name: str, english: str) -> None:
    expected = english.replace("ü", "u")
    assert expected in {p.name_en for p in places().named(name)}


def test_ids_are_ascii_paths_below_their_parents() -> None:
    for place in places().rows:
        assert re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+){0,2}", place.place_id)
        if place.level in (Level.PREFECTURE, Level.COUNTY):
            assert place.place_id.startswith(f"{place.parent_id}/")
    assert places().get("china").gb2260 == "100000"


def test_every_province_prefecture_and_county_is_there() -> None:
    live = [p for p in places().rows if not p.valid_to]
    by_level = {level: sum(p.level is level for p in live) for level in Level}
    assert by_level[Level.PROVINCE] == 34
    assert by_level[Level.PREFECTURE] == 333
    assert 2840 <= by_level[Level.COUNTY] <= 2880


@pytest.mark.parametrize(
    ("code", "place_id"),
    [
        ("330381", "zhejiang/wenzhou/ruian"),
        ("330500", "zhejiang/huzhou"),
        ("110108", "beijing/haidian"),
        ("429004", "hubei/xiantao"),
        ("330105", "zhejiang/hangzhou/gongshu"),
        ("659001", "xinjiang/shihezi"),
    ],
)
def test_a_code_leads_to_the_place_in_force(code: str, place_id: str) -> None:
    assert places().code(code).place_id == place_id
    assert not places().code(code).valid_to


@pytest.mark.parametrize(
    ("place_id", "valid_from", "valid_to"),
    [
        ("zhejiang/hangzhou/jianggan", "", "2021-04"),
        ("zhejiang/hangzhou/xiacheng", "", "2021-04"),
        ("zhejiang/hangzhou/linping", "2021-04", ""),
        ("zhejiang/hangzhou/qiantang", "2021-04", ""),
        ("zhejiang/shaoxing/shaoxing", "", "2014-10"),
        ("zhejiang/hangzhou/yuhang", "", ""),
    ],
)
def test_retired_places_say_until_when(place_id: str, valid_from: str, valid_to: str) -> None:
    place = places().get(place_id)
    assert (place.valid_from, place.valid_to) == (valid_from, valid_to)


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("湖州", "zhejiang/huzhou"),
        ("2024年湖州市政府工作报告", "zhejiang/huzhou"),
        ("恩施州", "hubei/enshi"),
        ("恩施市", "hubei/enshi/enshi"),
        ("广西", "guangxi"),
        ("内蒙古", "inner-mongolia"),
        ("瑞安市", "zhejiang/wenzhou/ruian"),
        ("浙江省温州市瑞安市", "zhejiang/wenzhou/ruian"),
        ("北京市朝阳区", "beijing/chaoyang"),
        ("长春市朝阳区", "jilin/changchun/chaoyang"),
        ("南京市鼓楼区", "jiangsu/nanjing/gulou"),
        ("福州鼓楼区", "fujian/fuzhou/gulou"),
        ("辽宁朝阳", "liaoning/chaoyang"),
        ("吉林", "jilin"),
        ("吉林市", "jilin/jilin"),
        ("海南", "hainan"),
        ("海南州", "qinghai/hainan"),
        ("本溪", "liaoning/benxi"),
        ("景宁县", "zhejiang/lishui/jingning"),
        ("全国", "china"),
        ("朝阳区", ""),
        ("鼓楼区", ""),
        ("和平发展", ""),
        ("资源节约", ""),
        ("富裕", ""),
        ("太湖治理", ""),
        ("各区县政府", ""),
        ("", ""),
    ],
)
def test_find_gives_the_place_or_nothing(text: str, place_id: str) -> None:
    found = places().find(text)
    assert (found.place_id if found else "") == place_id


@given(st.text(alphabet="浙江湖州市北京朝阳区鼓楼南吉林海长兴县和平", max_size=40))
def test_mentions_quote_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for mention in places().mentions(text):
        assert mention.span.start >= end
        end = mention.span.end
        names = {n for p in mention.candidates for n in (p.name_zh, *p.short_zh)}
        assert mention.span.of(text) in names
    places().find(text)


def test_a_place_knows_what_is_above_it() -> None:
    ruian = places().get("zhejiang/wenzhou/ruian")
    assert [p.place_id for p in places().parents(ruian)] == [
        "zhejiang/wenzhou",
        "zhejiang",
        "china",
    ]
    assert places().within(ruian, places().get("zhejiang"))
    assert not places().within(places().get("zhejiang"), ruian)


HEAD = "place_id,gb2260,name_zh,name_en,level,parent_id,valid_from,valid_to,short_zh\n"
NATION = "china,100000,中国,China,nation,,,,\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id,name\n", 1),
        (HEAD + NATION + NATION, 3),
        (HEAD + NATION + "Zhejiang,330000,浙江省,Zhejiang,province,china,,,\n", 3),
        (HEAD + NATION + "zhejiang,33,浙江省,Zhejiang,province,china,,,\n", 3),
        (HEAD + NATION + "zhejiang,330000,,Zhejiang,province,china,,,\n", 3),
        (HEAD + NATION + "zhejiang,330000,浙江省,Zhejiang,state,china,,,\n", 3),
        (HEAD + NATION + "zhejiang,330000,浙江省,Zhejiang,province,asia,,,\n", 3),
        (HEAD + NATION + "zhejiang,330000,浙江省,Zhejiang,province,china,x,,\n", 3),
        (HEAD + NATION + "zhejiang,330000,浙江省,Zhejiang,province,china,,,浙\n", 3),
        (HEAD + NATION + "zhejiang,330000,浙江省,Zhejiang\n", 3),
        (HEAD + NATION + "a/b,330000,浙江省,Zhejiang,county,china,,,\n", 3),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "places.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_places(path)
    assert (caught.value.file, caught.value.line) == ("places.csv", line)


def test_titles_of_heads_of_government_are_unique_and_longest_first(tmp_path: Path) -> None:
    found = heads_of_government()
    assert {"市长", "盟长", "主席", "专员"} <= set(found)
    assert [len(t) for t in found] == sorted((len(t) for t in found), reverse=True)
    wrong = tmp_path / "h.csv"
    wrong.write_text("title_zh,of\n市长,city\n市长,city\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"h\.csv:3"):
        heads_of_government(wrong)
