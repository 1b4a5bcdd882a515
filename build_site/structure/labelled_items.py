"""A list of items whose paragraphs are labelled: 年度目标：… 进展情况：… 责任单位：…"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_site.model.report import Outline, Paragraph, Piece, Role, Section
from build_site.model.task import Task
from build_site.model.text import Span
from build_site.structure.agencies import tails
from build_site.structure.completions import completions
from build_site.structure.task_body import Body, trimmed
from build_site.structure.task_keys import Keys, numeral
from build_site.vocab.item_labels import ITEM, PROGRESS

_TARGET = re.compile(
    r"[【［\[]?(?:年度|全年|工作|总体|任务|实施|建设|主要)?(?:目标|任务|内容|目标任务)[】］\]]?[：:]\s*"
)
_LEAST = 3  # labelled lines that make a list
_HEADING = 60  # code points of the longest name of an item


def labels_items(text: str, piece: Piece) -> bool:
    """Return whether the blocks of a piece label their progress, three times or more."""
    return sum(PROGRESS.match(block.of(text)) is not None for block in piece.blocks) >= _LEAST


def read_labelled_items(text: str, piece: Piece) -> Outline:
    """Return the items as tasks; the name of an item is a section where a target stands below it.

    A paragraph keeps its printed label; `Task.target` and `Task.progress` leave
    it out. What belongs to no item is prose. All spans are code points of `text`.
    """
    return _Reader(text, [b for b in piece.blocks if b.of(text).strip()]).read()


@dataclass(slots=True)
class _Item:
    number: str
    start: int
    end: int
    section: int | None
    body: Body = field(default_factory=Body)
    progress: list[Span] = field(default_factory=list)


class _Reader:
    def __init__(self, text: str, blocks: list[Span]) -> None:
        self.text, self.blocks = text, blocks
        self.sections: list[Section] = []
        self.paragraphs: list[Paragraph] = []
        self.tasks: list[Task] = []
        self.keys = Keys()
        self.item: _Item | None = None

    def read(self) -> Outline:
        for at in range(len(self.blocks)):
            self._take(at)
        self._close()
        return Outline(tuple(self.sections), tuple(self.paragraphs), tuple(self.tasks))

    def _take(self, at: int) -> None:
        block, words = self.blocks[at], self.blocks[at].of(self.text)
        number = ITEM.match(words)
        if number and self._labelled_below(at):
            self._close()
            self._open(at, number)
        elif self.item is None:
            self._put(block, Role.PROSE)
        elif label := PROGRESS.match(words):
            self.item.progress.append(Span(block.start + label.end(), block.end))
            self._put(block, Role.PROGRESS)
        elif label := _TARGET.match(words):
            self.item.body.add(self.text, Span(block.start + label.end(), block.end))
            self._put(block, Role.TARGET)
        elif tails(self.text, block):
            self.item.body.add(self.text, block)
            self._put(block, Role.AGENCIES)
        elif self.item.body.assigned and self.item.progress:
            self._close()
            self._put(block, Role.PROSE)
        elif self.item.progress:
            self.item.progress.append(block)
            self._put(block, Role.PROGRESS)
        else:
            self.item.body.add(self.text, block)
            self._put(block, Role.TARGET)

    def _labelled_below(self, at: int) -> bool:
        """Return whether progress is labelled before the next number."""
        for block in self.blocks[at + 1 : at + 12]:
            words = block.of(self.text)
            if PROGRESS.match(words):
                return True
            if ITEM.match(words):
                return False
        return False

    def _open(self, at: int, number: re.Match[str]) -> None:
        block = self.blocks[at]
        printed = next(group for group in number.groups() if group)
        name = trimmed(self.text, Span(block.start + number.end(), block.end))
        heading = len(name.of(self.text)) <= _HEADING and any(
            _TARGET.match(b.of(self.text)) for b in self.blocks[at + 1 : at + 3]
        )
        section = len(self.sections) if heading else self._here()
        self.item = _Item(numeral(printed), block.start, block.end, section)
        if heading:
            stop = name.of(self.text)[-1] in "。：:"
            title = Span(name.start, name.end - stop)
            self.sections.append(
                Section(Span(block.start, title.end), 1, printed, title.of(self.text), None)
            )
        else:
            self.item.body.add(self.text, name)
            self._put(block, Role.TARGET)

    def _here(self) -> int | None:
        return len(self.sections) - 1 if self.sections else None

    def _put(self, block: Span, role: Role) -> None:
        task = len(self.tasks) if self.item else None
        section = self.item.section if self.item else None
        self.paragraphs.append(Paragraph(block, role, section, task))
        if self.item:
            self.item.end = block.end

    def _close(self) -> None:
        """Finish the item that is open."""
        item, self.item = self.item, None
        if item is None:
            return
        self.tasks.append(
            Task(
                key=self.keys.key(item.number),
                annex="",
                number=item.number,
                lead_official_zh="",
                lead_official_title_zh="",
                span=Span(item.start, item.end),
                target=item.body.target,
                progress=tuple(item.progress),
                agencies=item.body.agencies(self.text),
                items=item.body.items(),
                completions=completions(self.text, item.progress),
            )
        )
