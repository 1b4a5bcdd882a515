"""A breakdown of responsibilities: numbered tasks with their agencies, by annex and group."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_site.model.report import Outline, Paragraph, Piece, Role, Section
from build_site.model.task import Task, TaskItem
from build_site.model.text import Span
from build_site.structure.agencies import tails
from build_site.structure.officials import Official, heading_official, is_labelled
from build_site.structure.task_body import Body, joined_officials, trimmed
from build_site.structure.task_keys import Keys, numeral

_ANNEX = re.compile(
    r"附件\s*(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})?\s*(?P<rest>[：:]?.*)$"
)
_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(
    rf"(?:(?P<digits>\d{{1,3}})(?:[.．、](?!\d)|(?=\s))|(?P<han>{_HAN})、|[（(](?P<inner>{_HAN}|\d{{1,3}})[)）])\s*"
)
_PARTS = re.compile(r"[（(](?P<count>\d{1,2})\s*(?:个|项)(?:子项|小项|子项目|分项)[)）]")
_LIST = re.compile(r"附件[：:]|\d{1,2}[.．、]")


@dataclass(slots=True)
class _Open:
    number: str
    kind: str  # digits | han | inner
    start: int
    text_start: int  # behind the printed number
    section: int | None
    lead: Span | None = None
    body: Body = field(default_factory=Body)


def read_responsibility_list(text: str, piece: Piece) -> Outline:
    """Return annexes, groups, paragraphs and tasks of a responsibility breakdown.

    Sections: annexes (level 1) and groups (level 2; level 1 without annexes).
    A paragraph keeps its printed number; `Task.target` leaves it out. What
    stands before the first task and belongs to none is prose. All spans are
    code points of `text`.
    """
    return _Reader(text, [b for b in piece.blocks if b.of(text).strip()]).read()


class _Reader:
    def __init__(self, text: str, blocks: list[Span]) -> None:
        self.text, self.blocks = text, blocks
        self.sections: list[Section] = []
        self.paragraphs: list[Paragraph] = []
        self.tasks: list[Task] = []
        self.annex = self.group = ""
        self.official: Official | None = None
        self.keys = Keys()
        self.task: _Open | None = None
        self.began = False

    def read(self) -> Outline:
        at = 0
        while at < len(self.blocks):
            at += self._step(at)
        self._close()
        return Outline(tuple(self.sections), tuple(self.paragraphs), tuple(self.tasks))

    def words(self, at: int) -> str:
        """Return the words of a block; empty behind the last."""
        return self.blocks[at].of(self.text) if at < len(self.blocks) else ""

    def _step(self, at: int) -> int:
        span, words = self.blocks[at], self.words(at)
        annex = _ANNEX.match(words)
        if annex and annex["number"] and len(words) <= 60 and "。" not in words:
            self._close()
            return self._open_annex(at, annex)
        number = _NUMBER.match(words)
        if self._heading(at, number):
            self._close()
            self._open_group(span, number)
        elif number and self._is_task(at, number):
            self._close()
            self._open_task(span, number)
        elif self.task:
            self.task.body.add(self.text, span)
        else:
            listing = not self.began and not self.sections and _LIST.match(words)
            role = Role.LIST if listing else Role.PROSE
            self.paragraphs.append(Paragraph(span, role, self._here()))
        return 1

    def _here(self) -> int | None:
        return len(self.sections) - 1 if self.sections else None

    def _open_annex(self, at: int, match: re.Match[str]) -> int:
        """Open an annex; its title may run over the following lines. Return how many it took."""
        count = 1
        title = match["rest"].strip("：: ")
        while not title or count > 1:
            words = self.words(at + count)
            if (
                not words
                or len(words) > 40
                or re.search("[。：:；]", words)
                or _NUMBER.match(words)
            ):
                break
            title += words
            count += 1
        span = Span(self.blocks[at].start, self.blocks[at + count - 1].end)
        self.annex, self.group, self.official = numeral(match["number"]), "", None
        self.sections.append(Section(span, 1, f"附件{match['number']}", title, None))
        return count

    def _is_task(self, at: int, number: re.Match[str]) -> bool:
        """Return whether a numbered block is a task: somebody is named before the next number."""
        if self.began and number["digits"]:
            return True
        return self._names_somebody(at)

    def _names_somebody(self, at: int) -> bool:
        if tails(self.text, self.blocks[at]):
            return True
        for later in range(at + 1, min(at + 12, len(self.blocks))):
            if _NUMBER.match(self.words(later)) or _ANNEX.match(self.words(later)):
                return False
            if tails(self.text, self.blocks[later]):
                return True
        return False

    def _heading(self, at: int, number: re.Match[str] | None) -> bool:
        """Return whether a block is the heading of a group."""
        words = self.words(at)
        title = words[number.end() :] if number else words
        if heading_official(title):
            # In an open task such a line says who leads this task.
            return not (self.task and is_labelled(title))
        if not number or number["digits"] or len(words) > 40 or title.endswith("。"):
            return False
        return not self._names_somebody(at) and bool(_NUMBER.match(self.words(at + 1)))

    def _open_group(self, span: Span, number: re.Match[str] | None) -> None:
        printed = (number["han"] or number["inner"] or number["digits"]) if number else ""
        title = span.of(self.text)[number.end() if number else 0 :]
        annexes = [i for i, s in enumerate(self.sections) if s.number.startswith("附件")]
        level = 2 if annexes else 1
        parent = annexes[-1] if annexes else None
        self.sections.append(Section(span, level, printed, title, parent))
        self.group, self.official = numeral(printed), heading_official(title)

    def _open_task(self, span: Span, number: re.Match[str]) -> None:
        kind = next(k for k in ("digits", "han", "inner") if number[k])
        behind = span.start + number.end()
        self.began = True
        self.task = _Open(numeral(number[kind]), kind, span.start, behind, self._here())
        parts = _PARTS.search(self.text, behind, span.end)
        if parts and self.text[parts.end() : parts.end() + 1] in ("。", "：", ":"):
            self.task.lead = Span(span.start, parts.end())
        self.task.body.add(self.text, Span(behind, span.end))

    def _sub_items(self, task: _Open) -> tuple[TaskItem, ...]:
        """Return the sub-items of a task that prints their number (3个子项), split at ；.

        Nothing is returned where the split does not give the printed number.
        """
        if not task.lead or not task.body.target:
            return ()
        count = _PARTS.search(self.text, task.lead.start, task.lead.end)
        stop = task.body.target[0].end
        spans: list[Span] = []
        at = task.lead.end + 1
        for mark in [*re.finditer("[；;]", self.text[at:stop]), None]:
            end = at if mark is None else task.lead.end + 1 + mark.start()
            spans.append(Span(spans[-1].end + 1 if spans else at, stop if mark is None else end))
        spans = [trimmed(self.text, s) for s in spans]
        if count is None or len(spans) != int(count["count"]):
            return ()
        return tuple(TaskItem(s) for s in spans)

    def _close(self) -> None:
        """Finish the task that is open."""
        task, self.task = self.task, None
        if task is None or not task.body.parts:
            return
        for index, (span, role) in enumerate(task.body.parts):
            whole = Span(task.start, span.end) if index == 0 else span
            lead = task.lead if index == 0 else None
            self.paragraphs.append(Paragraph(whole, role, task.section, len(self.tasks), lead))
        name, title = joined_officials(
            task.body.officials or ([self.official] if self.official else [])
        )
        annex = f"annex{self.annex}" if self.annex else ""
        self.tasks.append(
            Task(
                key=self.keys.key(annex, self.group, task.number),
                annex=self.annex,
                number=task.number,
                lead_official_zh=name,
                lead_official_title_zh=title,
                span=Span(task.start, max(span.end for span, _ in task.body.parts)),
                target=task.body.target,
                progress=(),
                agencies=task.body.agencies(self.text),
                items=task.body.items() or self._sub_items(task),
            )
        )
