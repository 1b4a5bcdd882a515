"""A sentence while it is being read: its clauses, its groups of figures, what it has named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from build_site.extract.figures import Figure
from build_site.extract.masks import Mask, blanked, masks, thresholds
from build_site.extract.periods import Mention
from build_site.extract.settings import Setting
from build_site.extract.subjects import Subject
from build_site.model.text import Span

FILL = "\ue000"  # stands for a masked character
_FOLD = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"})
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[，：](?=\d)")
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]|[^。！？；\n]+")
_CLAUSE = re.compile(r"[，；：。！？\n（）]")
_OPENING = 40  # characters within which a time opens a sentence
_YEARS = re.compile(r"\d{4}(?:/\d{4})?")
_REMEMBERED = 24  # subjects of a sentence: no 分别 reaches further back
_JOIN_VERB = re.compile(r"[、和与]?(增长|下降|提高|降低|减少|上升|回落)")
_JOIN = re.compile(r"(?:、|和|与|及|以及|)")


def folded(text: str) -> str:
    """Return the text with full-width marks of clauses, each character in its place."""
    wide = text.translate(_FOLD)
    return _BETWEEN_DIGITS.sub(lambda m: text[m.start()], wide)


def masked(text: str) -> tuple[list[Mask], str]:
    """Return the masks of a folded paragraph, and the paragraph with them blanked."""
    found = list(masks(text))
    bare = blanked(text, found, FILL)
    sizes = list(thresholds(bare))
    return found + sizes, blanked(bare, sizes, FILL)


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a paragraph; ； ends one as well."""
    for match in _SENTENCE.finditer(text):
        yield Span(*match.span())


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
    grew: str = ""  # the subject whose growth the latest statement gives
    provisional: bool = False
    action: str = ""

    def remember(self, named: list[Subject]) -> None:
        """Make the subjects the latest, for clauses that name none."""
        self.latest = named
        known = {(s.name, s.start, s.action) for s in self.subjects}
        self.subjects += [s for s in named if (s.name, s.start, s.action) not in known]
        del self.subjects[:-_REMEMBERED]

    def clauses(self) -> list[Span]:
        """Return the clauses; marks inside quoted names do not cut."""
        spans: list[Span] = []
        start = self.span.start
        for match in _CLAUSE.finditer(self.bare, *self.span):
            spans.append(Span(start, match.start()))
            start = match.end()
        spans.append(Span(start, self.span.end))
        return [s for s in spans if s.end > s.start]

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
        if kind == "progress" and last.period == str(self.year):
            return kind, period
        words = self.text[max(0, last.span.start - 3) : last.span.start]
        if end < self.year and kind != "actual":
            return "actual", last.period
        ahead = end > self.year or (end == self.year and "到" in words)
        if kind == "actual" and ahead:
            return "target", last.period
        return kind, last.period


def leading(sentence: Sentence, first_figure: int) -> Mention | None:
    """Return the years that open a sentence: they hold for what follows its ；.

    到2025年，生产总值突破700亿元；城镇化率达到52%: both are of 2025.
    """
    opened = [
        m
        for m in sentence.times
        if not m.compares
        and m.span.end <= first_figure
        and m.span.start < sentence.span.start + _OPENING
    ]
    if any(not m.compares and m.span.start >= first_figure for m in sentence.times):
        return None
    return opened[-1] if opened and _YEARS.fullmatch(opened[-1].period) else None


@dataclass(frozen=True, slots=True)
class Group:
    """Figures joined by 、 or 和, with the place of the words before them."""

    figures: tuple[Figure, ...]
    head_start: int
    clause: Span
    listed: bool  # follows another group in a list: 新增A5家、B8家
    behind: int  # where the words that follow it must end: the next figure or the clause's end
    alone: bool  # no other figure stands behind it in the clause

    def words(self, text: str) -> str:
        """Return the words before the figures."""
        return text[self.head_start : self.figures[0].span.start]


def _apart(sentence: Sentence, at: int) -> bool:
    """Say whether 分别 stands shortly before an offset."""
    return "分别" in sentence.text[max(sentence.span.start, at - 8) : at]


def groups(sentence: Sentence, clause: Span, inside: list[Figure]) -> list[Group]:
    """Join figures of one clause that are values of one phrase."""
    runs: list[list[Figure]] = []
    for figure in inside:
        if runs:
            last = runs[-1][-1]
            between = sentence.bare[last.end : figure.span.start]
            alike = last.unit_norm == figure.unit_norm or not last.unit
            first = runs[-1][0].span.start
            alike = alike or _apart(sentence, first)
            verb = _JOIN_VERB.fullmatch(between)
            if verb and last.unit_norm == figure.unit_norm and alike and _apart(sentence, first):
                runs[-1].append(replace(figure, verb=verb[1]))
                continue
            if alike and _JOIN.fullmatch(between):
                runs[-1].append(figure)
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
        group = Group(tuple(run), start, clause, listed, behind, not more)
        out.append(_with_shared_unit(group))
        start = run[-1].end
        listed = sentence.bare[start : start + 1] in ("、", "和", "与", "及")
    return out


def _with_shared_unit(group: Group) -> Group:
    """Give figures without a unit the unit of the last: 0.9和7.2个百分点; and its comparator."""
    last = group.figures[-1]
    if len(group.figures) == 1:
        return group
    shared = tuple(
        f
        if f.unit or f.measure in ("rank", "ratio") or not last.unit
        else replace(
            f,
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
            else replace(f, comparator=last.comparator)
            for f in shared
        )
    return replace(group, figures=shared)
