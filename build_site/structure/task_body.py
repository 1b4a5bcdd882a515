"""One task taken apart: what is to be done, by whom, led by whom, what has been done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from build_site.model.report import Role
from build_site.model.task import TaskAgency, TaskItem
from build_site.model.text import Span
from build_site.structure.agencies import Named, Tail, assigned, tails
from build_site.structure.officials import Official


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a target with the agencies and officials named behind it."""

    spans: tuple[Span, ...]
    tails: tuple[Tail, ...]

    @property
    def named(self) -> tuple[Named, ...]:
        """Return the agencies of all tails, in order."""
        return tuple(name for tail in self.tails for name in tail.named)

    @property
    def officials(self) -> tuple[Official, ...]:
        """Return the officials of all tails, in order."""
        return tuple(one for tail in self.tails for one in tail.officials)


@dataclass(slots=True)
class Body:
    """The parts of a task as they are found; spans in code points of the repaired text."""

    parts: list[tuple[Span, Role]] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)

    def add(self, text: str, block: Span) -> None:
        """Take in a block of the target cell: its target text and its tails."""
        at = block.start
        for tail in tails(text, block):
            self._target(text, Span(at, tail.span.start))
            self._tail(tail)
            at = tail.span.end
        self._target(text, Span(at, block.end))

    def add_named(self, span: Span, named: Sequence[Named], officials: Sequence[Official]) -> None:
        """Take in a cell of its own that holds agencies or officials only."""
        self._tail(Tail(span, tuple(officials), tuple(named)))

    def _target(self, text: str, span: Span) -> None:
        span = trimmed(text, span)
        if span.start == span.end:
            return
        if not re.search(r"\w", span.of(text)) and self.parts:
            last, role = self.parts[-1]
            if not text[last.end : span.start].strip():
                self.parts[-1] = (Span(last.start, span.end), role)
                return
        self.parts.append((span, Role.TARGET))
        if self.shares and not self.shares[-1].tails:
            self.shares[-1] = Share((*self.shares[-1].spans, span), ())
        else:
            self.shares.append(Share((span,), ()))

    def _tail(self, tail: Tail) -> None:
        self.parts.append((tail.span, Role.AGENCIES))
        last = self.shares.pop() if self.shares else Share((), ())
        self.shares.append(Share(last.spans, (*last.tails, tail)))

    @property
    def assigned(self) -> bool:
        """Return whether anybody has been named yet."""
        return any(share.tails for share in self.shares)

    @property
    def target(self) -> tuple[Span, ...]:
        """Return the spans of the target text."""
        return tuple(span for span, role in self.parts if role is Role.TARGET)

    @property
    def officials(self) -> tuple[Official, ...]:
        """Return the officials named in the body, each once, in order."""
        return tuple(dict.fromkeys(one for share in self.shares for one in share.officials))

    def items(self) -> tuple[TaskItem, ...]:
        """Return the parts that have owners of their own; none if one owner has it all."""
        if sum(bool(share.tails) for share in self.shares) < 2:
            return ()
        return tuple(
            TaskItem(
                Span(share.spans[0].start, share.spans[-1].end),
                "、".join(one.name for one in share.officials),
            )
            for share in self.shares
            if share.spans
        )

    def agencies(self, text: str) -> tuple[TaskAgency, ...]:
        """Return the agencies with their roles; the index of the item where there are items."""
        found: list[TaskAgency] = []
        if not self.items():
            return tuple(assigned(text, (n for share in self.shares for n in share.named)))
        item = -1
        for share in self.shares:
            item += bool(share.spans)
            found += assigned(text, share.named, max(item, 0))
        return tuple(found)


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


def joined_officials(officials: Iterable[Official]) -> tuple[str, str]:
    """Return names and titles of officials, both joined by 、 in the same order.

    Titles are empty unless each official has one: a shorter list would pair wrongly.
    """
    known = list({one.name: one for one in officials}.values())
    titles = [one.title for one in known]
    names = "、".join(one.name for one in known)
    return names, "、".join(titles) if all(titles) else ""
