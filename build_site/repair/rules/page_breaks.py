"""Page numbers, running heads and repeated titles that cut a text where a page ended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.rule import Stage, rule

_LINE = re.compile(r"[^\n]+")
_DIGIT = "[0-9０-９]"
_DASH = "[-—–－‐]"
_NUMBER = re.compile(rf"{_DASH}{{1,2}}\s*{_DIGIT}{{1,4}}\s*{_DASH}{{1,2}}")
_PAGER = re.compile(
    rf"(?:(?:首页|上一页)\s*)*(?:[\[［【]{_DIGIT}{{1,2}}[\]］】]\s*){{2,}}(?:下一页|尾页|末页|\s)*"
    rf"|(?:上一页\s*)?(?:{_DIGIT}{{1,2}}\s+){{2,}}(?:下一页|尾页|末页)\s*(?:尾页|末页)?"
    rf"|第\s*{_DIGIT}{{1,3}}\s*页(?:[，,\s]*共\s*{_DIGIT}{{1,3}}\s*页)?"
)
_TITLE_AGAIN = re.compile(
    rf"[^，。；！？]{{0,40}}报告\s*[（(](?:{_DIGIT}{{1,2}}|[一二三四五六七八九十]|第.{{1,3}}页)[)）]"
)
_LABELLED = re.compile(
    r"(?:发布者|发布人|发布时间|发布日期|更新时间|作者|来源|时间|日期|点击|浏览)[：:].{0,70}"
)
_CONTINUED = re.compile(r"\s*[（(【\[]?(?:接上页|上接第?.{1,4}[页版])[）)】\]]?[：:]?\s*")
_FINISHED = tuple("。！？!?：:；;…”）)》】")
_OPENS = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[0-9０-９]{1,2}[.．、](?![0-9０-９])|各位代表|第[一二三四五六七八九十]+[章节条部]"
)
_MOST_HEAD = 60  # code points of a running head
_LEAST_HEADS = 3
_LEAST_PROSE = 12  # code points of a line that may be cut by the end of a page

_Lines = list[tuple[int, int, str]]  # start and end of the line, and its trimmed words


def _running_heads(lines: _Lines) -> set[str]:
    """Return short lines that stand three times or more, twice or more beside a page's number."""
    counts: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for i, (_, _, words) in enumerate(lines):
        if len(words) <= _MOST_HEAD and words[-1] not in "。；;，," and not _is_mark(words):
            counts[words] += 1
            beside[words] += any(
                _NUMBER.fullmatch(lines[k][2]) for k in (i - 1, i + 1) if 0 <= k < len(lines)
            )
    return {
        words
        for words, count in counts.items()
        if count >= _LEAST_HEADS and beside[words] >= _LEAST_HEADS - 1
    }


def _is_mark(words: str) -> bool:
    return bool(_NUMBER.fullmatch(words) or _PAGER.fullmatch(words))


def _breaks(lines: _Lines, heads: set[str]) -> Iterator[tuple[int, int]]:
    """Yield runs of neighbouring lines that a page break left, as first and last index."""
    at = 0
    while at < len(lines):
        if not (_is_mark(lines[at][2]) or lines[at][2] in heads):
            at += 1
            continue
        first = at
        while at < len(lines) and _belongs(lines[at][2], heads):
            at += 1
        if any(_is_mark(words) for _, _, words in lines[first:at]):
            yield first, at - 1


def _belongs(words: str, heads: set[str]) -> bool:
    return (
        _is_mark(words)
        or words in heads
        or _TITLE_AGAIN.fullmatch(words) is not None
        or _LABELLED.fullmatch(words) is not None
    )


def _is_cut(before: str, after: str) -> bool:
    """Tell whether a sentence runs from the last line of a page to the first of the next."""
    return (
        len(before) >= _LEAST_PROSE
        and not before.endswith(_FINISHED)
        and re.search("[，。；]", before) is not None
        and _OPENS.match(after) is None
    )


@rule(
    zh="接上被页码、书眉或分页标题截断的句子，并删去书眉、分页后重复的标题和“（接上页）”。",
    en="Join a sentence cut by a page number, running head or pager, and drop the running head, "
    "the title repeated on the next page and “（接上页）”.",
    stage=Stage.SPACING,
    certainty=Certainty.CORRECTION,
    repairs={
        "产业发展加快，品牌价值7\n\n- 3 -\n38.59亿元。": "产业发展加快，品牌价值738.59亿元。",
        "平均浓度下降，为22微克/立方\n— 4 —\n米。": "平均浓度下降，为22微克/立方米。",
        (
            "建成安置点41个，搬迁入住9.6万人，\n[1] [2] [3] 下一页 尾页\n某市政府工作报告(2)\n"
            "发布者：admin 人气：866\n（接上页）培训5.3万人次。"
        ): "建成安置点41个，搬迁入住9.6万人，培训5.3万人次。",
        (
            "会议文件（二）\n甲乙丙。\n- 1 -\n会议文件（二）\n丁戊己。\n- 2 -\n会议文件（二）\n"
            "庚辛壬。\n- 3 -"
        ): "会议文件（二）\n甲乙丙。\n\n丁戊己。\n\n庚辛壬。\n- 3 -",
    },
    leaves=(
        "主要做了以下工作，完成了各项任务。\n- 3 -\n二、今年的安排",
        "二、二〇二四年主要目标和重点工作\n- 4 -\n今年要突出抓好产业。",
        "新增小微企业8065家，完成目标\n15\n完善和细化标准",
        "1 2 3\n项目，投资",
        "[1] [2] [3] 下一页",
        "指标\n单位\n指标\n单位\n指标\n单位",
    ),
)
def page_breaks(text: str) -> Iterator[Edit]:
    """Join sentences cut by the end of a page, and drop what is printed again on each page."""
    lines: _Lines = [
        (m.start(), m.end(), m[0].strip()) for m in _LINE.finditer(text) if m[0].strip()
    ]
    heads = _running_heads(lines)
    for first, last in _breaks(lines, heads):
        if first == 0 or last + 1 == len(lines):
            continue
        following = lines[last + 1]
        raw = text[following[0] : following[1]]
        continued = _CONTINUED.match(raw)
        indent = continued.end() if continued else len(raw) - len(raw.lstrip())
        after = raw[indent:]
        line_start, line_end, before = lines[first - 1]
        start = line_start + len(text[line_start:line_end].rstrip())
        end = following[0] + indent
        if after and (_is_cut(before, after) or (continued and not before.endswith(_FINISHED))):
            yield Edit(start, text[start:end], "")
        elif continued or any(not _is_mark(words) for _, _, words in lines[first : last + 1]):
            yield Edit(start, text[start:end], "\n\n")
