"""Where a paragraph stands: which kind and which period its figures have unless they say."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_site.model.report import Kind, Role
from build_site.model.statement import Context, ParagraphText


class Setting(NamedTuple):
    """The kind and period that hold for a paragraph, and whether it looks back."""

    kind: str  # target | progress | actual
    period: str
    review: bool


_REVIEW = re.compile(
    r"回顾|总结|过去|主要成绩|工作成效|取得.{0,4}成|完成情况|推进情况|这五年|以来的?工作"
    r"|工作情况|工作进展|主要工作(?!任务|安排)"
)
_TARGET = re.compile(
    r"目标|任务|安排|部署|打算|展望|总体要求|总体思路|工作重点|重点工作|今年|建议|今后|未来"
)
_PLAN = re.compile(r"十([一二三四五六])五")
_YEAR = re.compile(r"(20\d{2})年")
_THIS_YEAR = re.compile(
    r"今年，?(?:我们|全市|全县|全区|市政府)?(?:要|将|重点|工作的)|做好20\d{2}年|将重点|20\d{2}年，?(?:我们)?将"
)
_MONTHS_NAMED = {3: "-Q1", 6: "-H1"}
_UNTIL = re.compile(r"截[至止](?:20\d\d年)?(\d{1,2})月|(?<!\d)1[-—－–~～至](\d{1,2})月")
_TARGET_TEXT = re.compile(r"目标(?:任务)?(?:为|是|：|:)")


def _plan_years(title: str) -> str:
    match = _PLAN.search(title)
    if not match:
        return ""
    first = 2001 + 5 * "一二三四五六".index(match[1]) + 5
    return f"{first}/{first + 4}"


def _progress_period(title: str, year: str) -> str:
    if not year:
        return ""
    if "半年" in title:
        return f"{year}-H1"
    if "一季度" in title:
        return f"{year}-Q1"
    if "三季度" in title:
        return f"{year}-01/{year}-09"
    until = _UNTIL.search(title)
    month = int(until[1] or until[2]) if until else 12
    if month in _MONTHS_NAMED:
        return f"{year}{_MONTHS_NAMED[month]}"
    if 1 < month < 12:
        return f"{year}-01/{year}-{month:02d}"
    return year


def _by_titles(titles: tuple[str, ...], year: int) -> Setting | None:
    """Read the path of headings, outermost first: the first that decides wins."""
    for title in titles:
        if "五年" in title and _REVIEW.search(title):
            return Setting("actual", f"{year - 5}/{year - 1}", True)
        if "五年" in title and _TARGET.search(title):
            return Setting("target", f"{year}/{year + 4}", False)
        named = _YEAR.search(title)
        if named and int(named[1]) < year - 1 and "年以来" in title:
            return Setting("actual", f"{named[1]}/{year - 1}", True)
        if named and int(named[1]) < year:
            return Setting("actual", named[1], True)
        plan = _plan_years(title)
        if plan and _REVIEW.search(title) and int(plan[-4:]) < year:
            return Setting("actual", plan, True)
        if _REVIEW.search(title) and not (named and int(named[1]) >= year):
            return Setting("actual", str(year - 1), True)
        if named and int(named[1]) == year:
            return Setting("target", named[1], False)
        if plan and _TARGET.search(title):
            return Setting("target", plan, False)
        if _TARGET.search(title):
            return Setting("target", str(year), False)
    return None


def setting(paragraph: ParagraphText, context: Context, before: Setting | None = None) -> Setting:
    """Return the kind and period of a paragraph's figures unless the sentence says otherwise.

    `before` is the setting of the paragraph before: a heading that does not
    decide (政府自身建设 …) follows it.
    """
    year = context.year
    written = str(year) if year else ""
    if context.kind is Kind.PROGRESS_TABLE:
        if paragraph.role is Role.PROGRESS:
            titles = context.title_zh + "".join(paragraph.section_titles)
            return Setting("progress", _progress_period(titles, written), False)
        return Setting("target", written, False)
    if context.kind is Kind.RESPONSIBILITY_BREAKDOWN:
        plan = next((p for t in paragraph.section_titles if (p := _plan_years(t))), "")
        return Setting("target", plan or written, False)
    if year is None:
        return Setting("actual", "", False)
    found = _by_titles(paragraph.section_titles, year)
    if found:
        return found
    if paragraph.section_titles and before:
        return before
    if _TARGET_TEXT.search(paragraph.text):
        return Setting("target", written, False)
    if _THIS_YEAR.search(paragraph.text):
        return Setting("target", written, False)
    if "今年" in paragraph.text:
        return Setting("actual", written, False)
    return Setting("actual", str(year - 1), True)
