"""The grammar of figures: what is one, what is none."""

import pytest

from build_site.extract.figures import figures
from build_site.extract.numerals import arabic_number, multiplier
from build_site.extract.reading import folded, masked
from build_site.vocab.number_words import han_number


def found(text: str) -> list[tuple[float, str, str]]:
    """Return (value, unit, unit_norm) of the figures of a text."""
    _, bare = masked(folded(text))
    return [(f.value, f.unit, f.unit_norm) for f in figures(bare)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长6%", (6, "%", "percent")),
        ("下降-7.8%", (-7.8, "%", "percent")),
        ("占全国比重9.3‰", (9.3, "‰", "per_mille")),
        ("提高2.6个百分点", (2.6, "个百分点", "percentage_point")),
        ("达到4015亿元", (4015, "亿元", "CNY")),
        ("外资19亿美元", (19, "亿美元", "USD")),
        ("吞吐量2635.1万标箱", (2635.1, "万标箱", "TEU")),
        ("单耗0.37吨标煤/万元", (0.37, "吨标煤/万元", "tce/CNY")),
        ("降至29微克/立方米", (29, "微克/立方米", "microgram_per_cubic_metre")),
        ("走访企业2.1万多家次", (2.1, "万家次", "count")),
        ("出栏87.4万头", (87.4, "万头", "head")),
        ("压缩至3个工作日", (3, "个工作日", "workday")),
        ("突破千万人次", (1000, "万人次", "person_trip")),
        ("超过两万亿元", (2, "万亿元", "CNY")),
        ("居全省第6位", (6, "位", "rank")),
        ("清欠率全国第一", (1, "位", "rank")),
        ("跻身全国前二十名", (20, "位", "rank")),
        ("缩小到1.79:1", (1.79, "", "ratio")),
        ("三分之二以上", (2 / 3, "", "percent")),
        ("力争翻一番", (1, "番", "doubling")),
        ("第九次获评", (9, "次", "count")),
        ("实现“十三连冠”", (13, "连冠", "count")),
        ("连续10年居首位", (10, "年", "year")),
    ],
)
def test_a_quantity_is_read_with_its_unit(text: str, expected: tuple[float, str, str]) -> None:
    value, unit, norm = found(text)[0]
    assert (unit, norm) == expected[1:]
    assert value == pytest.approx(expected[0])


@pytest.mark.parametrize(
    "text",
    [
        "省“8+4”经济政策体系",
        "实施“1168”招商引资工程",
        "制定“56条”配套政策",
        "民营经济高质量发展25条",
        "改革开放40周年",
        "第三次全国国土调查",
        "市十六届人大二次会议",
        "世界500强",
        "新建PM2.5监测点",
        "国家3A级景区",
        "加快5G应用",
        "204国道全线贯通",
        "轨道交通3号线一期",
        "12345热线",
        "行动方案（2023—2027年）",
        "4月23日",
        "1-6月",
        "《2023年1号文件》",
        "投资2.0版",
        "万亩千亿大平台",
        "深入实施十百千万攻坚行动",
        "三个“一号工程”",
        "五个一工程",
        "增速14.910.7个百分点"[:10],
        "千万元以上乡村产业项目",
        "3亿元以上工业项目",
        "年收入30万元以下的欠发达村",
        "全球第六港区",
    ],
)
def test_names_dates_and_sizes_are_not_quantities(text: str) -> None:
    assert found(text) == []


def test_a_range_keeps_both_ends() -> None:
    _, bare = masked("增长6%-6.5%")
    (figure,) = figures(bare)
    assert (figure.value, figure.high, figure.comparator) == (6, 6.5, "range")


def test_an_item_number_is_not_part_of_the_period_behind_it() -> None:
    text = "1.1-6月，全市投资增长8.9%"
    found_masks, bare = masked(text)
    assert [m.span.of(text) for m in found_masks] == ["1.", "1-6月"]
    assert [f.value for f in figures(bare)] == [8.9]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("十三", 13),
        ("二十六", 26),
        ("两千", 2000),
        ("一百零五", 105),
        ("万", 10000),
        ("二〇二五", 2025),
        ("三亿五千万", 350_000_000),
    ],
)
def test_chinese_numerals(numeral: str, value: int) -> None:
    assert han_number(numeral) == value


@pytest.mark.parametrize("numeral", ["", "一般", "3", "第一"])
def test_what_is_not_a_chinese_numeral_is_refused(numeral: str) -> None:
    with pytest.raises(ValueError, match="not a Chinese numeral"):
        han_number(numeral)


def test_arabic_numerals_and_multipliers() -> None:
    assert arabic_number("9,170.3") == 9170.3
    assert (multiplier("万亿"), multiplier("千万"), multiplier("")) == (10**12, 10**7, 1)
