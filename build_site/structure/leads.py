"""Run-in headings: short sentences that open a paragraph and say what it is about."""

from __future__ import annotations

import re

from build_site.model.text import Span

_LEAD = re.compile(r"[^。！？；，：\s\d]{4,26}。(?=[^\s”’）])")
_LEAST_BODY = 40  # code points a paragraph must have behind its run-in heading
_INSIDE = re.compile(
    r"(?<=[。！？])(?P<lead>[^。！？；，、：\s\d]{4,16})。(?=(?P<next>[^。！？\n]{25,}[。！？]))"
)
# what is done to one thing or at one place heads no paragraph: 支持金华开展垃圾革命试点
_PARTICULAR = re.compile(r"(试点|全覆盖|落户.{2,4}|示范[县市区]|行动计划|应用|任务|提升工程|成果)$")
_ENUMERATED = re.compile(r"必须|[一二三四五六七八九十]+[是要]|我们|同时|其中|此外|特别是")
_APART = 120  # code points between two run-in headings of one flat paragraph
_PREDICATE = re.compile(
    r"(提升|完善|扩大|推进|明显|提速|加快|加强|改善|发力|壮大|奋进|优化|突出|进步|良好|显著|有力|有为"
    r"|有效|强劲|领先|深化|协调|增强|向好|见效|回升|提高|不足|落实|全面|繁荣|稳定|成效|增长|有增|有升"
    r"|持续|全面开展|积极落实|培育|整改)$"
)


def lead_of(text: str, paragraph: Span) -> Span | None:
    """Return the run-in heading a paragraph opens with, its stop included, if it may have one."""
    found = _LEAD.match(text, paragraph.start, paragraph.end)
    if not found or paragraph.end - found.end() < _LEAST_BODY:
        return None
    if _PARTICULAR.search(found.group()[:-1]) or "必须" in found.group():
        return None
    return Span(*found.span())


def _states(lead: str) -> bool:
    """Tell whether a lead states a result (治理成效明显) and does not announce work (深化改革)."""
    return _PREDICATE.search(lead) is not None


def leads_inside(text: str, paragraph: Span) -> list[int]:
    """Return where further run-in headings start inside a flat paragraph.

    They must be parallel: of the form of the first one, and far enough apart
    to have paragraphs of their own. Too few are found rather than wrong ones.
    """
    if paragraph.end - paragraph.start < 3 * _APART:
        return []
    first = lead_of(text, paragraph)
    found = [
        match
        for match in _INSIDE.finditer(text, paragraph.start, paragraph.end)
        if not _ENUMERATED.match(match["lead"])
        and not _PARTICULAR.search(match["lead"])
        and "，" in match["next"]
        and match["lead"].count("“") == match["lead"].count("”")
    ]
    if not found:
        return []
    if first:
        states = _states(first.of(text)[:-1])
    else:
        states = 2 * sum(_states(match["lead"]) for match in found) > len(found)
    kept: list[int] = []
    last = paragraph.start if first else None
    for match in found:
        start = match.start("lead")
        if _states(match["lead"]) is not states or paragraph.end - start < _APART // 2:
            continue
        if last is None or start - last >= _APART:
            kept.append(start)
            last = start
    return kept if len(kept) + (first is not None) >= 2 else []
