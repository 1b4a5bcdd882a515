"""Injected words are found at the ends of sentences; reports as they are raise few alarms."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from build_site.check.intrusions import check_intrusions, foreign_stretches
from build_site.model.text import Document
from build_site.repair import repair
from build_site.vocab.report_prose import parse_bigrams, parse_words
from tests.publish.factory import Maker, edition_of, report_of

# Invented, none of them in vocab/foreign_words.txt: titles, brands, services, search words.
INVENTED = (
    "三体黑暗森林", "明朝那些事儿", "甄嬛传剧情", "琅琊榜插曲", "何以笙箫默", "射雕英雄传",
    "贵州茅台酒专卖", "奥迪轿车报价", "星巴克咖啡杯", "优衣库女装", "瑞士手表回收", "迪奥口红色号",
    "钢琴陪练班", "月嫂催乳师", "除甲醛公司", "搬家拉货电话", "宠物狗狗寄养", "婚纱摄影套餐",
    "股票配资开户", "炒股软件排名", "梦见掉牙齿", "蹲便器疏通", "韩版连衣裙", "魔兽世界外挂",
    "痔疮膏偏方", "笔趣阁", "侯卫东笔记", "甜宠虐恋文", "剑桥雅思真题", "披萨加盟店",
)  # fmt: skip
SEEDS = {p.stem[:3]: p for p in sorted(Path("seeds").glob("*.txt"))}


def text_of(seed: str) -> str:
    path = SEEDS[seed]
    return repair(Document(path.stem, path.read_bytes().decode("utf-8"))).text


def places(text: str) -> list[str]:
    return [span.of(text) for span, _ in foreign_stretches(text)]


def test_the_novel_titles_that_a_portal_injected_are_found() -> None:
    text = text_of("002")
    found = places(text)
    assert sum("二号首长" in one or one == "首长" for one in found) == 2
    assert any("官场" in one for one in found)


SHORT = (
    "甄嬛传", "琅琊榜", "茅台酒", "奥迪车", "优衣库", "迪奥红", "除甲醛", "蹲便器", "连衣裙",
    "痔疮膏", "笔趣阁", "披萨店", "炒股群", "瘦身茶", "纹身贴", "男科院", "黄冈卷", "二号楼",
)  # fmt: skip


@pytest.mark.parametrize(
    ("invented", "where", "least"),
    [
        (INVENTED, "start", 0.75), (INVENTED, "middle", 0.4), (INVENTED, "end", 0.7),
        (SHORT, "start", 0.6), (SHORT, "middle", 0.4), (SHORT, "end", 0.5),
    ],
)  # fmt: skip
def test_invented_intrusions_are_found(invented: tuple[str, ...], where: str, least: float) -> None:
    text = text_of("003")
    sentences = [m.span() for m in re.finditer("[^。！？；\n]{24,}。", text)]
    dice = random.Random(7)
    chosen = dice.sample(sentences, 2 * len(invented))
    hits = 0
    for words, (start, end) in zip(2 * invented, chosen, strict=True):
        inner = [
            i for i in range(start + 9, end - 9) if re.match("[一-鿿]{2}", text[i - 1 : i + 1])
        ]
        at = {"start": start, "middle": dice.choice(inner or [start]), "end": end - 1}[where]
        sentence = text[start:at] + words + text[at:end]
        shift = at - start
        hits += any(
            span.start < shift + len(words) and span.end > shift
            for span, _ in foreign_stretches(sentence)
        )
    assert hits >= least * 2 * len(invented)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("办好一批民生实事，极大激三体黑暗森林发了群众热情。", "三体黑暗森林"),
        ("改造提升人瑞士手表回收行道17公里。", "瑞士手表回收"),
        ("全市经济运行总体平稳。笔趣阁推动重点项目建设。", "笔趣阁"),
        ("电子商务进农村综合示范县面达到30.3%琅琊榜。", "琅琊榜"),
    ],
)
def test_words_that_tear_a_sentence_are_found_whole(text: str, words: str) -> None:
    assert places(text) == [words]


@pytest.mark.parametrize("seed", ["000", "003"])
def test_clean_reports_raise_few_alarms(seed: str) -> None:
    text = text_of(seed)
    body = text[text.index("各位") :] if "各位代表" in text else text
    body = body[: body.rindex("。") + 1]
    assert len([one for one in places(body) if "香蕉" not in one]) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "实施“台州人免费游台州”，160万人次享受政策福利。",
        "全市经济运行总体平稳，地区生产总值增长5.8%。",
        "过去一年，我们坚持稳中求进工作总基调，着力推动高质量发展。",
        "",
        "二号。",
    ],
)
def test_plain_sentences_raise_none(text: str) -> None:
    assert places(text) == []


def test_a_finding_names_the_words_and_where_they_stand() -> None:
    text = "全市经济运行总体平稳。侯卫东官场笔记实施创新驱动发展战略，推动高质量发展。"
    maker = Maker(text)
    report = report_of(maker, paragraphs=(text,))
    (finding,) = check_intrusions(edition_of(maker, report))
    assert finding.at is not None
    assert "侯卫东官场笔记" in finding.message_zh
    assert finding.at.start == text.index("侯")


@pytest.mark.parametrize("text", ["甲", "甲乙\n甲丙", "甲乙乙"])
def test_a_wrong_list_of_pairs_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"list\.txt:\d"):
        parse_bigrams(text, "list.txt")


def test_a_word_that_stands_twice_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"words\.txt:2"):
        parse_words("小说网\n小说网\n", "words.txt")
