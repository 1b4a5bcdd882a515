"""Sections and paragraphs of a work report, printed in lines or run together.

Layout that belongs to neither section nor paragraph: white space, and the
single stop (。 or ：) that closes a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from build_site.model.report import Outline, Paragraph, Piece, Role, Section
from build_site.model.text import Span
from build_site.structure.clause_edges import ClauseEdges
from build_site.structure.heading_end import solve
from build_site.structure.heading_markers import Marker, markers, siblings
from build_site.structure.leads import lead_of, leads_inside
from build_site.structure.paragraph_breaks import opening_breaks, prose_breaks, split_at, trimmed

_LINE = 60  # code points of the longest heading on a line of its own
_PLAIN_LINE = 30  # the same without a number
_MIN_LINES = 8  # a text with fewer lines is flat: its lines are no headings
_CLOSERS = "。："
_INNER_STOP = re.compile(r"[。！？；]")
_FLAT = 1500  # code points of a line that must once have been several paragraphs
_NO_HEADING = re.compile(
    r"各位(代表|委员)|谢谢|会议上|大会上|[省市区县州]长|^[（(]?\d{4}年\d{1,2}月"
)
# the parts every report has, whatever its headings look like
_PART = re.compile(
    r"(?:工作|五年|一年|\d{4}年|时期|发展|过去).{0,8}回顾$|工作(?:安排|部署|总结)$"
    r"|^(?!.*着力).{0,24}(?:主要|预期|奋斗|发展)?目标$|总体(?:要求|思路)$"
    r"|(?:\d{4}年|今年|今后五年|下一步).{0,12}(?:重点工作|主要工作|工作重点|主要任务|重点任务|工作任务)$"
    r"|^重点(?:抓好|做好).{1,8}工作$|政府.{0,4}建设$|服务型政府$"
)


@dataclass(frozen=True, slots=True)
class _Heading:
    span: Span  # number and title
    body: int  # where the text behind it starts
    level: int
    number: str
    title: str


def outline(text: str, piece: Piece) -> Outline:
    """Return sections and paragraphs of a piece, in text order.

    All spans are code points of `text`, the repaired text of the whole capture.
    Together they cover every block of the piece but for the stop that closes a
    heading.
    """
    last = len(piece.blocks) if piece.appendix_from is None else piece.appendix_from
    body, appendix = piece.blocks[:last], piece.blocks[last:]
    headings = _headings(text, body)
    sections = _sections(headings)
    paragraphs = _paragraphs(text, body, headings)
    owner = len(sections) - 1 if sections else None
    paragraphs += [Paragraph(block, Role.APPENDIX, owner) for block in appendix]
    return Outline(tuple(sections), tuple(paragraphs))


def _headings(text: str, blocks: tuple[Span, ...]) -> list[_Heading]:
    found = _numbered(text, blocks)
    taken = {h.span.start for h in found}
    found += _plain(text, blocks, taken, found)
    found.sort(key=lambda h: h.span.start)
    return _rejoined(text, found)


def _alone(text: str, marker: Marker) -> Span | None:
    """Return number and title of a heading that has its line for itself."""
    whole = trimmed(text, Span(marker.at.start, marker.end))
    line = whole.of(text)
    if len(line) > _LINE or not marker.opens_line:
        return None
    if line[-1] in _CLOSERS:
        whole, line = Span(whole.start, whole.end - 1), line[:-1]
    return None if _INNER_STOP.search(line) or whole.end <= marker.at.end else whole


def _numbered(text: str, blocks: tuple[Span, ...]) -> list[_Heading]:
    found = markers(text, blocks)
    edges: ClauseEdges | None = None
    headings = []
    for group in siblings(found):
        run_in: list[int] = []
        for i in group:
            alone = _alone(text, found[i])
            if alone:
                headings.append(_made(text, found[i], alone.end))
            else:
                run_in.append(i)
        if not run_in:
            continue
        edges = edges or ClauseEdges(text)
        members = [found[i] for i in run_in]
        solved = solve(
            text, [m.at.end for m in members], [m.end for m in members], members[0].level, edges
        )
        headings += [
            _made(text, marker, marker.at.end + ending.length)
            for marker, ending in zip(members, solved, strict=True)
            if ending
        ]
    return headings


def _made(text: str, marker: Marker, end: int) -> _Heading:
    span = trimmed(text, Span(marker.at.start, end))
    body = span.end + 1 if text[span.end : span.end + 1] in tuple(_CLOSERS) else span.end
    title = trimmed(text, Span(marker.at.end, span.end)).of(text)
    return _Heading(span, body, marker.level, marker.at.of(text).strip(), title)


def _plain(
    text: str, blocks: tuple[Span, ...], taken: set[int], numbered: list[_Heading]
) -> list[_Heading]:
    """Return headings without number: short lines between paragraphs."""
    if len(blocks) < _MIN_LINES:
        return []
    deepest = max((h.level for h in numbered), default=0)
    opened = any("各位代表" in b.of(text) for b in blocks[:6])
    found = []
    for i, block in enumerate(blocks[:-1]):
        line = block.of(text)
        opened_here = not opened or any("各位代表" in b.of(text)[:20] for b in blocks[:i])
        if block.start in taken or not opened_here or not _is_plain_heading(line):
            continue
        if blocks[i + 1].start in taken or _has_text(text, blocks, i + 1):
            level = min(3, deepest + 1) if deepest else 1
            found.append(_Heading(block, block.end, level, "", line))
    return found if deepest else _ranked(found)


def _ranked(plain: list[_Heading]) -> list[_Heading]:
    """Return headings without numbers, the parts of a report above what stands under them."""
    parts = [_PART.search(h.title) is not None for h in plain]
    if not plain or not parts[0] or sum(parts) < 2 or all(parts):
        return plain
    return [h if part else replace(h, level=2) for h, part in zip(plain, parts, strict=True)]


def _has_text(text: str, blocks: tuple[Span, ...], at: int) -> bool:
    """Return whether a paragraph stands at a block, or right behind a further heading there."""
    for block in blocks[at : at + 2]:
        line = block.of(text)
        if len(line) >= 60 or (len(line) > _PLAIN_LINE and line[-1] in "。！；"):
            return True
        if not _is_plain_heading(line):
            return False
    return False


def _is_plain_heading(line: str) -> bool:
    return (
        4 <= len(line) <= _PLAIN_LINE
        and not re.search(r"[。！？；：:!?;…—]", line)
        and line.count("，") <= 1
        and not line[-1].isdigit()
        and _NO_HEADING.search(line) is None
    )


def _rejoined(text: str, headings: list[_Heading]) -> list[_Heading]:
    """Join a heading broken over two lines: a lone line right behind a numbered one."""
    plain = [h for h in headings if not h.number]
    if len(plain) != 1:
        return headings
    at = headings.index(plain[0])
    if (
        at == 0
        or not headings[at - 1].number
        or text[headings[at - 1].body : plain[0].span.start].strip()
    ):
        return headings
    first, second = headings[at - 1], headings[at]
    joined = _Heading(
        Span(first.span.start, second.span.end),
        second.body,
        first.level,
        first.number,
        first.title + second.title,
    )
    return [*headings[: at - 1], joined, *headings[at + 1 :]]


def _sections(headings: list[_Heading]) -> list[Section]:
    sections: list[Section] = []
    open_at: dict[int, int] = {}
    for heading in headings:
        parents = [open_at[level] for level in open_at if level < heading.level]
        for level in [level for level in open_at if level >= heading.level]:
            del open_at[level]
        open_at[heading.level] = len(sections)
        parent = max(parents, default=None)
        sections.append(Section(heading.span, heading.level, heading.number, heading.title, parent))
    return sections


def _paragraphs(text: str, blocks: tuple[Span, ...], headings: list[_Heading]) -> list[Paragraph]:
    """Return the paragraphs between the headings."""
    spans: list[tuple[Span, int | None]] = []
    flat = any(block.end - block.start >= _FLAT for block in blocks)
    owner: int | None = None
    rest = list(enumerate(headings))
    done = 0  # a heading broken over two lines reaches into the next block
    for block in blocks:
        start = max(block.start, done)
        while rest and rest[0][1].span.start < block.end:
            number, heading = rest.pop(0)
            spans += [(s, owner) for s in _stretch(text, Span(start, heading.span.start), owner)]
            owner, start = number, heading.body
            done = start
        if start < block.end:
            spans += [(s, owner) for s in _stretch(text, Span(start, block.end), owner)]
    return _with_leads(text, spans, flat)


def _stretch(text: str, span: Span, owner: int | None) -> list[Span]:
    """Return the paragraphs of a flat stretch of one line."""
    whole = trimmed(text, span)
    if whole.end <= whole.start:
        return []
    cuts = prose_breaks(text, whole)
    if owner is None:
        cuts += opening_breaks(text, whole)
    return split_at(text, whole, cuts)


def _with_leads(text: str, spans: list[tuple[Span, int | None]], flat: bool) -> list[Paragraph]:
    """Return the paragraphs with their run-in headings; a flat text is split at those inside."""
    made: list[Paragraph] = []
    owners = sorted({-1 if owner is None else owner for _, owner in spans})
    for owner in owners:
        own = [s for s, o in spans if (-1 if o is None else o) == owner]
        parts = [p for s in own for p in split_at(text, s, leads_inside(text, s) if flat else [])]
        leads = [lead_of(text, part) for part in parts]
        many = sum(lead is not None for lead in leads) >= 2
        section = None if owner < 0 else owner
        made += [
            Paragraph(part, Role.PROSE, section, lead=lead if many else None)
            for part, lead in zip(parts, leads, strict=True)
        ]
    return made
