"""Pinyin printed in brackets behind a character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN_OR_FORM
from build_site.repair.readings import is_syllable, readings, tone_marks, toneless
from build_site.repair.rule import Stage, rule

_LETTERS = "a-zA-ZüÜêÊ\u0101\u00e1\u01ce\u00e0\u0113\u00e9\u011b\u00e8\u012b\u00ed\u01d0\u00ec"
_MORE = (
    "\u014d\u00f3\u01d2\u00f2\u016b\u00fa\u01d4\u00f9\u01d6\u01d8\u01da\u01dcḿńňǹếề\u0300-\u030c"
)
_GLOSS = re.compile(f"(?<=[{HAN_OR_FORM}])[(（]([{_LETTERS}{_MORE}]{{1,8}})[)）]")
_SYLLABLE = f"[{_LETTERS}{_MORE}]{{1,8}}"
_WORD_GLOSS = re.compile(f"(?<=[{HAN_OR_FORM}])[(（]({_SYLLABLE}(?: {_SYLLABLE}){{1,3}})[)）]")


@rule(
    zh="删去注音：一些镜像网站在汉字后的括号里加印拼音，把“紀(jì)”写回“紀”。",
    en="Drop the pinyin that some mirror sites print in brackets after a character.",
    stage=Stage.CHARACTERS,
    certainty=Certainty.MECHANICAL,
    repairs={
        "發(fā)展": "發展",
        "紀（jì）念": "紀念",
        "綠(lǜ)色": "綠色",
        "我(wǒ)的(de)家": "我的家",
        "幸福(fú)感(gǎn)": "幸福感",
        "誒(ê̄)": "誒",
        "報告(bào gào)": "報告",
    },
    leaves=(
        "三(二)班",
        "PM2.5(细颗粒物)",
        "QFLP(合格境外有限合伙人)",
        "(一)加快转型",
        "国内生产总值(GDP)",
        "研发(R)投入",
        "系数(a)与(b)",
        "新能源(new)产业",
        "中国制造(made in China)",
    ),
)
def pinyin_gloss(text: str) -> Iterator[Edit]:
    """Drop the pinyin that some mirror sites print in brackets after a character.

    One tone mark proves pinyin. A bare syllable is dropped only if it is a
    reading of the very character it follows, and not a single letter. Syllables of
    a whole word are dropped if they are the readings of its characters, one by one.
    """
    for match in _GLOSS.finditer(text):
        syllable = match[1]
        if not is_syllable(syllable):
            continue
        marks = tone_marks(syllable)
        char = text[match.start() - 1]
        bare = len(syllable) > 1 and toneless(syllable) in readings(char)
        if marks == 1 or (marks == 0 and syllable.islower() and bare):
            yield Edit(match.start(), match[0], "")
    for match in _WORD_GLOSS.finditer(text):
        syllables = match[1].split()
        word = text[max(0, match.start() - len(syllables)) : match.start()]
        if len(word) == len(syllables) and all(
            is_syllable(syllable) and toneless(syllable) in readings(char)
            for syllable, char in zip(syllables, word, strict=True)
        ):
            yield Edit(match.start(), match[0], "")
