"""One capture taken apart: its documents, and every run that is not published."""

from __future__ import annotations

import itertools
import re

from build_site.model.report import Kind, Piece, Removed, Segmentation
from build_site.model.text import Span
from build_site.segment import articles, tables
from build_site.segment import drafts as find
from build_site.segment.drafts import Draft
from build_site.segment.furniture import leftover_category, removed_run
from build_site.segment.lines import Line, lines_of
from build_site.segment.marks import is_report_title
from build_site.segment.repetition import all_shingles, is_repeated, shingles

_COPY = 0.8  # share of shingles that makes one document a copy of another


def segment(text: str) -> Segmentation:
    """Return the documents of a capture and what is removed around them.

    `text` is the repaired text; all spans are in its code points. Every
    character that is not white space lies in exactly one of: the title of a
    piece, a block of a piece, a removed run.
    """
    lines = lines_of(text)
    fate: dict[int, str] = find.repeated_leads(lines)
    drafts, copies = _without_copies(find.work_reports(lines, fate), lines)
    for copy in copies:
        fate.update(dict.fromkeys(_members(copy), "repetition"))
    free = _free(lines, drafts, fate)
    if not drafts:
        drafts += tables.tables(lines, free)
        free = _free(lines, drafts, fate)
        if not drafts:
            drafts += tables.labelled_progress(lines, free)
            free = _free(lines, drafts, fate)
        if not drafts:
            drafts += tables.breakdowns(lines, free)
            free = _free(lines, drafts, fate)
    drafts += articles.articles(lines, free)
    if not drafts:
        drafts += articles.essay(lines, free)
    drafts.sort(key=lambda d: min(_members(d)))
    pieces = tuple(_piece(n, draft, lines) for n, draft in enumerate(drafts))
    removed = _removed(lines, drafts, fate)
    return Segmentation(pieces, removed, _defects(drafts, removed))


def _members(draft: Draft) -> set[int]:
    """Return every line a draft holds, dropped lines left out."""
    return {*draft.kept, *(() if draft.title is None else (draft.title,))}


def _free(lines: list[Line], drafts: list[Draft], fate: dict[int, str]) -> list[bool]:
    taken = set(fate)
    for draft in drafts:
        taken |= _members(draft) | set(draft.dropped)
    return [i not in taken for i in range(len(lines))]


def _without_copies(drafts: list[Draft], lines: list[Line]) -> tuple[list[Draft], list[Draft]]:
    """Return the documents, each once, and the copies of them."""
    if len(drafts) < 2:
        return drafts, []
    kept: list[tuple[Draft, set[str]]] = []
    copies: list[Draft] = []
    for draft in drafts:
        own = shingles("".join(lines[i].text for i in draft.kept))
        for at, (other, others) in enumerate(kept):
            small, large = sorted((own, others), key=len)
            if small and len(small & large) / len(small) >= _COPY:
                better = len(own) > 1.02 * len(others)
                winner = draft if better else other
                copies.append(other if better else draft)
                winner.complete = False
                winner.defects.append("repeated_text")
                kept[at] = (winner, own if better else others)
                break
        else:
            kept.append((draft, own))
    return [draft for draft, _ in kept], copies


# A portal files its items under a column, printed in front of the title: 【湖州招商】.
_COLUMN = re.compile(r"【[^】]{1,20}】\s*(?=\S)")


def _column(line: Line) -> int:
    """Return the length of the portal's column mark in front of a title, in code points."""
    found = _COLUMN.match(line.text)
    return found.end() if found and is_report_title(line.text[found.end() :]) else 0


def _piece(position: int, draft: Draft, lines: list[Line]) -> Piece:
    blocks = tuple(lines[i].span for i in draft.kept)
    title: Span | None = None
    if draft.title is not None:
        line = lines[draft.title]
        title = Span(line.span.start + _column(line), line.span.end)
    spans = [*blocks, *([] if draft.title is None else [lines[draft.title].span])]
    appendix = None
    if draft.appendix is not None:
        appendix = next((n for n, i in enumerate(draft.kept) if i >= draft.appendix), None)
    return Piece(
        position,
        draft.kind,
        Span(min(s.start for s in spans), max(s.end for s in spans)),
        title,
        blocks,
        draft.complete,
        draft.reason_withheld,
        appendix,
    )


def _removed(lines: list[Line], drafts: list[Draft], fate: dict[int, str]) -> tuple[Removed, ...]:
    """Return the removed runs; neighbouring lines of one category make one run."""
    members: set[int] = set()
    titles: set[int | None] = set()
    dropped = dict(fate)
    for draft in drafts:
        members |= _members(draft)
        titles.add(draft.title)
        dropped.update(draft.dropped)
    published = all_shingles(
        lines[i].text for d in drafts if d.kind is not Kind.NON_REPORT for i in d.kept
    )
    named = {
        i: dropped.get(i) or _left_over(line.text, published)
        for i, line in enumerate(lines)
        if i not in members
    }
    _join_legal(named)
    runs: list[tuple[Span, str]] = []
    fresh = True  # a published line lies between this run and the last
    for i, line in enumerate(lines):
        if i in members:
            if line.bullet:
                runs.append((line.bullet, "navigation"))
            if i in titles and _column(line):
                at = line.span.start
                runs.append((Span(at, at + len(line.text[: _column(line)].rstrip())), "navigation"))
            fresh = True
            continue
        category = named[i]
        span = Span(line.bullet.start if line.bullet else line.span.start, line.span.end)
        if runs and not fresh and runs[-1][1] == category:
            runs[-1] = (Span(runs[-1][0].start, span.end), category)
        else:
            runs.append((span, category))
        fresh = False
    return tuple(removed_run(span, category) for span, category in runs)


def _left_over(line: str, published: set[str]) -> str:
    category = leftover_category(line)
    announces = "政府工作报告" in line and len(line) >= 24
    if category == "non_report" and published and is_repeated(line, published):
        return "teaser"
    return "teaser" if category in ("navigation", "non_report") and announces else category


def _join_legal(named: dict[int, str]) -> None:
    """Give every line between two lines of legal terms the same category, up to a document."""
    legal = [i for i, category in named.items() if category == "legal"]
    for first, second in itertools.pairwise(legal):
        between = range(first + 1, second)
        if all(i in named for i in between):
            loose = [i for i in between if named[i] in ("non_report", "navigation")]
            named.update(dict.fromkeys(loose, "legal"))


def _defects(drafts: list[Draft], removed: tuple[Removed, ...]) -> tuple[str, ...]:
    """Return the classes of defect a capture shows, in alphabetical order."""
    found = {defect for draft in drafts for defect in draft.defects}
    if any(not d.complete and not d.defects for d in drafts if d.kind is not Kind.NON_REPORT):
        found.add("incomplete")
    for category in ("spam", "advert", "teaser", "repetition", "pager", "comment_box"):
        if any(r.category == category for r in removed):
            found.add(category)
    if sum(d.kind is not Kind.NON_REPORT for d in drafts) > 1:
        found.add("several_documents")
    return tuple(sorted(found))
