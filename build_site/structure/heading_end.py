"""Where a numbered heading ends that runs into its paragraph without a mark.

Siblings are solved together: headings of one rank under one parent have the
same form. A heading of a group ends either at its stop (all of them) or in
front of the first word of the paragraph; the form that fits the group wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_site.structure.clause_edges import ClauseEdges
from build_site.structure.words import is_word, word_ends

_REACH = 48  # code points a heading may have behind its number
_LEAST = 4
_STOP_VALUE = 4.0  # what a full stop behind a short clause is worth
_SIBLING = 2.0  # weight of the likeness of siblings
_STOPS = "。！？；"
_FIRST_STOP = re.compile(r"[。！？；：]")
_LEAD = re.compile(r"([^。！？；，：\s]{4,26})。(?=[^\s”’）])")
_ADVERBS = (
    "持续|不断|明显|进一步|扎实|全面|显著|稳步|更加|加快|加速|纵深|有力|切实|充分|率先|深入|大幅|"
    "逐步|整体|总体|普遍|快速|继续|日益"
)
_FINAL = (
    "提速|领先|突出|彰显|共进|奋进|发力|壮大|向好|见效|有效|成效明显|有效防.|稳中有进|步伐|进展"
)
_PREDICATE = re.compile(rf"(?:(?:{_ADVERBS})[^，。、]{{2}}|(?:{_FINAL}))$")
_RUNS_ON = re.compile(rf"[^，]{{4}}(?:(?:{_ADVERBS})[^，。、]{{2}}|(?:{_FINAL})).{{2}}$")
_TOPIC_FIRST = re.compile(r"回顾|总结|安排|部署|任务|要求")
_ADVERB_FIRST = re.compile(rf"(?!全面从严|全面小康|全面依法)(?:{_ADVERBS}|提速|协调)")
_DANGLING = re.compile(
    rf"(\d年|的|和|与|及|在|以|对|为|了|把|将|等|是|向|从|更|最|各|全|大力|着力|努力|{_ADVERBS})$"
)
_LONE_FIRST = "以与在从把对按用围就向为因由让使我将要既“"
_TOPIC = re.compile(
    r"(回顾|总结|安排|部署|任务|工作|要求|目标|建设|展望|打算|思路|重点|举措|政府|效能|成效|形势|情况)$"
)
_NEW_THING = re.compile(r"新[^，。的]{2}$")  # 新格局, 新动能
_HEAD_NOUNS = "举措|水平|体系|能力|机制|格局|步伐|进展|成效|要求|领域"
_HEAD_NOUN = re.compile(rf"{_HEAD_NOUNS}|第一")
_HEAD_NOUN_LAST = re.compile(rf"(?:{_HEAD_NOUNS})$")
_OPENER = re.compile(
    r"\d{4}年(是|，|以来|，)|过去的?[一五\d]|[一五]年来|一年来|今年|当前|我们|本届政府|面对"
    r"|坚持|围绕|以[^，。]{2,30}[，为]|新的一年|未来五年|今后五年"
)


@dataclass(frozen=True, slots=True)
class Ending:
    """A place a heading may end: its length behind the number, how likely, and at a stop or not."""

    length: int
    value: float
    stopped: bool


def _balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("“”", "（）", "《》", "‘’"))


def endings(text: str, start: int, end: int, level: int, edges: ClauseEdges) -> list[Ending]:
    """Return the places in text[start:end] where a heading of that level may end."""
    part = text[start : min(end, start + 400)]
    stop = _FIRST_STOP.search(part)
    limit = stop.start() if stop else len(part)
    words = set(word_ends(part[: _REACH + 20]))
    places = [at for at in words if _LEAST <= at <= min(_REACH, limit)]
    if level == 1:  # 回顾过去 is one word of the dictionary, and two here
        at_topics = (m.end() for m in _TOPIC_FIRST.finditer(part[:24]))
        places += [at for at in at_topics if _LEAST <= at <= limit]
    if stop and _LEAST <= limit <= _REACH and part[limit] in "。！":
        places.append(limit)
    found = []
    for at in sorted(set(places)):
        left, right = part[:at], part[at:]
        if (
            not _balanced(left)
            or left[-1] in "，、：；（“《‘"
            or right[:1] in tuple("，、”）》：’·")
        ):
            continue
        if right[:1] in tuple(_STOPS):
            found.append(Ending(at, _STOP_VALUE - _excess(left, level, True), True))
        elif right:
            value = _junction(left, right, level, edges) - _excess(left, level, False)
            value -= 1.0 if at - 1 in words else 0.0  # a lone character is no last word
            if at + 1 in words and right[0] not in _LONE_FIRST:
                value -= 3.0
            if len(left.rsplit("，", 1)[-1]) < 5:
                value -= 7.0
            if is_word(left[-2:] + right[:2]):
                value -= 6.0
            if left[-1] == "”":
                value -= 1.5
            found.append(Ending(at, value, False))
    return found


def _excess(left: str, level: int, stopped: bool) -> float:
    """Return what is taken off a heading longer than headings of its level are."""
    usual = 18 if level == 1 else 28
    excess = 0.3 * max(0, len(left) - usual)
    if level == 1:
        excess += 2.0 * left.count("，")
    else:
        excess += 3.0 * max(0, left.count("，") - 1)
    if stopped:
        # 经济发展稳中有进民营企业健康发展。 are two headings without a mark between them
        excess += 0.7 * max(0, len(left.rsplit("，", 1)[-1]) - 12)
    return excess


def _junction(left: str, right: str, level: int, edges: ClauseEdges) -> float:
    """Return how likely a heading ends and a paragraph starts between two strings."""
    closing = edges.closes(left)
    if _PREDICATE.search(left) or _NEW_THING.search(left) or (level == 1 and _TOPIC.search(left)):
        closing = max(closing, 1.0)
    elif _HEAD_NOUN_LAST.search(left):
        closing = max(closing, 0.0)
    value = 1.2 * closing + _opening(right, edges) - edges.binds(left, right)
    if _DANGLING.search(left):
        value -= 3.0
    if level == 1 and _TOPIC.search(left) and _TOPIC_FIRST.match(right):
        value -= 4.0  # 工作|回顾
    if _RUNS_ON.search(left):
        value -= 2.5  # 经济运行持续向好政策|
    lead = _LEAD.match(right)
    if lead:
        value += 1.5 + _lead_form(lead.group(1))
    if _OPENER.match(right):
        value += 3.0
    if level == 1 and right[0].isspace() and _TOPIC.search(left):
        value += 6.0  # 发展目标 到2025年: the space is what is left of the line break
    if level == 1:
        echo = next((n for n in range(min(12, len(right)), 3, -1) if right[:n] in left), 0)
        value += 0.8 * min(echo, 6)
    return value


def _opening(right: str, edges: ClauseEdges) -> float:
    plain = edges.opens(right)
    if _HEAD_NOUN.match(right):
        return plain - 3.0
    if right[0] in "“《":
        # the mark hides the word: “最多跑一次”改革 opens a clause more often than its mark does
        return max(-0.5, plain, edges.opens(right[1:]))
    return plain


def _lead_form(lead: str) -> float:
    """Return how well a sentence stands alone as a run-in heading."""
    predicate = _PREDICATE.search(lead)
    if not predicate:
        return 0.0
    # 经济运行持续向好: what is said of a subject needs the subject in front of it
    subject = lead[: predicate.start()]
    if len(subject) < 2 or (_ADVERB_FIRST.match(lead) and predicate.start() != 0):
        return -9.0
    return 0.5


def _likeness(one: str, other: str) -> float:
    """Return how alike two headings of one group are in form."""
    value = 1.5 if one.count("，") == other.count("，") else -1.5
    value -= min(2.0, 0.12 * abs(len(one) - len(other)))
    value -= min(1.8, 0.25 * abs(len(one.rsplit("，", 1)[-1]) - len(other.rsplit("，", 1)[-1])))
    for back in range(1, 5):
        if one[-back:][:1] == other[-back:][:1] and back <= min(len(one), len(other)):
            value += 0.7
    return value


def _climb(texts: list[str], choices: list[list[Ending]]) -> tuple[float, list[Ending]]:
    """Return the choice of endings in which each fits its siblings best, and its value."""
    chosen = [max(options, key=lambda e: e.value) for options in choices]

    def fit(at: int, ending: Ending) -> float:
        mine = texts[at][: ending.length]
        others = [
            _likeness(mine, texts[k][: other.length]) for k, other in enumerate(chosen) if k != at
        ]
        return ending.value + (_SIBLING * sum(others) / len(others) if others else 0.0)

    for _ in range(6):
        before = list(chosen)
        for at, options in enumerate(choices):
            chosen[at] = max(options, key=lambda e, at=at: fit(at, e))  # type: ignore[misc]
        if before == chosen:
            break
    return sum(fit(at, ending) for at, ending in enumerate(chosen)), chosen


def solve(
    text: str, starts: list[int], ends: list[int], level: int, edges: ClauseEdges
) -> list[Ending | None]:
    """Return the ending of each heading of one group of siblings; None where there is none.

    `starts` are the offsets behind the numbers, `ends` the ends of the flat
    text each heading stands in.
    """
    options = [endings(text, s, e, level, edges) for s, e in zip(starts, ends, strict=True)]
    known = [i for i, option in enumerate(options) if option]
    best: tuple[float, list[Ending]] | None = None
    for stopped in (True, False):
        picked = [[e for e in options[i] if e.stopped is stopped] for i in known]
        if not known or not all(picked):
            continue
        solved = _climb([text[starts[i] : starts[i] + 80] for i in known], picked)
        if best is None or solved[0] > best[0]:
            best = solved
    if best is None and known:
        best = _climb(
            [text[starts[i] : starts[i] + 80] for i in known], [options[i] for i in known]
        )
    found: list[Ending | None] = [None] * len(starts)
    if best:
        for i, ending in zip(known, best[1], strict=True):
            found[i] = ending
    return found
