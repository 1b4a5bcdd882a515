"""A table of progress: numbered rows of target, agencies and what has been done.

Captures give such a table one cell a line, or one row a line with tabs or |.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from build_site.model.report import Outline, Paragraph, Piece, Role, Section
from build_site.model.task import Task
from build_site.model.text import Span
from build_site.structure.agencies import (
    Named,
    listed,
    looks_like_agency,
    role_of,
    tails,
)
from build_site.structure.completions import completions
from build_site.structure.officials import Official, heading_official, is_labelled, split_official
from build_site.structure.task_body import Body, joined_officials, trimmed
from build_site.structure.task_keys import Keys, numeral

_HEAD = re.compile(
    "(?:序号|编号|目标任务|重点任务|重点工作|工作任务|工作目标|工作内容|主要任务|主要内容|任务内容|任务|目标|项目|"
    "项目名称|实事项目|事项|推进情况|进展情况|进度情况|完成情况|落实情况|进度|工作进展|责任单位|牵头单位|配合单位|"
    "主办单位|协办单位|责任部门|牵头部门|配合部门|责任领导|牵头领导|分管领导|联系领导|牵头市领导|完成时限|完成时间|时间节点|"
    "类别|领域|备注|.{0,8}民生实事|.{0,6}进展(?:情况)?|.{0,6}完成情况|.{0,6}推进情况|.{0,6}(?:目标|任务))"
)
_CATEGORY = re.compile("类别|领域|分类|板块|序列")
_NUMBER = re.compile(r"(?:第)?(\d{1,3})[.．、]?$")
_HAN = "[一二三四五六七八九十]{1,3}"
_LIMIT = re.compile(
    r"(?:20\d\d年|今年|年内|年底|全年|长期|持续|\d{1,2}月)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|前|底前|推进|坚持)?"
)
_GROUP = re.compile(rf"(?P<number>{_HAN}(?=[、.．\s])|[（(]{_HAN}[)）])[、.．\s]*")
_LIVELIHOOD = re.compile("民生实事|实事项目|为民办实事")


class _Cell(NamedTuple):
    span: Span
    row: int  # cells of one line share their row
    column: int  # empty cells count, so that the cells behind them keep their heads


@dataclass(slots=True)
class _Row:
    number: str
    start: int
    section: int | None
    body: Body = field(default_factory=Body)
    progress: list[Span] = field(default_factory=list)
    notes: list[Span] = field(default_factory=list)  # time limits: neither target nor progress
    category: Span | None = None


def _cells(text: str, piece: Piece) -> list[_Cell]:
    cells: list[_Cell] = []
    for row, block in enumerate(piece.blocks):
        words = block.of(text)
        at = block.start + len(words) - len(words.lstrip("|｜"))
        for column, part in enumerate(re.split(r"[\t|｜]", words.strip("|｜"))):
            span = trimmed(text, Span(at, at + len(part)))
            if span.of(text).strip("-: "):
                cells.append(_Cell(span, row, column))
            at += len(part) + 1
    return cells


def read_progress_table(text: str, piece: Piece) -> Outline:
    """Return groups, paragraphs and tasks of a progress table.

    Sections are the group headings (level 1) and, in a livelihood table, the
    category of a row (level 2). Heads of columns and row numbers are neither
    sections nor paragraphs. All spans are code points of `text`.
    """
    return _Reader(text, _cells(text, piece)).read()


def in_columns(text: str, piece: Piece) -> bool:
    """Return whether a breakdown is a table whose heads of columns name the agencies' roles."""
    reader = _Reader(text, _cells(text, piece))
    for at in range(len(reader.cells)):
        heads = [reader.words(at + i) for i in range(reader.head_count(at))]
        if any(re.search("单位|部门", head) for head in heads):
            return True
    return False


class _Reader:
    def __init__(self, text: str, cells: list[_Cell]) -> None:
        self.text, self.cells = text, cells
        self.sections: list[Section] = []
        self.paragraphs: list[Paragraph] = []
        self.tasks: list[Task] = []
        self.heads: list[str] = []
        self.columns: dict[int, str] = {}
        self.official: Official | None = None
        self.titles: dict[str, str] = {}
        self.livelihood = False
        self.group = ""
        self.keys = Keys()
        self.row: _Row | None = None
        self.open = False  # a head row or a numbered row has been seen

    def read(self) -> Outline:
        for cell in self.cells:
            heading = heading_official(_unnumbered(cell.span.of(self.text)))
            if heading and heading.title:
                self.titles[heading.name] = heading.title
        at = 0
        while at < len(self.cells):
            at += self._step(at)
        self._close()
        return Outline(tuple(self.sections), tuple(self.paragraphs), tuple(self.tasks))

    def words(self, at: int) -> str:
        """Return the words of a cell; empty behind the last."""
        return self.cells[at].span.of(self.text) if 0 <= at < len(self.cells) else ""

    def _step(self, at: int) -> int:
        words = self.words(at)
        if heads := self.head_count(at):
            self._close()
            self.heads = [self.words(at + i) for i in range(heads)]
            self.columns = {self.cells[at + i].column: h for i, h in enumerate(self.heads)}
            self.livelihood = self.livelihood or any(_LIVELIHOOD.search(h) for h in self.heads)
            self.open = True
            return heads
        official = heading_official(_unnumbered(words))
        if self.row and is_labelled(words):
            official = None
        if official or self._is_group(at):
            self._close()
            self._section(self.cells[at].span, official)
        elif self.open and (number := self._number(at)):
            self._close()
            self.row = _Row(number, self.cells[at].span.start, self._here())
            return 1 + self._row_of_cells(at)
        elif self.row:
            self._take(at)
        else:
            self.paragraphs.append(Paragraph(self.cells[at].span, Role.PROSE, self._here()))
        return 1

    def _here(self) -> int | None:
        return len(self.sections) - 1 if self.sections else None

    def head_count(self, at: int) -> int:
        """Return how many cells from `at` are heads of columns; 0 if fewer than two are."""
        count = 0
        while self.words(at + count) and _is_head(self.words(at + count)):
            count += 1
        heads = [self.words(at + i) for i in range(count)]
        first = next((i for i, head in enumerate(heads) if re.match("序号|编号", head)), None)
        # A title such as 2023年民生实事 may read as a head: heads begin at 序号.
        # Only a column of categories, merged over several rows, may stand before it.
        if first == 1 and _CATEGORY.fullmatch(heads[0]):
            return count if count >= 3 else 0
        return count if (first == 0 and count >= 2) or (first is None and count >= 3) else 0

    def _is_group(self, at: int) -> bool:
        """Return whether a cell is a heading: right before heads of columns, or numbered."""
        words = self.words(at)
        if len(words) > 40 or re.search("[。；;：:]", words) or self._number(at):
            return False
        if len(self.heads) > 1 and _CATEGORY.fullmatch(self.heads[0]) and self._number(at + 1):
            return words not in self.heads and not _LIMIT.fullmatch(words) and self._is_full()
        if self.cells[at].row == (self.cells[at + 1].row if at + 1 < len(self.cells) else -1):
            return False
        if self.head_count(at + 1):
            return True
        return bool(_GROUP.match(words)) and bool(self._number(at + 1))

    def _is_full(self) -> bool:
        """Return whether the open row has a cell for each head but the category and the number."""
        if self.row is None:
            return True
        filled = len(self.row.body.parts) + len(self.row.progress) + len(self.row.notes)
        return filled >= len(self.heads) - 2

    def _number(self, at: int) -> str:
        """Return the number of the row that begins at a cell; empty if it is no row number."""
        match = _NUMBER.match(self.words(at))
        if not match:
            return numeral(self.words(at)) if self._begins_line(at) else ""
        if not self._begins_line(at):
            return ""
        return numeral(match[1])

    def _begins_line(self, at: int) -> bool:
        if not 0 < at < len(self.cells) or self.cells[at - 1].row != self.cells[at].row:
            return True
        cell = self.cells[at]
        counted = re.match("序号|编号", self.columns.get(cell.column, ""))
        return bool(counted) and self.columns.get(cell.column - 1, "序号") == self.heads[0]

    def _row_of_cells(self, at: int) -> int:
        """Take in a row whose cells stand in one line by its heads; return how many it took."""
        row = self.cells[at].row
        cells = [c for c in self.cells[at + 1 : at + 20] if c.row == row]
        for cell in cells:
            self._by_head(cell.span, self.columns.get(cell.column, ""))
        return len(cells)

    def _by_head(self, span: Span, head: str) -> None:
        assert self.row is not None
        words = span.of(self.text)
        if re.search("领导|责任人|负责人", head):
            people = [split_official(w) for w in re.split("[、，,\\s]", words)]
            self.row.body.add_named(span, (), [p for p in people if p])
        elif re.search("单位|部门", head):
            self.row.body.add_named(span, self._named(span, head), ())
        elif re.search("时限|时间|节点", head):
            self.row.notes.append(span)
        elif re.search("情况|进展|进度|备注", head) and "目标" not in head:
            self.row.progress.append(span)
        else:
            self.row.body.add(self.text, span)

    def _named(self, span: Span, head: str) -> tuple[Named, ...]:
        found = tuple(n for tail in tails(self.text, span) for n in tail.named)
        return found or listed(self.text, span, role_of(head))

    def _take(self, at: int) -> None:
        """Take in a cell of a line of its own: category, target, agencies or progress."""
        assert self.row is not None
        span, body = self.cells[at].span, self.row.body
        found = tails(self.text, span)
        starts_with_tail = bool(found) and found[0].span.start == span.start
        if not body.parts and not self.row.category and self._is_category(at):
            self.row.category = span
            self.row.section = self._category(span)
        elif not body.parts or (
            not self.row.progress
            and (starts_with_tail or (not body.assigned and self._still_target(at)))
        ):
            body.add(self.text, span)
        elif self._limits_time(span):
            self.row.notes.append(span)
        elif not self.row.progress and (head := self._owner_head(span)):
            self._by_head(span, head)
        else:
            self.row.progress.append(span)

    def _owner_head(self, span: Span) -> str:
        """Return the head of the column of owners a cell fills; empty if it fits none.

        Columns fill in order; one whose cell is empty in this row is passed over.
        """
        assert self.row is not None
        heads = [h for h in self.heads if re.search("单位|部门|领导|责任人|负责人", h)]
        filled = sum(role is Role.AGENCIES for _, role in self.row.body.parts)
        for head in heads[filled:]:
            if re.search("单位|部门", head):
                fits = self._is_list(span)
            else:
                words = re.split("[、，,\\s]", span.of(self.text))
                fits = all(split_official(w) for w in words)
            if fits:
                return head
        return ""

    def _limits_time(self, span: Span) -> bool:
        limited = any(re.search("时限|时间|节点", head) for head in self.heads)
        return limited and _LIMIT.fullmatch(span.of(self.text)) is not None

    def _is_list(self, span: Span) -> bool:
        named = listed(self.text, span)
        return bool(named) and all(looks_like_agency(n.span.of(self.text)) for n in named)

    def _is_category(self, at: int) -> bool:
        words = self.words(at)
        short = len(words) <= 12 and not re.search(r"[，。；：,;:\d]", words)
        return short and self.livelihood and not self._number(at + 1) and bool(self.words(at + 1))

    def _still_target(self, at: int) -> bool:
        """Return whether a later line of this row names who is responsible."""
        for later in range(at, min(at + 12, len(self.cells))):
            if self._number(later) or self.head_count(later):
                return False
            if tails(self.text, self.cells[later].span):
                return True
        return False

    def _section(self, span: Span, official: Official | None) -> None:
        words = span.of(self.text)
        match = _GROUP.match(words)
        number = match["number"] if match and match.end() < len(words) else ""
        title = words[match.end() :] if match and number else words
        self.sections.append(Section(span, 1, number, title, None))
        self.official, self.group = official, numeral(number.strip("（）()"))
        self.livelihood = bool(_LIVELIHOOD.search(title))

    def _category(self, span: Span) -> int:
        above = [i for i, s in enumerate(self.sections) if s.level == 1]
        assert self.row is not None
        title = span.of(self.text)
        parent = above[-1] if above else None
        self.sections.append(Section(span, 2, self.row.number, title, parent))
        return len(self.sections) - 1

    def _parts(self) -> Iterator[tuple[Span, Role]]:
        assert self.row is not None
        yield from self.row.body.parts
        for line in self.row.progress:
            yield line, Role.PROGRESS
        for note in self.row.notes:
            yield note, Role.PROSE

    def _close(self) -> None:
        """Finish the row that is open."""
        row, self.row = self.row, None
        if row is None or not (row.body.parts or row.progress or row.category):
            return
        self.row = row
        parts = sorted(self._parts())
        self.row = None
        for span, role in parts:
            self.paragraphs.append(Paragraph(span, role, row.section, len(self.tasks)))
        own = [Official(o.name, o.title or self.titles.get(o.name, "")) for o in row.body.officials]
        name, title = joined_officials(own or ([self.official] if self.official else []))
        prefix = "livelihood" if self.livelihood else ""
        self.tasks.append(
            Task(
                key=self.keys.key(prefix, self.group, row.number),
                annex=prefix,
                number=row.number,
                lead_official_zh=name,
                lead_official_title_zh=title,
                span=Span(row.start, max(span.end for span, _ in parts)),
                target=row.body.target,
                progress=tuple(row.progress),
                agencies=row.body.agencies(self.text),
                items=row.body.items(),
                completions=completions(self.text, row.progress),
            )
        )


def _is_head(words: str) -> bool:
    return len(words) <= 16 and bool(_HEAD.fullmatch(re.sub(r"\s", "", words)))


def _unnumbered(words: str) -> str:
    match = _GROUP.match(words)
    return words[match.end() :] if match else words
