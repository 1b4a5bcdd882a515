"""Statements of a document: every value of every clause, with what it is a value of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_site.extract.claimed import claimed, without_runs
from build_site.extract.drafts import Draft, with_whole_quotes
from build_site.extract.figure import Figure
from build_site.extract.figures import figures
from build_site.extract.heads import Head, peel
from build_site.extract.measures import comparator_of, direction_of, measure_of
from build_site.extract.naming import is_assigned, noun_behind, subjects_of
from build_site.extract.periods import Mention, mentions, year_before
from build_site.extract.qualitative import (
    livelihood_done,
    may_claim,
    may_hold_claims,
)
from build_site.extract.ranks import rank_before, rank_head
from build_site.extract.reading import (
    Group,
    Sentence,
    folded,
    groups,
    leading,
    masked,
    sentences,
)
from build_site.extract.settings import Setting, setting
from build_site.extract.spacing import carried_back, closed_up
from build_site.extract.subjects import Subject
from build_site.model.report import Role
from build_site.model.statement import Context, ParagraphText, Statement
from build_site.model.text import Span

_CHANGES = re.compile(r"提|上升|下降|降|增|扩大|减|缩|升|到|至|压|回落|跃|转为|前移|前进|晋")
_CROSSED = re.compile(r"元?(?:大关|关口|台阶|级?城市(?:行列)?|级?俱乐部|行列|方阵|梯队)")
# a task that is named beside its progress; 年度任务 alone names none
_ASKED = re.compile(
    r"^(?![^，。；]*(?:完成|实现|占|于|比|超))[^，。；]{3,}(?<!年度)(?<!全年)(?:任务|目标)(?:数|量)?为?$"
)
_OWN_CLAUSE = re.compile(r"[，、]?(?:增速|增幅|涨幅|降幅|较|比)")  # a clause that reads alone
_RUNS = frozenset(("年", "个月", "个季度"))  # how long something has held
_SHARE_NAME = re.compile(
    r"[\u4e00-\u9fff](?:比例|占比|比重|率)(?:分别|均|保持在|稳定在)*(?:达到?|为)?$"
)
_RUN = re.compile(r"\d{4}/\d{4}")
_FROM_TO = re.compile(r"(?:增|提|上升|下降|降|扩大|缩小|减|压|跃|攀)[^，]{0,4}[到至]$")
_COUNTS = re.compile(r"[\d一二三四五六七八九十百千两万亿首翻半]")  # one is in every figure
_DIGITS = tuple("0123456789")
_LEVELS = ("元", "吨", "人次", "标箱", "千瓦时")  # units of what grows
_MASKED_TIMES = ("title", "quoted name")


def extract_statements(
    paragraphs: Sequence[ParagraphText], context: Context
) -> list[list[Statement]]:
    """Return the statements of each paragraph, in text order; time grows with the text's length.

    `paragraphs` are those of one document; lists of agencies hold no statements.
    """
    made: list[list[Statement]] = []
    where: Setting | None = None
    for paragraph in paragraphs:
        where = setting(paragraph, context, where)
        silent = paragraph.role is Role.AGENCIES
        made.append([] if silent else _of_paragraph(paragraph, context, where))
    return made


def _of_paragraph(paragraph: ParagraphText, context: Context, where: Setting) -> list[Statement]:
    text = folded(paragraph.text)
    closed = closed_up(text)
    if closed is None:
        return _of_text(text, context, where)
    return [carried_back(s, closed) for s in _of_text(closed.text, context, where)]


def _of_text(text: str, context: Context, where: Setting) -> list[Statement]:
    """Return the statements of a folded paragraph."""
    claiming = may_hold_claims(text, 0, len(text))
    if not claiming and not _COUNTS.search(text):
        return []
    found, bare = masked(text)
    inside = list(figures(bare))
    if not claiming and not inside:
        return []
    named = [m.span for m in found if m.reason in _MASKED_TIMES and m.span.end - m.span.start > 7]
    times = _outside(mentions(text, context.year, where.review), named)
    out: list[Statement] = []
    figure_at = time_at = 0
    lead: Mention | None = None
    for span in sentences(text):
        figure_to, time_to = figure_at, time_at
        while figure_to < len(inside) and inside[figure_to].span.start < span.end:
            figure_to += 1
        while time_to < len(times) and times[time_to].span.start < span.end:
            time_to += 1
        here = times[time_at:time_to]
        here = [lead, *here] if lead else here
        counted = figure_at < figure_to
        if counted or (claiming and may_hold_claims(text, *span)):
            sentence = Sentence(text, bare, span, here, where, context.year)
            out += with_whole_quotes(_read(sentence, inside[figure_at:figure_to]))
        first = inside[figure_at].span.start if counted else span.end
        opened = leading(here, span.start, first) if here else None
        on = opened and (text[span.end - 1] == "；" or _of_this_year(opened, where, context))
        lead = opened if on else None
        figure_at, time_at = figure_to, time_to
    return out


def _of_this_year(opened: Mention, where: Setting, context: Context) -> bool:
    """Say whether a time holds for the next sentences too: 今年 among the goals of five years."""
    several = where.kind == "target" and "/" in where.period
    return several and opened.period == str(context.year)


def _outside(times: Iterator[Mention], named: list[Span]) -> list[Mention]:
    """Drop the mentions of time inside titles and long quoted names."""
    kept: list[Mention] = []
    at = 0
    for mention in times:
        while at < len(named) and named[at].end <= mention.span.start:
            at += 1
        if at == len(named) or mention.span.end <= named[at].start:
            kept.append(mention)
    return kept


def _read(sentence: Sentence, inside: list[Figure]) -> Iterator[Draft]:
    """Yield the statements of a sentence, clause by clause."""
    at = 0
    for clause in sentence.clauses():
        to = at
        while to < len(inside) and inside[to].span.start < clause.end:
            to += 1
        here, at = inside[at:to], to
        words = sentence.text[clause.start : clause.end]
        if not here or livelihood_done(words):
            if "预计" in words:
                sentence.provisional = True
            if may_claim(words):
                yield from claimed(sentence, clause, words)
            sentence.before, sentence.before_start = words, clause.start
            continue
        if all(figure.unit in _RUNS for figure in here) and may_claim(words):
            yield from claimed(sentence, clause, without_runs(sentence, clause, here))
        for group in groups(sentence, clause, here):
            if not group.listed:
                sentence.action = ""
            yield from _valued(sentence, group, here)
        sentence.before = ""


def _valued(sentence: Sentence, group: Group, here: list[Figure]) -> Iterator[Draft]:
    """Yield the statements of one group of figures."""
    first = group.figures[0]
    words, field = group.words, ""
    left = None
    if first.measure == "rank" and first.unit == "位":
        if _ranks_what_is_counted(group, here):
            return
        left = rank_before(words)
        words, field = left[:2] if left else rank_head(words)
    head = peel(words)
    if left:
        head = head._replace(base=True, base_year=left[2])
    if _sizes_a_share(sentence, group):
        return
    if first.unit == "位" and first.measure == "count":
        group = _as_change_of_rank(head, group)
    if head.provisional:
        sentence.provisional = True
    subjects = subjects_of(sentence, group, head)
    if not subjects:
        return
    pairs = _paired(group, subjects)
    against = _each_compared(head, len(pairs))
    if against:
        pairs = [(f, s, True) for f, s, _ in pairs]
    named = [s for _, s, _ in pairs if not s.passing]
    if len(named) > 1:
        named = list(dict.fromkeys(named))
    if named:
        sentence.remember(named)
    for n, (figure, subject, sure) in enumerate(pairs):
        said = head._replace(compared=against[n]) if against else head
        yield _statement(sentence, group, said, figure, subject, sure, field)


def _each_compared(head: Head, count: int) -> list[str]:
    """Return what each figure is compared with: 比全国、全省分别高0.9和0.5个百分点."""
    if count < 2 or not (head.distributed or head.compared.endswith("分别")):
        return []
    named = re.split("[、和与]", head.compared.removesuffix("分别"))
    return named if len(named) == count else []


def _ranks_what_is_counted(group: Group, here: list[Figure]) -> bool:
    """Say whether a rank belongs to what is counted: 21项重要指标增幅居全省前三位."""
    if group.listed or group.head_start == group.clause.start:
        return False
    first = here[0]
    return first.unit_norm in ("count", "person") and first.unit not in ("次", "连冠", "位")


def _sizes_a_share(sentence: Sentence, group: Group) -> bool:
    """Say whether a count only says of how many a share is: 11个国考断面水质优良比例达到90%."""
    return (
        not group.alone
        and group.figures[0].measure == "count"
        and sentence.bare.startswith(_DIGITS, group.behind)
        and not group.words.strip("，、；：。 ")
        and bool(_SHARE_NAME.search(sentence.text[group.figures[-1].end : group.behind]))
    )


def _as_change_of_rank(head: Head, group: Group) -> Group:
    """Read 提升5位, 前进1位 as a change of rank, not as people."""
    if not (head.growth or head.direction):
        return group
    moved = (
        f._replace(unit_norm="rank", measure="rank") if f.unit == "位" else f for f in group.figures
    )
    return group._replace(figures=tuple(moved))


def _paired(group: Group, subjects: list[Subject]) -> list[tuple[Figure, Subject, bool]]:
    """Pair figures and subjects; the flag says whether the pairing is sure."""
    if len(group.figures) == len(subjects):
        if len(subjects) == 1:
            return [(group.figures[0], subjects[0], True)]
        return [(f, s, True) for f, s in zip(group.figures, subjects, strict=True)]
    if len(group.figures) == 1:
        return [(group.figures[0], s, True) for s in subjects]
    return [(f, subjects[-1], False) for f in group.figures]


def _grown(sentence: Sentence, group: Group) -> bool:
    """Say whether a percentage that only a mark parts from a level is its growth.

    工业增加值386.2亿元、9.3%: the verb was said once for the whole list.
    """
    return (
        group.head_start > group.clause.start
        and sentence.text.endswith(_LEVELS, 0, group.head_start)
        and not group.words.strip("、，（ ")
    )


def _statement(
    sentence: Sentence,
    group: Group,
    head: Head,
    figure: Figure,
    subject: Subject,
    sure: bool,
    field: str,
) -> Draft:
    words = group.words
    assigned = is_assigned(sentence, group)
    grew = (assigned or not head.core) and sentence.grew == subject.name
    measure = measure_of(figure, head, subject, grew or _grown(sentence, group))
    sentence.grew = subject.name if measure == "growth_rate" else ""
    kind, period = sentence.when(figure.span.end)
    asked = (kind == "progress" and _ASKED.search(words)) or assigned
    if asked and sentence.year:
        kind, period = "target", period[:4] or str(sentence.year)
    behind = sentence.text[figure.end : figure.end + 3]
    if head.base and _CHANGES.match(behind):
        part = head.base_year if head.base_year[:1] in ("H", "Q") else ""
        sentence.since = sentence.since if part else head.base_year or sentence.since
        before = f"{period[:4]}-{part}" if part else sentence.since or year_before(period)
        kind, period = "baseline", before
    end = figure.end
    if subject.start >= group.head_start:
        behind_all = sentence.text[group.figures[-1].end : group.behind]
        if behind_all.lstrip("的 ").startswith(subject.name):
            noun, noun_end = noun_behind(sentence, group)
            end = noun_end if noun and noun.startswith(subject.name) else end
    threshold = _CROSSED.match(sentence.text, end)
    end = threshold.end() if threshold else end
    if "年均" in words:
        period = sentence.run_before(figure.span.start, period)
    confidence = 0.95 if subject.indicator_id else 0.85
    if not (figure.certain or measure == "ratio") or not subject.certain:
        confidence = 0.5
    if head.to and _RUN.fullmatch(period) and _FROM_TO.match(words):
        period = period[5:]  # what it grew to is of the last year
    if kind == "baseline" and not head.base_year:
        confidence = min(confidence, 0.6)  # the year is inferred
    start = min(subject.start, figure.span.start)
    if subject.start < group.head_start and _OWN_CLAUSE.match(words):
        start = group.head_start + len(words) - len(words.lstrip("，、"))
    provisional = sentence.provisional or behind in ("（初步", "（预计")
    confidence = confidence if sure else 0.4

    def quoting(quote: Span) -> Statement:
        return Statement(
            quote=quote,
            indicator_id=subject.indicator_id,
            indicator_zh=subject.name,
            kind=kind,
            measure=measure,
            comparator=comparator_of(figure, head),
            value=figure.value,
            value_high=figure.high,
            unit_zh=figure.unit,
            value_norm=figure.value * figure.factor,
            unit_norm=figure.unit_norm or (measure if measure in ("count", "ratio") else ""),
            direction=direction_of(figure, head, subject),
            period=period,
            scope=head.scope or subject.scope,
            compared_with=head.compared,
            provisional=provisional,
            confidence=confidence,
            figure=figure.span,
            action=subject.action,
            rank_in=figure.rank_in or field,
            qualifier=head.qualifier,
            value_high_norm=None if figure.high is None else figure.high * figure.factor,
        )

    return Draft(Span(start, end), quoting)
