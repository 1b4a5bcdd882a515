"""Western marks in Chinese prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_CHINESE = re.compile(f"[{HAN}“”‘’《》〈〉「」『』【】（）、。，：；？！…]")
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"[,:;?!.]")
_BRACKET = re.compile(r"[()（）]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,64}|(?<![A-Za-z0-9.-])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[a-z]{2,4}\b[!-'*-~]*",
    re.ASCII,
)
_NUMERAL_ITEM = re.compile(r"[ \t\u3000]*(?:第?[一二三四五六七八九十百]+|[0-9]+)\.")
_CLOSERS = ")）”’\"'》】%％‰"


def _chinese(char: str) -> bool:
    return bool(char) and _CHINESE.match(char) is not None


def _beside(line: str, at: int) -> tuple[str, str]:
    """Return the nearest characters left and right of `at` that are no spaces; empty at an end."""
    left = line[max(0, at - 40) : at].rstrip(" \t\u3000")[-1:]
    right = line[at + 1 : at + 40].lstrip(" \t\u3000")[:1]
    return left, right


def _is_prose_mark(line: str, at: int) -> bool:
    """Return whether the mark at `at` belongs to Chinese prose."""
    mark, before, after = line[at], line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if mark == ".":
        return _is_stop(line, at)
    if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
        return False  # 1,029; 10:30; 1.77:1; key:value
    if mark in "?!":
        return _chinese(before) or (bool(before) and before in _CLOSERS and _chinese(line[0:1]))
    left, right = _beside(line, at)
    if mark == ":" and after == "/":
        return False
    return _chinese(left) or _chinese(right) or (bool(left) and left in "%％‰")


def _is_stop(line: str, at: int) -> bool:
    """Return whether the full point at `at` ends a Chinese sentence."""
    before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if not before or before == "." or after == ".":
        return False
    if not (_chinese(before) or (before in "%％‰)" and not after.strip())):
        return False
    if before in "、。，：；？！…“‘（《【":
        return False
    item = _NUMERAL_ITEM.match(line)
    if item and item.end() == at + 1:
        return False  # 一. is the number of an item
    return not after.strip() or _chinese(after)


def _brackets(line: str) -> Iterator[int]:
    """Yield the offsets of half-width brackets that belong to Chinese prose, in pairs."""
    opened: list[int] = []
    for match in _BRACKET.finditer(line):
        at = match.start()
        if match[0] in "(（":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if _is_prose_pair(line, start, at):
                yield from (i for i in (start, at) if line[i] in "()")
        elif match[0] == ")" and at and _chinese(line[at - 1]):
            yield at  # its partner is lost
    for at in opened:
        if line[at] == "(" and at and _chinese(line[at - 1]) and _chinese(line[at + 1 : at + 2]):
            yield at


def _is_prose_pair(line: str, start: int, end: int) -> bool:
    inside = line[start + 1 : end]
    if "（" in (line[start], line[end]) or "）" in (line[start], line[end]):
        return True
    before = line[start - 1 : start] if start else ""
    after = line[end + 1 : end + 2]
    return _CHINESE.search(inside) is not None or _chinese(before) or _chinese(after)


@rule(
    zh="汉语句子里的西文标点写成全角；数字、时刻、比例、网址和西文里的标点不动，%不动。",
    en="Write Western marks in Chinese prose full-width; numbers, times, ratios, addresses and "
    "Latin text keep theirs, and % stays.",
    stage=Stage.PUNCTUATION,
    certainty=Certainty.MECHANICAL,
    repairs={
        "增长7.9%,人均突破10万元;": "增长7.9%，人均突破10万元；",
        "各位代表:": "各位代表：",
        "(一)加快转型": "（一）加快转型",
        "PM2.5(细颗粒物)": "PM2.5（细颗粒物）",
        "国内生产总值(GDP)": "国内生产总值（GDP）",
        "干什么?实干!": "干什么？实干！",
        "全面完成.": "全面完成。",
        "实干.担当": "实干。担当",
        "(试行）": "（试行）",
        "居首位(集体经济": "居首位（集体经济",
    },
    leaves=(
        "1,029亿元",
        "10:30开会",
        "人口比1.77:1",
        "https://www.example.com/a?b=1,2",
        "1.加快发展",
        "一.过去一年",
        "f(x), g(y)",
        "增长6.5%",
        "5) 其他",
        "1)反对宪法",
        "来源...",
        "GDP, CPI",
        "浙江.cn",
        "A: B",
    ),
)
def fullwidth_punctuation(text: str) -> Iterator[Edit]:
    """Write Western marks in Chinese prose full-width, line by line, brackets in pairs."""
    for line_match in _LINE.finditer(text):
        line, start = line_match[0], line_match.start()
        if line.isascii():
            continue
        taken = [m.span() for m in _ADDRESS.finditer(line)] if "." in line or "@" in line else []
        found = [m.start() for m in _MARK.finditer(line) if _is_prose_mark(line, m.start())]
        for at in sorted({*found, *_brackets(line)}):
            while taken and taken[0][1] <= at:
                taken.pop(0)
            if not taken or at < taken[0][0]:
                yield Edit(start + at, line[at], _WIDE[line[at]])
