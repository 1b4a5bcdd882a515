"""Numbers that open a heading: 一、 （一） 1. （1）, told apart from decoys."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_site.model.text import Span

_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", start=1)}
_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    rf"(?:(?:第(?P<part>{_NUMERAL})部分[：:、\s]?)|(?P<first>{_NUMERAL})、|[（(](?P<second>{_NUMERAL})[）)]、?)"
)
_THIRD = re.compile(r"(?:(?P<third>\d{1,2})[.．、](?!\d)|[（(](?P<fourth>\d{1,2})[）)])")
# 1.产业发展稳中有进。新开工…: a short sentence behind the number, and text behind that
_THIRD_LEAD = re.compile(r"[^。！？；，：\s\d]{4,20}。(?=[^。]{20})")
_MOST = 2_000  # numbers no report has; a text with more of them is something else
_QUOTE_REACH = 120  # code points an opening quotation mark may lie behind
_LINE = 60  # code points of the longest heading on a line of its own
_RANGE = re.compile(  # 一、二产业; 三、四部分
    r"[一二三四五六七八九十]{1,2}(?:、|产[业融]|次产业|部分|季度|线城市|条|项)"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A number that opens a heading in text[at.start:], in a flat stretch that ends at `end`."""

    at: Span  # the number as printed
    end: int  # where the flat stretch ends: next marker or end of the line
    level: int
    value: int
    opens_line: bool


def numeral(chinese: str) -> int:
    """Return the value of a Chinese numeral below one hundred; 0 if it is none."""
    tens, ten, ones = chinese.partition("十")
    if ten:
        return 10 * (_DIGITS.get(tens, 1 if not tens else 0)) + _DIGITS.get(ones, 0)
    return _DIGITS.get(chinese, 0)


def _inside_quotes(text: str, floor: int, at: int) -> bool:
    low = max(floor, at - _QUOTE_REACH)
    return text.rfind("“", low, at) > text.rfind("”", low, at)


def _candidates(text: str, block: Span) -> list[Marker]:
    """Return every number of a line that stands where a heading may start."""
    found = []
    for match in _MARK.finditer(text, block.start, block.end):
        start = match.start()
        opens_line = start == block.start
        if not opens_line:
            gap = text[start - 1].isspace()
            before = text[max(block.start, start - 8) : start].rstrip()[-1:]
            if before not in "。！？：；”" or (before in "；：”" and not gap):
                continue
            if _inside_quotes(text, block.start, start):
                continue
        if _RANGE.match(text, match.end()):
            continue
        kind = match.lastgroup or "first"
        value = numeral(match.group(kind))
        if value and match.end() < block.end:
            level = 2 if kind == "second" else 1
            found.append(Marker(Span(start, match.end()), block.end, level, value, opens_line))
    if not found or not found[0].opens_line:
        third = _THIRD.match(text, block.start, block.end)
        line = text[block.start : block.end]
        alone = len(line) <= _LINE and not re.search(r"[。！？；：，]", line[:-1])
        if third and (alone or _THIRD_LEAD.match(text, third.end(), block.end)):
            value = int(third.group("third") or third.group("fourth"))
            found.insert(0, Marker(Span(*third.span()), block.end, 3, value, True))
    return found


def markers(text: str, blocks: tuple[Span, ...]) -> list[Marker]:
    """Return the numbers that open headings, in order: each rank counts on from the last.

    A number in the middle of a line must follow the number before it of its
    rank, or be the first; at the head of a line a gap is allowed.
    """
    kept: list[Marker] = []
    last = {1: 0, 2: 0, 3: 0}
    for block in blocks:
        if len(kept) > _MOST:
            return []
        accepted: list[Marker] = []
        for one in _candidates(text, block):
            follows = one.value == last[one.level] + 1
            restarts = one.value == 1 and (one.level > 1 or last[1] == 0)
            gap = one.opens_line and one.value > last[one.level]
            if not (follows or restarts or gap):
                continue
            last[one.level] = one.value
            for lower in range(one.level + 1, 4):
                last[lower] = 0
            accepted.append(one)
        if len(accepted) > _MOST:
            return []
        ends = [*[m.at.start for m in accepted[1:]], block.end][: len(accepted)]
        kept += [
            Marker(m.at, end, m.level, m.value, m.opens_line)
            for m, end in zip(accepted, ends, strict=True)
        ]
    return kept


def siblings(found: list[Marker]) -> list[list[int]]:
    """Return groups of indices of markers that count on under one parent."""
    groups: dict[int, list[int]] = {}
    done: list[list[int]] = []
    for i, marker in enumerate(found):
        for lower in [level for level in groups if level > marker.level]:
            done.append(groups.pop(lower))
        group = groups.get(marker.level)
        if group and found[group[-1]].value >= marker.value:
            done.append(groups.pop(marker.level))
        groups.setdefault(marker.level, []).append(i)
    return sorted(done + list(groups.values()))
