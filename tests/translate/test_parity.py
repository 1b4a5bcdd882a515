"""Number parity: every figure has its counterpart, none is added, kinds agree."""

from __future__ import annotations

from fractions import Fraction

import pytest

from build_site.translate.figures import en_figures, zh_figures
from build_site.translate.parity import parity

SAME = [
    ("达到4015亿元，增长5.8%", "reached 401.5 billion yuan, up 5.8 percent"),
    ("贷款余额突破1.02万亿元", "loans passed 1.02 trillion yuan"),
    ("新供工业用地1.4万亩", "supplied 14,000 mu (about 933 hectares) of industrial land"),
    ("提高2.6个百分点", "rose by 2.6 percentage points"),
    ("分别增长8.3%、9.4%", "grew by 8.3 and 9.4 percent respectively"),
    ("城乡居民收入比缩小到1.77：1", "the income ratio narrowed to 1.77 to 1"),
    ("1-6月完成投资5.96亿元", "from January to June, 596 million yuan was invested"),
    ("2020年4月27日", "27 April 2020"),
    ("居全省第3", "third in the province"),
    ("确保财政支出的三分之二以上用于民生", "more than two-thirds of spending goes to livelihoods"),
    ("实施“十四五”规划", "carry out the 14th Five-Year Plan"),
    ("三个“一号工程”", "the three Number One Projects"),
    ("承接省“8+4”政策", "the province's “8+4” policies"),
    ("160万人次享受", "1.6 million visits"),
    ("增长2倍", "tripled"),
    ("增长2倍", "increased by 200 percent"),
    ("培育“瞪羚”企业148家", "148 gazelle enterprises"),
    ("十方面民生实事", "livelihood projects in ten areas"),
    ("两个维护", "the Two Upholds"),
    ("下降到5‰", "fell to 5 per mille"),
    ("2万至3万元", "20,000 to 30,000 yuan"),
    ("2.1-6月，完成44.3%", "2. From January to June, 44.3 percent was completed"),
    ("占年度计划的49.7%65.8%63.5%", "49.7, 65.8 and 63.5 percent of the annual plan"),
    ("20余万条", "more than 200,000 items"),
    ("第十三届人民代表大会第三次会议", "the Third Session of the 13th People's Congress"),
]
DIFFERENT = [
    ("达到4015亿元", "reached 4,015 billion yuan", ["4015亿"], ["4,015 billion"]),
    ("增长5.8%", "up 8.5 percent", ["5.8%"], ["8.5 percent"]),
    ("提高2.6个百分点", "rose by 2.6 percent", ["2.6个百分点"], []),
    ("增长5.8%", "rose by 5.8 percentage points", ["5.8%"], []),
    ("增长5.8%，达到410亿元", "grew by 5.8 percent", ["410亿"], []),
    ("实现增长", "grew by 3 percent", [], ["3 percent"]),
    ("1.4万亩", "14,000 mu (about 9,330 hectares)", [], ["9,330"]),
    ("三大攻坚战", "the tough battles", ["三"], []),
    ("6月和6日", "in June", ["6"], []),
    ("2.1-6月", "From January to May", ["2.1", "6"], []),
    ("5%和3亿元", "5 and 300 million yuan", ["5%"], []),
    ("三分之二", "a third", ["三分之二"], []),
]


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_figures_that_agree(zh: str, en: str) -> None:
    found = parity(zh, en)
    assert (found.missing, found.added) == ((), ())


@pytest.mark.parametrize(("zh", "en", "missing", "added"), DIFFERENT)
def test_figures_that_do_not(zh: str, en: str, missing: list[str], added: list[str]) -> None:
    found = parity(zh, en)
    assert (list(found.missing), list(found.added)) == (missing, added)
    assert not found.holds


def test_a_gloss_of_the_glossary_may_hold_a_figure() -> None:
    en = "the Eight-Eight Strategy (Zhejiang's development strategy of 2003)"
    assert not parity("八八战略", en).holds
    assert parity("八八战略", en, ["Zhejiang's development strategy of 2003"]).holds


@pytest.mark.parametrize(
    ("text", "value"),
    [("二十五", 25), ("一百零五", 105), ("三千五百万", 35_000_000), ("二〇二四", 2024), ("十", 10)],
)
def test_chinese_numerals(text: str, value: int) -> None:
    assert Fraction(value) in {f.value for f in zh_figures(text)}


@pytest.mark.parametrize(
    ("text", "value"),
    [("twenty-five", 25), ("three hundred", 300), ("two-thirds", Fraction(2, 3)), ("May", 5)],
)
def test_english_number_words(text: str, value: int | Fraction) -> None:
    assert Fraction(value) in {f.value for f in en_figures(text)}
