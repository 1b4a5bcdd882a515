"""Who is responsible: the run of text that names officials and agencies, taken apart.

Agencies are separated by 、 outside brackets, so that
`各区县政府〈南太湖新区、长合区管委会〉` stays one agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_site.model.task import TaskAgency
from build_site.model.text import Span
from build_site.structure.officials import Official, split_official

_OPEN, _CLOSE = "（(<〈《【〔[＜", "）)>〉》】〕]＞"
_PEOPLE = (
    "(?:牵头|联系|责任|分管|负责|包联|挂钩|挂联|领办|主管|协管)(?:的)?"
    "[市县区州省盟旗]?(?:委|府|政府)?(?:领导|负责人|责任人|负责同志)"
)
_BODIES = (
    "(?:主要|第一|具体)?(?:责任|牵头|主办|承办|主责|负责|落实|实施|主管|完成|配合|协办|协同|协助|参与|参加)"
    "(?:[（(](?:责任|牵头|主办|配合)[）)]|[、和及](?:责任|牵头|主办|配合))?(?:单位|部门|地区|机构)"
)
_OTHER = "(?:完成|办结|办理)(?:时限|时间|期限)|时间节点|时限要求|责任人|责任科室|联系人|备注"
_LABEL = re.compile(
    rf"(?:(?P<person>{_PEOPLE}|领导)|(?P<body>{_BODIES})|(?P<other>{_OTHER}))\s*[：:]\s*"
)
_START = re.compile(rf"(?:[（(【〔\[]\s*)?(?={_PEOPLE}\s*[：:]|{_BODIES}\s*[：:])")
_WHO_DOES = re.compile(
    r"[（(](?P<who>[^（）()]{2,240}?(?:牵头|负责|配合|落实|参与|参加|承办|主办))[）)]"
)
_DUTY = re.compile(
    "(?:等)?(?:按(?:照)?(?:各自)?职责(?:分工)?|分别|共同|具体|协同|统筹|积极)?"
    "(?:牵头负责|分工负责|牵头|负责|协同配合|配合|落实|参与|参加|承办|主办|协办)$"
)
_NOTE = re.compile(r"[（(][^（）()]*(?:第一|首位|下同|排名|排序|为牵头)[^（）()]*[）)]$")
_MARK = re.compile(r"[（(](牵头|主办|主责|配合|协办|参与)(?:单位|部门)?[）)]$")
_SUFFIX = re.compile(
    "(?:局|委|办|厅|署|院|部|会|处|室|中心|公司|集团|政府|支队|大队|总队|海关|银行|人行|联|社|单位|部门"
    "|学校|大学|学院|所|站|专班|小组|指挥部|办公室|街道|乡镇|镇街|县区|区县|市区|校|行|站|台|军分区|[县市区镇乡])$"
)
LEAD, SUPPORTING = "lead", "supporting"


@dataclass(frozen=True, slots=True)
class Named:
    """An agency's name with the role its label gives it; empty where the label gives none."""

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Tail:
    """A run that says who is responsible; `span` includes its brackets and closing mark."""

    span: Span
    officials: tuple[Official, ...]
    named: tuple[Named, ...]


def role_of(label: str) -> str:
    """Return the role a label or column head gives: lead, supporting or empty (责任单位)."""
    if re.search("配合|协办|协同|协助|参与|参加", label) and not re.search("牵头|主办", label):
        return SUPPORTING
    return LEAD if re.search("牵头|主办|主责|第一责任", label) else ""


def looks_like_agency(words: str) -> bool:
    """Return whether `words` reads as an agency: no digits, no clause, a known ending."""
    bare = re.sub(r"[（(<〈《＜].*$", "", words.strip())
    if not 2 <= len(bare) <= 24 or re.search(r"[\d。；;：:，,“”%％]", bare):
        return False
    return bool(_SUFFIX.search(bare)) or bool(re.fullmatch("(?:各|有关|相关)?[^的]{2,10}等", bare))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield the names of a list: split on 、，； outside brackets, and at 及 before 市, 各 …"""
    start, depth = span.start, 0
    for at in range(span.start, span.end + 1):
        char = text[at] if at < span.end else "、"
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif at == span.end or (depth == 0 and char in "、，,；;\t|｜\n　"):
            yield from _conjoined(text, Span(start, at))
            start = at + 1


def _conjoined(text: str, span: Span) -> Iterator[Span]:
    words = span.of(text)
    for match in re.finditer("(?:以及|[及和与])(?=[市省县区州各有相])", words):
        left, right = words[: match.start()], words[match.end() :]
        if looks_like_agency(left) and looks_like_agency(right):
            yield _trimmed(text, Span(span.start, span.start + match.start()))
            yield from _conjoined(text, Span(span.start + match.end(), span.end))
            return
    trimmed = _trimmed(text, span)
    if trimmed.start < trimmed.end:
        yield trimmed


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \t\u3000\u00a0。.；;、，,"))
    end = span.end - (len(words) - len(words.rstrip(" \t\u3000\u00a0。.；;、，,")))
    return Span(start, max(start, end))


def listed(text: str, span: Span, role: str = "") -> tuple[Named, ...]:
    """Return the agencies of a plain list such as a table cell, in order.

    An explanatory note (`（列第一位者为工作牵头单位，下同）`) is not part of a
    name; a mark (`（牵头）`) gives the role; a closing 等 is left out.
    """
    found: list[Named] = []
    for piece in _pieces(text, span):
        words, own = piece.of(text), role
        note = _NOTE.search(words)
        if note:
            words = words[: note.start()]
        mark = _MARK.search(words)
        if mark:
            words, own = words[: mark.start()], role_of(mark[1])
        words = re.sub("等(?:有关|相关)?(?:单位|部门)?$", "", words) if len(words) > 5 else words
        name = _balanced(words)
        if name.strip():
            found.append(Named(Span(piece.start, piece.start + len(name)), own))
    return tuple(found)


def _balanced(words: str) -> str:
    """Return `words` without a closing bracket at its end that nothing opens."""
    while words and words[-1] in _CLOSE:
        if sum(c in _CLOSE for c in words) <= sum(c in _OPEN for c in words):
            break
        words = words[:-1]
    return words.rstrip()


def tails(text: str, span: Span) -> tuple[Tail, ...]:
    """Return the runs of `span` that say who is responsible, in order.

    Each begins at a label (`（责任单位：`, `牵头市领导：`), with or without its
    bracket, or is a bracket of the form `（A牵头，B配合）`, and ends at its own
    bracket, at 。 or at ； unless another label follows.
    """
    found: list[Tail] = []
    at = span.start
    while at < span.end:
        label = _START.search(text, at, span.end)
        duty = _duties(text, Span(at, label.start() if label else span.end))
        if duty:
            found.append(duty)
            at = duty.span.end
        elif label:
            found.append(_labelled(text, label.start(), label.end(), span.end))
            at = found[-1].span.end
        else:
            break
    return tuple(found)


def _labelled(text: str, start: int, at: int, stop: int) -> Tail:
    officials: list[Official] = []
    named: list[Named] = []
    while at < stop and (label := _LABEL.match(text, at, stop)):
        end = _field_end(text, label.end(), stop)
        field = Span(label.end(), end)
        if label["person"]:
            parts = (split_official(p) for p in re.split("[、，,]", field.of(text)))
            officials += [p for p in parts if p]
        elif label["body"]:
            named += listed(text, field, role_of(label["body"]))
        at = end
        # A separator, perhaps behind a stray bracket, leads on to the next label.
        more = re.compile(r"[）)]?[，,；;。、\s（(]*").match(text, at, stop)
        if more and _LABEL.match(text, more.end(), stop):
            at = more.end()
            continue
        closing = re.compile(r"[）)】〕\]]?[；;。]?").match(text, at, stop)
        at = closing.end() if closing else at
        break
    return Tail(Span(start, at), tuple(officials), tuple(named))


def _field_end(text: str, at: int, stop: int) -> int:
    depth = 0
    while at < stop:
        char = text[at]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE and depth == 0:
            return at
        elif char in _CLOSE:
            depth -= 1
        elif depth == 0 and (char in "；;。\n" or _LABEL.match(text, at, stop)):
            return at
        at += 1
    return stop


def _duties(text: str, span: Span) -> Tail | None:
    """Return the first bracket of the form `（A牵头，B、C配合）` in `span`."""
    for match in _WHO_DOES.finditer(text, span.start, span.end):
        named: list[Named] = []
        at = match.start("who")
        for part in re.split("(?<=[，,；;])", match["who"]):
            duty = _DUTY.search(part.rstrip("，,；;"))
            end = at + (duty.start() if duty else len(part))
            role = role_of(duty.group()) if duty else ""
            names = listed(text, Span(at, end), role)
            named += [n for n in names if n.span.of(text) not in ("等", "")]
            at += len(part)
        if named and all(looks_like_agency(n.span.of(text)) for n in named):
            end = match.end()
            end += 1 if text[end : end + 1] in ("。", "；", ";") and end < span.end else 0
            return Tail(Span(match.start(), end), (), tuple(named))
    return None


def assigned(text: str, named: Iterable[Named], item: int | None = None) -> list[TaskAgency]:
    """Return agencies with their roles: the first-named leads unless labels name the lead."""
    names = list(named)
    told = any(n.role == LEAD for n in names)
    first = next((i for i, n in enumerate(names) if not n.role), None)
    found = []
    for index, name in enumerate(names):
        role = name.role or (LEAD if index == first and not told else SUPPORTING)
        found.append(TaskAgency(name.span.of(text), role, name.span, item))
    return found
