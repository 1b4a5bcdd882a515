"""Marks that a flattened table lost, where the text itself proves what stood there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from build_site.model.text import Certainty, Document, Edit
from build_site.repair.characters import HAN
from build_site.repair.flattened import cells, is_flattened
from build_site.repair.quote_terms import bare_terms, missing_halves
from build_site.repair.rule import Stage, rule

_ENDS = re.compile(rf"[{HAN}0-9%％）)”》〉>]$")
_ORDER = "”）。（《“"  # what closes comes before what opens
_ROUNDS = 4
_NAMED = r"(?:责任|牵头|主办|配合|承办)单位[：:]|(?:牵头|联系|责任|分管)市?[县区]?领导[：:]"
_OWNERS = re.compile(rf"(?<=[{HAN}%％0-9])(?=责任单位[：:])")
_OWNER_LIST = re.compile(
    rf"(?P<open>[（(])?(?P<list>(?:{_NAMED})[^。；\n（）()]*)(?P<close>[）)])?"
)
# a heading has neither a stop inside nor a figure with its counter
_SENTENCE = re.compile("[。；]|[0-9][%％万亿个家元人位名]|[%％0-9]$|[（(][^（）()]*$")
_LEADER = re.compile("领导[：:]")
_TITLES = re.compile("[《》\n]")
_TITLE_START = re.compile(r"(?:^|[\n。，；、])\s*(?:[0-9]{1,2}[.．])?(?=关于[^\n。；《]*$)")
# a numbered heading on the same line: nothing but a full stop ends what is before it
_RUN_IN = re.compile(r"(?<=[0-9][%％])(?=[ \u3000]+（[一二三四五六七八九十]{1,3}）)")
_BRACKETS = re.compile("[（）()\n]")


def _insertions(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, mark) of every mark that is proved."""
    for place in missing_halves(text):
        if place.proved:
            yield place.at, place.mark
    for start, end, proved in bare_terms(text):
        if proved:
            yield start, "“"
            yield end, "”"
    for found in _OWNERS.finditer(text):
        low = max(0, found.start() - 600)
        line = text[max(low, text.rfind("\n", low, found.start()) + 1) : found.start()]
        if not _LEADER.search(line):
            yield found.start(), "。"
    for owners in _OWNER_LIST.finditer(text):
        if owners["close"] and not owners["open"]:
            yield owners.start("list"), "（"
        elif owners["open"] and not owners["close"]:
            yield owners.end("list"), "）"
    yield from _opened_titles(text)
    yield from _closed_brackets(text)
    for found in _RUN_IN.finditer(text):
        yield found.start(), "。"
    for cell in cells(text):
        words = cell["words"]
        owned = any(found.end() == len(words) for found in _OWNER_LIST.finditer(words))
        if _ENDS.search(words) and not owned and _SENTENCE.search(words):
            yield cell.end("words"), "。"


def _closed_brackets(text: str) -> Iterator[tuple[int, str]]:
    """Yield the partners of brackets that stand whole elsewhere or close at the end of a line."""
    opened = -1
    for match in _BRACKETS.finditer(f"{text}\n"):
        at = match.start()
        if match[0] in "（(":
            opened = at
        elif match[0] == "\n" and opened >= 0:
            inside = text[opened + 1 : at].rstrip()
            whole = re.match(rf"[{HAN}]{{1,6}}", inside)
            if whole and (length := _bracketed(text, opened, whole[0])):
                yield opened + 1 + length, "）"
            elif not re.search("[，。；]", inside) and _of_a_year(inside):
                yield opened + 1 + len(inside), "）"
            opened = -1
        else:
            opened = -1


def _opened_titles(text: str) -> Iterator[tuple[int, str]]:
    """Yield the opening mark of titles that begin with 关于 and close with 》."""
    opened = -1
    for match in _TITLES.finditer(text):
        if match[0] == "》" and opened < 0:
            low = max(text.rfind("\n", 0, match.start()), match.start() - 80, 0)
            found = _TITLE_START.search(text, low, match.start())
            if found:
                yield found.end(), "《"
        opened = match.start() if match[0] == "《" else -1


def _of_a_year(inside: str) -> bool:
    """Return whether a remark in brackets runs to the end of its cell."""
    return bool(re.search("数据|统计|以上|为准|口径|除外|不含|不计$", inside))


def _bracketed(text: str, opened: int, words: str) -> int:
    """Return the length of the longest beginning of `words` that stands in brackets elsewhere."""
    head = text[max(0, opened - 1) : opened]
    for length in range(len(words), 0, -1):
        if f"{head}（{words[:length]}）" in text:
            return length
    return 0


@rule(
    zh="表格压平时丢失的引号、括号和句号，凡上下文能证明的补上：成对标点只剩一半、同一名称别处加引号、"
    "格末和责任单位前缺句号。",
    en="Put back quotation marks, brackets and stops that a flattened table lost, where the text "
    "proves them: half of a pair is left, the same name stands quoted elsewhere, or a cell or "
    "the sentence before 责任单位 has no end.",
    stage=Stage.LOSSES,
    certainty=Certainty.CONJECTURE,
    repairs={
        "打好金象金牛”“凤凰行动”“雄鹰行动等，完成50%60%。": (
            "打好“金象金牛”“凤凰行动”“雄鹰行动”等，完成50%60%。"
        ),
        "保障米袋子”“菜篮子，完成75%。\n截至6，全市增长12%": (
            "保障“米袋子”“菜篮子”，完成75%。\n截至6，全市增长12%。"
        ),
        "推进三医联动”“六医统筹集成改革，达50%60%。": (
            "推进“三医联动”“六医统筹”集成改革，达50%60%。"
        ),
        "示范校5牵头市领导：张三，责任单位：市教育局）；完成50%60%。\n增长7%，居第1": (
            "示范校5（牵头市领导：张三，责任单位：市教育局）；完成50%60%。\n增长7%，居第1。"
        ),
    },
    leaves=(
        "打造“未来农场”15家。\n建设未来农场，增长6%。",
        "增长6%，其中工业增长50%60%，农业、",
        "增长6%，其中工业增长7%",
        "完成投资5亿元，占50%。责任单位：市财政局",
        "（责任单位：市财政局）",
    ),
)
def lost_marks(text: str) -> Iterator[Edit]:
    """Put back the marks a flattened table lost where the text proves them."""
    if not is_flattened(text):
        return
    document = Document("", text)
    for _ in range(_ROUNDS):  # what one round proves may prove more
        again = document.edited("lost_marks", _round(document.text))
        if again is document:
            break
        document = again
    for change in document.changes():
        yield Edit(change.raw.start, change.raw.of(text), change.text.of(document.text))


def _round(text: str) -> Iterator[Edit]:
    """Yield the insertions proved by `text` as it stands; each quotes the character before it."""
    marks: dict[int, list[str]] = defaultdict(list)
    for at, mark in sorted(set(_insertions(text)), key=lambda one: (one[0], _ORDER.index(one[1]))):
        marks[at].append(mark)
    for at, found in marks.items():
        if at:
            yield Edit(at - 1, text[at - 1], text[at - 1] + "".join(found))
        else:
            yield Edit(0, text[0], "".join(found) + text[0])
