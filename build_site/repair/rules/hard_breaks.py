"""Line breaks inside words, numbers and paragraphs of fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import east_asian_width

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule

_LINE = re.compile(r"[^\n]+")
_BEFORE = f"(?<=[{HAN}，,、；;：:（(])"
_GAP = "\n[ \t\u3000]*"
_COUNTED = (
    "(?:万亿|亿|万|千|百|元|吨|人|户|家|个(?!人|体)|件|公里|平方|立方|亩|公顷|倍"
    "|%|％|‰|年|月|日)(?!、)"
)
_CUT_NUMBERS = (
    re.compile(f"{_BEFORE}[0-9]+(?:[.,][0-9]+)*{_GAP}(?={_COUNTED})"),  # 74.4⏎万亿元
    re.compile(f"{_BEFORE}[0-9]+\\.{_GAP}(?=[0-9]+{_COUNTED})"),  # 6.⏎5%
    re.compile(f"{_BEFORE}[0-9]+{_GAP}(?=\\.[0-9])"),  # 6⏎.5%
)
# formulae of every report: a line that ends inside one of them was cut there
_FORMULAE = (
    "人民代表大会", "次会议上", "请予审议", "列席人员", "提出意见", "报告工作", "政协委员",
    "中国特色社会主义", "党的二十大", "党中央", "国务院", "地区生产总值", "一般公共预算收入",
)  # fmt: skip
_BREAK = re.compile(_GAP)
_CUT_WORDS: dict[tuple[str, str], list[tuple[str, str]]] = {}
for _one in (*_FORMULAE, "R&D"):
    for _at in range(1, len(_one)):
        _CUT_WORDS.setdefault((_one[_at - 1], _one[_at]), []).append((_one[:_at], _one[_at:]))
_FINISHED = tuple("。！？!?：:；;…”）》】")
_OPENS = re.compile(
    r"[ \t\u3000]|[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?[0-9]+[）)、.．](?![0-9])"
    r"|第[一二三四五六七八九十]+[章节条]|[—•·●■◆▲【]|①|②|③|-{1,2} ?[0-9]{1,4} ?-"
)
_LEAST_LINES = 4
_LEAST_WIDTH = 40  # in half-width columns


def _inside_formulae(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of line breaks, with their indent, that cut a formula."""
    for match in _BREAK.finditer(text):
        start, end = match.span()
        for before, after in _CUT_WORDS.get((text[start - 1 : start], text[end : end + 1]), ()):
            if text.endswith(before, 0, start) and text.startswith(after, end):
                yield start, end
                break


def _width(line: str) -> int:
    """Return the printed width in columns: a full-width character takes two."""
    return sum(2 if east_asian_width(c) in "FW" else 1 for c in line)


def _wrapped(lines: list[tuple[int, str]]) -> Iterator[int]:
    """Yield the offsets of line feeds to drop in a block of neighbouring lines.

    A block counts as wrapped if all its lines but the last of a paragraph have
    the same width, give or take one full-width character. The width is counted
    in columns or, as some programs do, in characters.
    """
    for measure, least, slack in ((_width, _LEAST_WIDTH, 3), (len, _LEAST_WIDTH // 2, 2)):
        widths = [measure(line) for _, line in lines]
        full = max(widths)
        long = sum(w >= full - slack for w in widths)
        if full >= least and long >= _LEAST_LINES and long * 3 >= len(widths):
            break
    else:
        return
    cut = [
        (start + len(line), width >= full - slack and not line.endswith(_FINISHED))
        for (start, line), width in zip(lines, widths, strict=True)
    ]
    for (end, open_), (_, following) in zip(cut, lines[1:], strict=False):
        if open_ and not _OPENS.match(following):
            yield end


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Yield runs of lines with no empty line between them."""
    block: list[tuple[int, str]] = []
    for match in _LINE.finditer(text):
        if block and match.start() != block[-1][0] + len(block[-1][1]) + 1:
            yield block
            block = []
        block.append((match.start(), match[0]))
    if block:
        yield block


@rule(
    zh="接上断在数字中间的行，以及按固定宽度折断的段落；标题、列表、表格单元和完整的句子不接。",
    en="Join lines broken inside a number and paragraphs wrapped at a fixed width; headings, list "
    "items, table cells and finished sentences are not joined.",
    stage=Stage.SPACING,
    certainty=Certainty.CORRECTION,
    repairs={
        "总量达到74.4\n万亿元": "总量达到74.4万亿元",
        "增长6.\n5%": "增长6.5%",
        "增长6\n.5%": "增长6.5%",
        "报告工作，请\n予审议": "报告工作，请予审议",
        "第七届人民代表大\n会第八次会议上": "第七届人民代表大会第八次会议上",
        "R&\nD经费": "R&D经费",
        (
            "过去一年，我们坚持以习近平新时代中国特色社会主义思想为指导，认真学习贯\n"
            "彻党的二十大精神，全面落实党中央国务院和省委省政府市委的决策部署，统筹\n"
            "推进稳增长促改革调结构惠民生防风险保稳定各项工作，较好完成了市人大会议\n"
            "确定的年度目标任务，经济社会发展取得新的成效，地区生产总值增长百分之六\n"
            "左右。"
        ): (
            "过去一年，我们坚持以习近平新时代中国特色社会主义思想为指导，认真学习贯"
            "彻党的二十大精神，全面落实党中央国务院和省委省政府市委的决策部署，统筹"
            "推进稳增长促改革调结构惠民生防风险保稳定各项工作，较好完成了市人大会议"
            "确定的年度目标任务，经济社会发展取得新的成效，地区生产总值增长百分之六"
            "左右。"
        ),
    },
    leaves=(
        "2\n地区生产总值增长6%左右",
        "1\n\n实施新时代为民办实事长效机制",
        "一、过去一年的工作\n过去一年，我们",
        "全面完成。\n下一步",
        "序号\n目标任务\n推进情况",
        "完成情况:55.3\n3.进一步厉行节约",
        "投资5\n个人所得税、增值税",
        "某市人民代表大会\n第八次会议",
    ),
)
def hard_breaks(text: str) -> Iterator[Edit]:
    """Join lines broken inside a number, and paragraphs wrapped at a fixed width."""
    found: dict[int, str] = {}
    for pattern in _CUT_NUMBERS:
        for match in pattern.finditer(text):
            at = text.index("\n", match.start())
            found[at] = text[at : match.end()]
    found |= {at: text[at:end] for at, end in _inside_formulae(text)}
    for block in _blocks(text):
        for at in _wrapped(block):
            found.setdefault(at, "\n")
    ends = [(at, at + len(before)) for at, before in sorted(found.items())]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
    for at, before in sorted(found.items()):
        yield Edit(at, before, "")
