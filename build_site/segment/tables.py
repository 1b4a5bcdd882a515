"""Tables of progress and breakdowns of responsibilities in a capture, by line numbers."""

from __future__ import annotations

import itertools

from build_site.model.report import Kind
from build_site.segment import marks
from build_site.segment.drafts import (
    AGENCY_LINES,
    TITLE_REACH,
    Draft,
    is_furniture_in_text,
    text_lines,
)
from build_site.segment.furniture import furniture_category
from build_site.segment.lines import Line


def tables(lines: list[Line], free: list[bool]) -> list[Draft]:
    """Return the table of progress of a capture, if it holds one."""
    heads = [i for i, x in enumerate(lines) if free[i] and marks.is_table_head(x.text)]
    progress = [i for i in heads if marks.is_progress_head(lines[i].text)]
    if not progress or (len(heads) < 2 and not marks.is_head_row(lines[heads[0]].text)):
        return []
    first = heads[0]
    title = next(
        (
            i
            for i in range(first - 1, max(-1, first - TITLE_REACH), -1)
            if free[i] and marks.is_table_title(lines[i].text)
        ),
        None,
    )
    last = _tail(lines, first, len(lines), free)
    draft = Draft(Kind.PROGRESS_TABLE, title, [])
    top = first if title is None else title + 1
    text_lines(lines, top, last, draft)
    draft.appendix = None
    return [draft]


def _tail(lines: list[Line], first: int, end: int, free: list[bool]) -> int:
    """Return the last line of text before the furniture at the foot of a page."""
    last = end - 1
    while last > first and (
        not free[last] or furniture_category(lines[last].text) or _loose(lines[last].text)
    ):
        last -= 1
    return last


def _loose(line: str) -> bool:
    return (
        len(line) < 20
        and not marks.names_agencies(line)
        and not marks.ends_a_row(line)
        and not line[-1].isdigit()
        and line[-1] not in "。；％%"
    )


def labelled_progress(lines: list[Line], free: list[bool]) -> list[Draft]:
    """Return the list of items that label their progress (进展情况：…), if a capture holds one."""
    labels = [i for i, x in enumerate(lines) if free[i] and marks.labels_progress(x.text)]
    if len(labels) < AGENCY_LINES:
        return []
    above = range(labels[0] - 1, max(-1, labels[0] - TITLE_REACH), -1)
    first = next((i for i in above if marks.numbers_item(lines[i].text)), labels[0])
    title = next((i for i in above if i < first and marks.is_table_title(lines[i].text)), None)
    last = labels[-1]
    while last + 1 < len(lines) and free[last + 1]:
        text = lines[last + 1].text
        if is_furniture_in_text(text) or not (marks.names_agencies(text) or marks.is_prose(text)):
            break
        last += 1
    draft = Draft(Kind.PROGRESS_TABLE, title, [])
    text_lines(lines, first if title is None else title + 1, last, draft)
    return [draft]


def breakdowns(lines: list[Line], free: list[bool]) -> list[Draft]:
    """Return the breakdown of responsibilities of a capture, if it holds one."""
    agencies = [i for i, x in enumerate(lines) if free[i] and marks.names_agencies(x.text)]
    if len(agencies) < AGENCY_LINES:
        agencies = _agency_columns(lines, free)
    if not agencies:
        return []
    top = agencies[0]
    title = None
    for i in range(agencies[0] - 1, -1, -1):
        if not free[i] or is_furniture_in_text(lines[i].text):
            if i < agencies[0] - 1 and title is not None:
                break
            continue
        if marks.is_addressee(lines[i].text):
            top = i
            title = _title_over(lines, i, free)
            break
        if marks.is_breakdown_title(lines[i].text):
            title = i
        top = i
    if title is not None and title >= top:
        # the title is the first line of the document, or a heading inside it
        if title == top:
            top += 1
        else:
            title = None
    draft = Draft(Kind.RESPONSIBILITY_BREAKDOWN, title, [])
    text_lines(lines, top, _tail(lines, agencies[-1], len(lines), free), draft)
    return [draft]


def _agency_columns(lines: list[Line], free: list[bool]) -> list[int]:
    """Return the first head cell of a table with a column of agencies; empty if there is none."""
    for i, line in enumerate(lines):
        if not free[i] or not marks.is_table_head(line.text):
            continue
        run = [x.text for x in itertools.takewhile(_is_head_line, lines[i : i + 12])]
        heads = marks.is_head_row(line.text) or len(run) >= 3
        if heads and any(map(marks.names_agency_column, run)):
            return [i]
    return []


def _is_head_line(line: Line) -> bool:
    return marks.is_table_head(line.text)


def _title_over(lines: list[Line], addressee: int, free: list[bool]) -> int | None:
    for i in range(addressee - 1, max(-1, addressee - 12), -1):
        text = lines[i].text
        if free[i] and ("通知" in text[-6:] or marks.is_breakdown_title(text)):
            return i
    return None
