"""Spun prose is restored, clean prose is left alone, figures and names never change."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.model.text import Document
from build_site.repair.rules.synonym_spinning import synonym_spinning
from build_site.repair.spin_channel import known_channel
from build_site.repair.spin_decode import Decoder
from build_site.repair.spin_measure import is_spun, spin_density, spun_lines, spun_share
from build_site.repair.spin_model import official_prose
from tests.eval.spin import captured_004, clean_texts, edit_distance, folded, gold_004

CLEAN = (
    "会议指出，要完整、准确、全面贯彻新发展理念，建立健全长效机制，加强财产保护。要聚焦核心任务，展开专项检查，"
    "加速推进重点项目建设。面对严峻形势，要保持清醒头脑，把握机会，深入群众，深刻领会，努力实现全年目标。"
    * 4,
    "现在，他每天早上六点起床，先到公园散步。许多朋友劝他多休息，可是他说自己闲不住。如今孩子们都长大了，"
    "有的在医院当医生，有的在学校教书，日子过得平静。他经常想起从前的事情，那时候条件艰苦。" * 4,
    "民事主体的财产权利受法律平等保护。物权是权利人依法对特定的物享有直接支配和排他的权利，包括所有权、用益物权和担保物权。"
    * 5,
    "财产申报制度建立以来，生产和消费变化明显，都市农业展开布局，正在加速发展，核心区生活安宁，竞争活动流动性增强。"
    * 5,
)
ACROSS = {  # the spinner cut across words
    "电开工具": "电动工具",
    "金西岳": "金华山",
    "干部属下层": "干部下基层",
    "内陆开汗漫深推进": "内陆开放纵深推进",
    "大家民集体": "各人民团体",
    "全功令国法王法治政府": "全国法治政府",
    "灾种保障微风险监测": "灾种保障和风险监测",
    "稳进向好态势愈删强劲": "稳进向好态势更加强劲",
}
CHAINS = {
    "国际陆港枢纽核心建立": "国际陆港枢纽中心建设",
    "数字经济焦点财产删多值": "数字经济核心产业增加值",
    "确保消费安宁事件起数下降": "确保生产安全事故起数下降",
    "居民出产价格指数": "居民消费价格指数",
    "深入变化攻坚": "深化改革攻坚",
    "深刻施止": "深入实施",
    "处所政府债务": "地方政府债务",
    "党地方、国务院、盛位、省政府和市卫": "党中央、国务院、省委、省政府和市委",
    "主席总布告考查浙江": "习近平总书记考察浙江",
    "以主席同志为焦点的党地方四周": "以习近平同志为核心的党中央周围",
    "主席新时代中国特涩社会主义思想": "习近平新时代中国特色社会主义思想",
}
NAMES = (
    "甬金衢上高速",
    "润马光能",
    "义欣新能源",
    "卢宅肃雍堂",
    "诸葛八卦村",
    "马德里",
    "杜伊斯堡",
    "乾西",
    "浙能镇海燃机",
)


def restored(text: str) -> str:
    return Document("d", text).edited("synonym_spinning", synonym_spinning(text)).text


@cache
def spun_and_restored() -> tuple[str, str]:
    text = "\n".join(captured_004())
    return text, restored(text)


def test_the_whole_capture_is_restored_within_half_a_percent() -> None:
    right = [folded(line) for line in gold_004()]
    lines = spun_and_restored()[1].split("\n")
    wrong = sum(edit_distance(folded(a), b) for a, b in zip(lines, right, strict=True))
    assert wrong / sum(map(len, right)) <= 0.005


def test_no_figure_changes() -> None:
    spun, clean = spun_and_restored()
    number = re.compile(r"\d+(?:\.\d+)?%?")
    assert number.findall(clean) == number.findall(spun)


def test_names_stand_as_before() -> None:
    spun, clean = spun_and_restored()
    assert {n: clean.count(n) for n in NAMES} == {n: spun.count(n) for n in NAMES}


def test_the_restored_capture_is_not_spun_any_more() -> None:
    assert not is_spun(spun_and_restored()[1])


def test_alternatives_never_repeat_the_reading() -> None:
    edits = list(synonym_spinning("\n".join(captured_004())))
    assert all(edit.after not in edit.alternatives for edit in edits)
    assert any(edit.alternatives for edit in edits)


@pytest.mark.parametrize(("spun", "right"), (ACROSS | CHAINS).items())
def test_chains_and_cuts_across_words_are_undone(spun: str, right: str) -> None:
    steps = Decoder(known_channel(), official_prose()).restore(spun)
    assert "".join(step.reading for step in steps) == right


@pytest.mark.parametrize("name", sorted(clean_texts()))
def test_clean_captures_are_left_alone(name: str) -> None:
    text = clean_texts()[name]
    assert not list(synonym_spinning(text))
    assert spin_density(text) < 1


@pytest.mark.parametrize("text", CLEAN)
def test_clean_prose_with_words_that_spinners_write_is_left_alone(text: str) -> None:
    assert not list(synonym_spinning(text))


def test_a_clean_document_beside_a_spun_one_is_left_alone() -> None:
    spun = "\n".join(captured_004()[10:20])
    text = f"{CLEAN[0]}\n{spun}\n{CLEAN[1]}"
    assert {span.of(text) for span in spun_lines(text)} == set(spun.split("\n"))
    assert 0.5 < spun_share(text) < 1


def test_one_odd_word_used_throughout_is_no_spinning() -> None:
    assert not is_spun("咱们村的咱们家。" * 100)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("建立展开财产加速\n，。工做删加真a1𠀀"), max_size=400))
def test_any_text_is_taken_and_edits_quote_it(text: str) -> None:
    document = Document("d", text).edited("synonym_spinning", synonym_spinning(text))
    assert document.undone() == text
    assert re.findall(r"\d", document.text) == re.findall(r"\d", text)
