"""The trimmed, non-empty lines of a text, with a bullet told apart."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from build_site.model.text import Span

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
# pictures in front of a heading; ❶ to ➓ are numbers
_PICTURE = r"[\u2600-\u2775\u2794-\u27bf\u2b50\u2b55\U0001f300-\U0001faff][\ufe0f\u200d]?"
_BULLET = re.compile(rf"(?:[•●◆■▪‧◦►▶]|{_PICTURE}|#{{1,6}}(?=[ \t]))\s*(?=\S)")
# A page saved as one line opens with its title: 2022年某市政府工作报告 各位代表：
_RUN_IN_TITLE = re.compile(
    r"[^。！？；，：\s]{0,40}政府工作报告(?:\s*[（(]\d{4}年?[）)])?(?=\s+(?:\S.{0,160}?)?各位代表)"
)
_FLAT = 200  # code points of a line that holds more than a title
_FOOT_REACH = 1500  # code points from the end of a flat line in which its furniture starts
_CLOSED = re.compile(r"[！!][”’」]?\s+(?=\S)")
_LABEL = (
    r"(?:关键[词字]|标签|责任编辑|责编|编辑|作者|来源|信息来源|发布时间|发布日期|时间|点击|浏览|相关|上一篇|下一篇"
    r"|免责声明|版权|声明|分享|打印|扫一扫|附件下载|Copyright|©|【?(?:关闭|打印|收藏))"
)
_FOOT = re.compile(_LABEL)
_META = re.compile(rf"{_LABEL}[：:]")
# 2021年1月26日在…会议上, or the title once more, ends the furniture in front of a flat text
_SESSION = re.compile(
    r"[（(—]*(?:[12]\d{3}年\d{1,2}月\d{1,2}日[，,]?)?在[^。！？；\s]{2,40}(?:会议|大会)上"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One trimmed line. `text` is what `span` marks; `bullet` is the mark in front of it."""

    span: Span
    text: str
    bullet: Span | None = None


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` that hold anything but white space, in order."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        bullet = _BULLET.match(body)
        mark: Span | None = None
        if bullet:
            mark = Span(start, start + len(bullet.group().rstrip()))
            start += bullet.end()
            body = body[bullet.end() :]
        title = _RUN_IN_TITLE.match(body) if len(body) >= _FLAT else None
        if title:
            found.append(Line(Span(start, start + title.end()), title.group(), mark))
            rest = body[title.end() :].lstrip()
            start, body, mark = start + len(body) - len(rest), rest, None
        if len(body) < _FLAT:
            found.append(Line(Span(start, start + len(body)), body, mark))
            continue
        for part in _parted(body):
            found.append(Line(Span(start + part.start, start + part.end), part.of(body), mark))
            mark = None
    return found


def _parted(body: str) -> list[Span]:
    """Return a line that holds a whole page, taken apart where its furniture ends and starts."""
    cuts = [0, len(body)]
    address = body.find("各位代表", 0, 2 * _FLAT)
    session = _SESSION.search(body, 0, address) if address > 0 else None
    if session and _META.match(body):
        cuts.append(session.start())
    for closing in _CLOSED.finditer(body, max(0, len(body) - _FOOT_REACH)):
        if _FOOT.match(body, closing.end()):
            cuts.append(closing.end())
            break
    parts = [Span(a, b) for a, b in itertools.pairwise(sorted(set(cuts)))]
    return [Span(p.start, p.start + len(p.of(body).rstrip())) for p in parts]
