"""Where documents begin and end in a capture, by line numbers."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from build_site.model.report import Kind
from build_site.segment import marks
from build_site.segment.furniture import furniture_category
from build_site.segment.lines import Line
from build_site.segment.repetition import all_shingles, repeated_share, squeezed

_MOST_TITLES = 100
TITLE_REACH = 30  # lines between a title and the text it belongs to
_NEAR = 6  # lines between a salutation and the opening formula
AGENCY_LINES = 3  # fewer lines of agencies do not make a breakdown
_LONE_REPORT = 800  # code points of prose that make a title without salutation a report


@dataclass(slots=True)
class Draft:
    """A document found so far. All numbers are indices of lines; `kept` are its blocks."""

    kind: Kind
    title: int | None
    kept: list[int]
    appendix: int | None = None  # line the appendix opens with
    complete: bool = True
    dropped: dict[int, str] = field(default_factory=dict)  # line → category, inside the document
    reason_withheld: str = ""
    defects: list[str] = field(default_factory=list)


def is_furniture_in_text(line: str) -> str:
    """Return the category of a furniture line between lines of text, else an empty string."""
    if marks.is_labelled_advert(line):
        return "advert"
    category = furniture_category(line)
    if category in ("comment_box", "pager"):
        return category  # 匿名？ does not make a sentence of a form
    return "" if marks.is_prose(line) or marks.is_written_date(line) else category


def repeated_leads(lines: list[Line]) -> dict[int, str]:
    """Return the flat openings of a report that the lines below them repeat, with a category."""
    anchors = [
        i for i, line in enumerate(lines) if marks.salutes(line.text) or marks.opens(line.text)
    ]
    found: dict[int, str] = {}
    for at, follower in itertools.pairwise(anchors):
        line = lines[at]
        if follower - at > TITLE_REACH or len(line.text) < 80:
            continue
        below: list[str] = []
        size = 0
        for later in lines[at + 1 :]:
            below.append(later.text)
            size += len(later.text)
            if size > 4 * len(line.text) + 2000:
                break
        whole = all_shingles(["".join(map(squeezed, below))])
        if size > 2 * len(line.text) and repeated_share(line.text, whole) >= 0.6:
            found[at] = "repetition"
    return found


def _starts(lines: list[Line], taken: dict[int, str]) -> list[int]:
    """Return the lines work reports start from: salutation, or opening formula without one."""
    found: list[int] = []
    for i, line in enumerate(lines):
        if i in taken or not (marks.salutes(line.text) or marks.opens(line.text)):
            continue
        if marks.opens(line.text) and not marks.salutes(line.text):
            if found and i - found[-1] <= _NEAR:
                continue
        elif found and not _opens_soon(lines, i):
            continue  # 各位代表！ on a line of its own inside a report
        found.append(i)
    return found


def _opens_soon(lines: list[Line], at: int) -> bool:
    return any(marks.opens(line.text) for line in lines[at : at + _NEAR])


def _head(
    lines: list[Line], start: int, floor: int, taken: dict[int, str]
) -> tuple[int | None, list[int]]:
    """Return the title line above `start` and the meeting and speaker lines between them."""
    lines_above: list[int] = []
    for i in range(start - 1, max(floor, start - TITLE_REACH) - 1, -1):
        text = lines[i].text
        if i in taken:
            continue
        if marks.is_report_title(text):
            return i, lines_above[::-1]
        if marks.is_meeting(text) or marks.is_speaker(text):
            if not furniture_category(text) or text.endswith(("）", ")")) or "年" in text:
                lines_above.append(i)
        elif marks.is_prose(text) and len(text) > 120:
            break
    near = [i for i in lines_above if start - i <= 5]
    return None, near[::-1]


def _lone_titles(lines: list[Line], starts: list[int]) -> list[int]:
    """Return titles of work reports whose text opens without salutation and formula."""
    if sum(marks.names_agencies(x.text) for x in lines) >= AGENCY_LINES or any(
        marks.is_progress_head(x.text) for x in lines
    ):
        return []  # a table or breakdown that quotes the report it serves
    titles = [i for i, line in enumerate(lines) if marks.is_report_title(line.text)]
    if len(titles) > _MOST_TITLES:
        return []  # a list of links to reports
    found = []
    for n, title in enumerate(titles):
        end = titles[n + 1] if n + 1 < len(titles) else len(lines)
        if any(title < s < min(end + 1, title + TITLE_REACH) for s in starts):
            continue
        if any(s < title and not _closed_between(lines, s, title) for s in starts):
            continue
        prose = sum(len(x.text) for x in lines[title + 1 : end] if marks.is_prose(x.text))
        headed = any(x.text.startswith(("一、", "（一）")) for x in lines[title + 1 : end])
        if prose >= _LONE_REPORT and headed:
            found.append(title)
    return found


def _closed_between(lines: list[Line], start: int, end: int) -> bool:
    return any(marks.closes(x.text) or marks.is_thanks(x.text) for x in lines[start:end])


def _report_end(lines: list[Line], first: int, end: int) -> tuple[int, int | None, bool]:
    """Return last line, line of the appendix and completeness of a report in lines[first:end]."""
    prose = [
        i
        for i in range(first, end)
        if marks.is_prose(lines[i].text) and not is_furniture_in_text(lines[i].text)
    ]
    if not prose:
        return first, None, False
    sizes = {i: len(lines[i].text) for i in prose}
    total = sum(sizes.values())
    closings = [i for i in range(first, end) if marks.closes(lines[i].text)]
    last = None
    for i in reversed(closings):
        if sum(size for at, size in sizes.items() if at <= i) * 2 >= total:
            last = i
            break
    if last is None:
        last = _before_furniture(lines, prose, end)
        ended = lines[last].text[-1] in "。！？!”’）)"
        return last, None, ended and not _paged(lines, first, end)
    while last + 1 < end and marks.is_thanks(lines[last + 1].text):
        last += 1
    for i in range(last + 1, min(end, last + 8)):
        if marks.opens_appendix(lines[i].text):
            return _appendix_end(lines, i, end), i, True
    return last, None, True


def _before_furniture(lines: list[Line], prose: list[int], end: int) -> int:
    last = prose[0]
    for i in prose:
        between = [k for k in range(last + 1, i) if furniture_category(lines[k].text)]
        if len(between) > 3 and len(between) * 2 > i - last:
            break
        last = i
    tail = last
    while (
        tail + 1 < end
        and not furniture_category(lines[tail + 1].text)
        and _unfinished(lines[tail + 1].text)
    ):
        tail += 1
    return tail


def _unfinished(line: str) -> bool:
    return len(line) >= 30 or line.startswith(("一", "二", "三", "（"))


def _paged(lines: list[Line], first: int, end: int) -> bool:
    return any(
        furniture_category(lines[i].text) == "pager" or lines[i].text.startswith("下一页")
        for i in range(first, min(end + 5, len(lines)))
    )


def _appendix_end(lines: list[Line], first: int, end: int) -> int:
    last = first
    for i in range(first + 1, end):
        category = furniture_category(lines[i].text)
        if category and not marks.is_prose(lines[i].text):
            if category not in ("caption", "pager"):
                break
            continue
        last = i
    return last


def text_lines(lines: list[Line], first: int, last: int, draft: Draft) -> None:
    """Share the lines first..last out between the blocks of a draft and what it drops."""
    seen: set[str] = set()
    for i in range(first, last + 1):
        text = lines[i].text
        category = is_furniture_in_text(text)
        tight = squeezed(text)
        if draft.kind is Kind.WORK_REPORT and marks.is_block_number(text):
            category = "navigation"
        if not category and len(tight) >= 40 and draft.kind is Kind.WORK_REPORT:
            if tight in seen:
                category = "repetition"
            seen.add(tight)
        if category:
            draft.dropped[i] = category
        else:
            draft.kept.append(i)


def work_reports(lines: list[Line], taken: dict[int, str]) -> list[Draft]:
    """Return every work report of a capture in order; `taken` are lines already disposed of."""
    starts = _starts(lines, taken)
    starts = sorted({*starts, *(_first_text(lines, t) for t in _lone_titles(lines, starts))})
    heads = []
    floor = 0
    for start in starts:
        heads.append(_head(lines, start, floor, taken))
        floor = start + 1
    drafts = []
    for n, (start, (title, above)) in enumerate(zip(starts, heads, strict=True)):
        end = len(lines)
        if n + 1 < len(starts):
            next_title, next_above = heads[n + 1]
            end = min(
                [starts[n + 1], *next_above, *([next_title] if next_title is not None else [])]
            )
        end = min([end, *(i for i in range(start + 1, end) if is_item(lines, i))])
        last, appendix, complete = _report_end(lines, start, end)
        draft = Draft(Kind.WORK_REPORT, title, list(above), appendix, complete)
        if title is not None:
            draft.dropped = {
                i: furniture_category(lines[i].text) or "caption"
                for i in range(title + 1, start)
                if i not in above and i not in taken
            }
        text_lines(lines, start, last, draft)
        drafts.append(draft)
    return drafts


def _first_text(lines: list[Line], title: int) -> int:
    at = title + 1
    while at < len(lines) - 1 and (
        furniture_category(lines[at].text)
        or marks.is_meeting(lines[at].text)
        or marks.is_speaker(lines[at].text)
    ):
        at += 1
    return at


def is_item(lines: list[Line], i: int) -> bool:
    """Tell whether a line is the title of the next item of a listing."""
    line = lines[i]
    listed = line.bullet is not None or line.text.startswith("【")
    return listed and len(line.text) <= 80 and not marks.is_prose(line.text) and "】" in line.text
