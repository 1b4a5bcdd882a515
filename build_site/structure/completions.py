"""Stated completion percentages: how far a target is fulfilled, in the words of a progress line.

A growth rate, a share (占全市比重91.4%) and a rate that is itself an outcome
(入学率, 配备率, 开工率) are not completions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_site.model.task import Completion
from build_site.model.text import Span
from build_site.structure.completion_subjects import is_generic, subjects

_PERCENT = r"\d+(?:\.\d+)?\s*[%％]"
_PERCENTS = rf"(?P<percents>{_PERCENT}(?:\s*[、，,和及与]?\s*{_PERCENT})*)"
_ABOUT = "(?:约|近|超过|超|达到|达|为|到|了|已|均|至)*"
_PLAN = (
    "(?:目标任务|目标数|目标|任务数|任务量|任务|计划数|计划|时序进度|序时进度"
    "|工程量|总投资|工作量|预算)"
)
# 占 with one of these is progress; with anything else it is a share.
_OF_PLAN = "(?:目标任务|目标数|目标|任务数|任务量|任务|计划数|计划|总投资|工程量|年初预算|年度预算)"
_WORDS = r"(?:\d{4}年)?[^，。；、：,;:%％\d]{0,10}?"
_SUM = r"(?:\d[\d.]*[万亿]?[\u4e00-\u9fff]{1,3}?)?"
_BETWEEN = (
    "(?:全省|全市|省定|目前|统一|平均|分别|已经|：|:|约|近|超过|超|达到|达|为|到|了|已|均|至)*"
)
_FORMS = {
    "plan": (
        rf"(?:完成了?|达到|达|为|实现){_WORDS}{_PLAN}{_SUM}的?{_ABOUT}{_PERCENTS}",
        rf"占{_WORDS}{_OF_PLAN}{_SUM}的?{_ABOUT}{_PERCENTS}",
    ),
    "rate": (
        rf"(?:完成率|完成进度|完成比例|进度率|进度)(?:（[^（）]*）)?{_BETWEEN}{_PERCENTS}",
        rf"(?P<listed>完成率)[、和及][^，。；%％\d]{{1,12}}率{_BETWEEN}{_PERCENTS}",
    ),
    "works": (
        rf"(?<=[\u4e00-\u9fff”」）])(?:已|累计|共|总体|已经)*完成了?(?:约|近|超过|超)?{_PERCENTS}"
        "(?!的|以上|增长|左右增长)",
    ),
}
_COMPILED = tuple((name, re.compile(form)) for name, forms in _FORMS.items() for form in forms)
_SENTENCE = re.compile("[。；;！!\n]")


def _matches(text: str, line: Span) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield (form, match) in text order; where two overlap, the form named first wins."""
    found: list[tuple[str, re.Match[str]]] = []
    for name, form in _COMPILED:
        for match in form.finditer(text, line.start, line.end):
            if all(match.end() <= m.start() or m.end() <= match.start() for _, m in found):
                found.append((name, match))
    yield from sorted(found, key=lambda pair: pair[1].start())


def completions(text: str, lines: Iterable[Span]) -> tuple[Completion, ...]:
    """Return the completions stated in progress lines, in text order.

    `percent` is the number as written, `span` the number with its sign in code
    points of `text`, `of_zh` the words it refers to. Where several percentages
    follow several quantities (`56家、12家、670张，分别完成年度目标的56%80%115.6%`)
    they are paired in order; `alignment` is uncertain if the counts differ, or
    if one number closes a list of two different rates.
    """
    found: list[Completion] = []
    for line in lines:
        done = line.start
        for form, match in _matches(text, line):
            marks = [m.end() for m in _SENTENCE.finditer(text, line.start, match.start())]
            sentence = marks[-1] if marks else line.start
            start, end = match.span("percents")
            numbers = [Span(*one.span()) for one in re.compile(_PERCENT).finditer(text, start, end)]
            opens = max(sentence, done)
            words, certain = subjects(text[opens : match.start()], len(numbers), form)
            if len(numbers) == 1 and is_generic(words[0]):
                words, certain = subjects(text[sentence : match.start()], 1, form)
            certain = certain and not match.groupdict().get("listed")
            for span, subject in zip(numbers, words, strict=True):
                percent = float(re.sub(r"[\s%％]", "", span.of(text)))
                alignment = "certain" if certain else "uncertain"
                found.append(Completion(percent, subject, span, alignment))
            done = match.end()
    return tuple(found)
