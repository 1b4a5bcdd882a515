"""Running text of a capture that is no government document, told apart to be withheld."""

from __future__ import annotations

import re

from build_site.model.report import Kind
from build_site.segment import marks
from build_site.segment.drafts import Draft, is_item
from build_site.segment.furniture import furniture_category
from build_site.segment.lines import Line

_ARTICLE = 200  # code points of prose that make an article
_NEAR = 6  # lines between the title of an article and its text


def essay(lines: list[Line], free: list[bool]) -> list[Draft]:
    """Return the running text of a capture without any government document, to be withheld."""
    prose = [
        i
        for i, line in enumerate(lines)
        if free[i] and marks.is_prose(line.text) and not furniture_category(line.text)
    ]
    if sum(len(lines[i].text) for i in prose) < _ARTICLE:
        return []
    heads = range(prose[0] - 1, max(-1, prose[0] - _NEAR), -1)
    title = next(
        (i for i in heads if free[i] and 8 <= len(lines[i].text) <= 60 and _heads(lines[i].text)),
        None,
    )
    reason = (
        "新闻、解读或摘编，非政府文件本身 / news, commentary or digest, not the document itself"
    )
    return [Draft(Kind.NON_REPORT, title, prose, reason_withheld=reason)]


def _heads(line: str) -> bool:
    return not furniture_category(line) and re.search("[\u3400-\u9fff]{4}", line) is not None


def articles(lines: list[Line], free: list[bool]) -> list[Draft]:
    """Return the items of a portal's listing that are not government documents."""
    found = []
    for i in range(len(lines)):
        if not free[i] or not is_item(lines, i):
            continue
        draft = Draft(Kind.NON_REPORT, i, [])
        draft.reason_withheld = (
            "门户网站文章，非政府文件 / portal article, not a government document"
        )
        for k in range(i + 1, len(lines)):
            if not free[k] or is_item(lines, k):
                break
            if not marks.is_prose(lines[k].text) or furniture_category(lines[k].text):
                break
            draft.kept.append(k)
        if sum(len(lines[k].text) for k in draft.kept) >= _ARTICLE:
            found.append(draft)
    return found
