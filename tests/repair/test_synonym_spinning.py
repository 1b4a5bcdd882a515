"""Spun prose is restored, clean prose is left alone, figures and names never change."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.model.text import Document
from build_site.repair.rules.synonym_spinning import synonym_spinning
from build_site.repair.spin_channel import known_channel
from build_site.repair.spin_decode import Decoder, Step
from build_site.repair.spin_detect import missing_share, reworded_lines
from build_site.repair.spin_guess import Guess, guesses
from build_site.repair.spin_measure import is_spun, spin_density, spun_lines, spun_share
from build_site.repair.spin_model import official_prose
from build_site.vocab.spin import ring_words, spun_words, usual_words, words_apart
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
GUESSED = {"工作": "作业", "企业": "店家", "服务": "劳务", "示范": "演示", "中心": "心田"}
# what no table of the project writes for these words; guessed: told from its places alone
REWORDED = Path(__file__).with_name("reworded_words.csv")
STRANGER = Path(__file__).parents[1] / "strangers" / "taoyuan.txt"
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


def unspun_steps(text: str) -> list[list[Step]]:
    """Return the text as a reading that changed nothing."""
    return [[Step(at, c, c, c) for at, c in enumerate(line)] for line in text.split("\n")]


@cache
def words() -> dict[str, str]:
    with REWORDED.open(encoding="utf-8", newline="") as file:
        return {row["original"]: row["spun"] for row in csv.DictReader(file)}


def reworded(text: str) -> str:
    pattern = re.compile("|".join(words()))
    return pattern.sub(lambda match: words()[match.group()], text)


def report(number: str, size: int = 9000) -> str:
    lines = (line for line in clean_texts()[number].split("\n") if "。" in line)
    return "\n".join(lines)[:size]


@cache
def guessed() -> dict[str, Guess]:
    found = guesses(unspun_steps(reworded(report("002.1"))), official_prose())
    return {guess.spun: guess for guess in found}


def test_the_words_of_this_test_stand_in_no_table() -> None:
    known = {(pair.spun, pair.original) for pair in (*spun_words(), *ring_words())}
    assert not known & {(spun, original) for original, spun in words().items()}


def test_words_no_table_holds_are_guessed_from_all_their_places() -> None:
    right = {spun: original for original, spun in words().items()}
    found = {spun: guess.original for spun, guess in guessed().items()}
    wrong = {spun: original for spun, original in found.items() if right.get(spun) != original}
    assert len(found) >= 20
    assert len(wrong) <= len(found) / 8, wrong


@pytest.mark.parametrize(("original", "spun"), GUESSED.items())
def test_a_word_no_table_holds_is_guessed(original: str, spun: str) -> None:
    assert guessed()[spun].original == original


def test_a_guess_says_in_how_many_places_it_stands() -> None:
    text = report("002.1")
    assert 0 < guessed()["作业"].places <= text.count("工作")


@pytest.mark.parametrize("number", ["000", "001", "002.1", "002.4", "002.7", "003"])
def test_hardly_anything_is_guessed_in_clean_reports(number: str) -> None:
    assert len(guesses(unspun_steps(report(number)), official_prose())) <= 1


@pytest.mark.parametrize(
    ("said", "turned"), [("就业", "失业"), ("贷款", "存款"), ("全市", "全国"), ("开工", "完工")]
)
def test_no_guess_turns_a_fact_round(said: str, turned: str) -> None:
    text = report("002.1").replace(said, turned)
    found = guesses(unspun_steps(text), official_prose())
    assert frozenset((said, turned)) in words_apart()
    assert not [guess for guess in found if {guess.spun, guess.original} == {said, turned}]


def test_no_name_of_a_place_is_guessed_away() -> None:
    text = report("002.1").replace("湖州", "金华")
    assert "金华" not in {guess.spun for guess in guesses(unspun_steps(text), official_prose())}


def test_one_sighting_is_no_ground_for_a_guess() -> None:
    line = "坚持稳中求进作业总基调，扎实推进各项任务。"
    assert not guesses(unspun_steps(line), official_prose())


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from("作业总基调，进稳中求县市政a1𠀀"), max_size=80)))
def test_guesses_are_words_of_han_and_keep_levels_and_numerals(lines: list[str]) -> None:
    for guess in guesses(unspun_steps("\n".join(lines)), official_prose()):
        assert re.fullmatch("[\u4e00-\u9fff]+", guess.spun + guess.original)
        assert {"县", "市"} & set(guess.spun) == {"县", "市"} & set(guess.original)


def test_prose_reworded_by_an_unknown_spinner_is_recognised() -> None:
    clean = report("002.1")
    spun = reworded(clean)
    assert missing_share(spun.split("\n")) > 3 * missing_share(clean.split("\n"))
    assert {span.of(spun) for span in reworded_lines(spun)} == set(spun.split("\n"))
    assert not reworded_lines(clean)


@pytest.mark.parametrize("text", CLEAN)
def test_prose_of_other_kinds_lacks_report_words_and_is_not_spun(text: str) -> None:
    assert not reworded_lines(text)
    assert not reworded_lines("\n".join([text] * 6))


def test_a_spun_stranger_is_recognised_and_its_county_stays_one() -> None:
    text = STRANGER.read_text(encoding="utf-8")
    clean = restored(text)
    assert is_spun(text)
    assert "县人民政府向大会报告工作" in clean
    assert [clean.count(one) for one in "省市县镇"] == [text.count(one) for one in "省市县镇"]
    assert re.findall(r"\d+", clean) == re.findall(r"\d+", text)


def test_usual_words_are_words_of_two_characters_often_seen() -> None:
    assert usual_words()["工作"] > 50
    assert all(len(word) == 2 and rate >= 25 for word, rate in usual_words().items())
