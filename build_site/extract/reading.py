"""A sentence while it is being read: its clauses, its groups of figures, what it has named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from build_site.extract.figure import Figure
from build_site.extract.masks import Mask, blanked, masks, thresholds
from build_site.extract.periods import Mention
from build_site.extract.settings import Setting
from build_site.extract.subjects import Subject
from build_site.model.text import Span
from build_site.vocab.phrasing import phrasing

FILL = "\ue000"  # stands for a masked character
_FOLD = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"}
_BETWEEN_DIGITS = re.compile(r"[，：](?<=\d.)(?=\d)")
_SENTENCE_END = re.compile(r"[。！？；\n]")
_CLAUSE = re.compile(r"[，；：。！？\n（）]")
_OPENING = 40  # characters within which a time opens a sentence
# years, halves, quarters and the months up to one hold on; a single month does not
_HOLDING = re.compile(r"\d{4}(?:/\d{4}|-[HQ]\d|-01/\d{4}-\d\d)?")
_RUN = re.compile(r"\d{4}/\d{4}")
_FORESEEN = ("预计", "有望", "可望")  # of the whole year: 预计全年可完成
_REMEMBERED = 24  # subjects of a sentence: no 分别 reaches further back
_JOIN_VERB = re.compile(r"[、和与]?(增长|下降|提高|降低|减少|上升|回落)")
# what a level is called that is reached: no words of the next figure
CROSSED = re.compile(r"元?(?:大关|关口|台阶)")
_JOIN_NEAR = re.compile(r"[、和与及](近|约|接近|超|超过|逾|突破)")
_JOIN = re.compile(r"(?:、|和|与|及|以及|)")


def folded(text: str) -> str:
    """Return the text with full-width marks of clauses, each character in its place."""
    wide = text
    for narrow, mark in _FOLD.items():
        wide = wide.replace(narrow, mark)
    if wide == text:
        return text
    if "," not in text and ":" not in text:
        return wide
    return _BETWEEN_DIGITS.sub(lambda m: text[m.start()], wide)


def masked(text: str) -> tuple[list[Mask], str]:
    """Return the masks of a folded paragraph, and the paragraph with them blanked."""
    found = list(masks(text))
    bare = blanked(text, found, FILL)
    sizes = list(thresholds(bare))
    return found + sizes, blanked(bare, sizes, FILL)


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a paragraph; ； ends one as well."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        yield Span(start, end)
        start = end
    if start < len(text):
        yield Span(start, len(text))


@dataclass(slots=True)
class Sentence:
    """What is known while a sentence is read. Offsets are those of the paragraph."""

    text: str  # of the paragraph, folded
    bare: str  # the same with masks blanked
    span: Span
    times: list[Mention]
    setting: Setting
    year: int | None
    subjects: list[Subject] = field(default_factory=list)  # distinct, in order
    latest: list[Subject] = field(default_factory=list)  # of the latest clause that names any
    before: str = ""  # the clause before, when it held no figure
    before_start: int = 0
    since: str = ""  # the year that a change in this sentence is counted from
    grew: str = ""  # the subject whose growth the latest statement gives
    provisional: bool = False
    action: str = ""

    def remember(self, named: list[Subject]) -> None:
        """Make the subjects the latest, for clauses that name none."""
        self.latest = named
        if not self.subjects:
            self.subjects = named[-_REMEMBERED:]
            return
        known = {(s.name, s.start, s.action) for s in self.subjects}
        self.subjects += [s for s in named if (s.name, s.start, s.action) not in known]
        del self.subjects[:-_REMEMBERED]

    def clauses(self) -> list[Span]:
        """Return the clauses; marks inside quoted names do not cut."""
        spans: list[Span] = []
        start = self.span.start
        end = self.span.end
        for match in _CLAUSE.finditer(self.bare, start, end):
            at = match.start()
            if at > start:
                spans.append(Span(start, at))
            start = at + 1
        if end > start:
            spans.append(Span(start, end))
        return spans

    def when(self, before: int) -> tuple[str, str]:
        """Return kind and period of what stands before an offset of the sentence."""
        kind, period = self.setting.kind, self.setting.period
        last = None
        for mention in self.times:
            if mention.span.start < before and not mention.compares:
                last = mention
        if last is None or self.year is None:
            return kind, period
        end = int(last.period.split("/")[-1][:4])
        words = self.text[max(0, last.span.start - 3) : last.span.start]
        if kind == "progress" and last.period == str(self.year):
            return kind, last.period if words.endswith(_FORESEEN) else period
        if end < self.year and kind != "actual":
            return "actual", last.period
        ahead = end > self.year or (end == self.year and "到" in words)
        if kind == "actual" and ahead:
            return "target", last.period
        return kind, last.period

    def run_before(self, before: int, period: str) -> str:
        """Return the run of years of what is said of a year on average, else the period given."""
        runs = [m.period for m in self.times if m.span.start < before and _RUN.fullmatch(m.period)]
        return runs[-1] if runs and period == runs[-1][5:] else period


def leading(times: list[Mention], start: int, first_figure: int) -> Mention | None:
    """Return the years or their part that open a sentence: they hold for what follows its ；.

    到2025年，生产总值突破700亿元；城镇化率达到52%: both are of 2025. `times` are
    the mentions of the sentence, `start` its beginning.
    """
    opened: Mention | None = None
    for mention in times:
        if mention.compares:
            continue
        if mention.span.start >= first_figure:
            return None
        if mention.span.end <= first_figure and mention.span.start < start + _OPENING:
            opened = mention
    return opened if opened and _HOLDING.fullmatch(opened.period) else None


class Group(NamedTuple):
    """Figures joined by 、 or 和, with the place of the words before them."""

    figures: tuple[Figure, ...]
    head_start: int
    clause: Span
    listed: bool  # follows another group in a list: 新增A5家、B8家
    behind: int  # where the words that follow it must end: the next figure or the clause's end
    alone: bool  # no other figure stands behind it in the clause
    words: str  # before the figures


def _apart(sentence: Sentence, at: int) -> bool:
    """Say whether 分别 stands shortly before an offset."""
    return "分别" in sentence.text[max(sentence.span.start, at - 8) : at]


def groups(sentence: Sentence, clause: Span, inside: list[Figure]) -> list[Group]:
    """Join figures of one clause that are values of one phrase."""
    if len(inside) == 1:
        words = sentence.text[clause.start : inside[0].span.start]
        return [Group((inside[0],), clause.start, clause, False, clause.end, True, words)]
    runs: list[list[Figure]] = []
    for figure in inside:
        if runs:
            last = runs[-1][-1]
            between = sentence.bare[last.end : figure.span.start]
            alike = last.unit_norm == figure.unit_norm or not last.unit
            alike = alike or (last.unit == "个" and figure.unit == "个百分点")  # 1.2个和0.6个百分点
            first = runs[-1][0].span.start
            alike = alike or _apart(sentence, first)
            verb = _JOIN_VERB.fullmatch(between)
            if verb and last.unit_norm == figure.unit_norm and alike and _apart(sentence, first):
                runs[-1].append(figure._replace(verb=verb[1]))
                continue
            if alike and _JOIN.fullmatch(between):
                runs[-1].append(figure)
                continue
            near = _JOIN_NEAR.fullmatch(between) if alike and between else None
            if near and _apart(sentence, first):
                said = figure.comparator or phrasing().before[near[1]]
                runs[-1] = [f._replace(comparator=f.comparator or "eq") for f in runs[-1]]
                runs[-1].append(figure._replace(comparator=said))
                continue
        runs.append([figure])
    out: list[Group] = []
    start, listed = clause.start, False
    for n, run in enumerate(runs):
        # a rank at the end of the clause is that of what is counted, not a second figure
        after = n + 1
        while run[0].measure == "count" and after < len(runs) and runs[after][0].measure == "rank":
            after += 1
        more = after < len(runs)
        behind = runs[after][0].span.start if more else clause.end
        words = sentence.text[start : run[0].span.start]
        group = Group(tuple(run), start, clause, listed, behind, not more, words)
        out.append(_with_shared_unit(group))
        start = run[-1].end
        crossed = CROSSED.match(sentence.text, start)
        start = crossed.end() if crossed else start
        listed = sentence.bare[start : start + 1] in ("、", "和", "与", "及")
    return out


def _with_shared_unit(group: Group) -> Group:
    """Give figures without a unit the unit of the last: 0.9和7.2个百分点; and its comparator."""
    last = group.figures[-1]
    if len(group.figures) == 1:
        return group
    shared = tuple(
        f
        if (f.unit and (f.unit, last.unit) != ("个", "个百分点"))
        or f.measure in ("rank", "ratio")
        or not last.unit
        else f._replace(
            unit=last.unit,
            unit_norm=last.unit_norm,
            factor=last.factor,
            measure=last.measure,
            certain=last.certain,
        )
        for f in group.figures
    )
    if last.comparator in ("approx", "ge", "le"):
        shared = tuple(
            f
            if f.comparator or f.unit_norm != last.unit_norm
            else f._replace(comparator=last.comparator)
            for f in shared
        )
    return group._replace(figures=shared)
