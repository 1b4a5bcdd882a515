"""Show the edits inside a published paragraph: what was conjectured, what is missing.

The tables keep offsets into the capture. Between two edits capture and text
run in step, so the places in the published text follow by walking the edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from build_site.publish.pages_shelf import number, text
from build_site.publish.row import Row

DOUBTFUL = ("conjecture", "correction")  # kinds of edits that are marked in the text


class Run(NamedTuple):
    """A stretch of a published paragraph; `kind` is plain, mechanical, correction, conjecture
    or lacuna. `before` is what the capture has there; `row` the edit or lacuna, if any."""

    kind: str
    after: str
    before: str
    row: Row | None = None


def runs(paragraph: Row, edits: Sequence[Row], lacunae: Sequence[Row] = ()) -> list[Run]:
    """Return the paragraph cut at its edits and lacunae; joined `after` is the paragraph.

    If the edits do not fit the text (they overlap its border), the paragraph
    comes back whole: a page must never show a text that is not in the table.
    """
    whole = text(paragraph, "text_zh")
    cut: list[Run] = []
    raw, at = number(paragraph, "raw_start"), 0
    for edit in sorted(edits, key=lambda e: number(e, "raw_start")):
        gap = number(edit, "raw_start") - raw
        after = text(edit, "after")
        if gap < 0 or not whole.startswith(after, at + gap) or at + gap > len(whole):
            return _with_lacunae([Run("plain", whole, whole)], lacunae)
        if gap:
            cut.append(Run("plain", whole[at : at + gap], whole[at : at + gap]))
        cut.append(Run(text(edit, "certainty"), after, text(edit, "before"), edit))
        at += gap + len(after)
        raw = number(edit, "raw_end")
    if at < len(whole):
        cut.append(Run("plain", whole[at:], whole[at:]))
    return _with_lacunae(cut, lacunae)


def _with_lacunae(cut: Sequence[Run], lacunae: Sequence[Row]) -> list[Run]:
    """Put each lacuna where its offset in the published text says."""
    out: list[Run] = []
    waiting = sorted(lacunae, key=lambda row: number(row, "start"))
    at = 0
    for run in cut:
        rest = run
        while waiting and number(waiting[0], "start") < at + len(rest.after):
            gap = waiting.pop(0)
            split = number(gap, "start") - at
            # an edit stays whole: a lacuna inside it is shown before it
            if split > 0 and run.row is None:
                out.append(Run("plain", rest.after[:split], rest.after[:split]))
                rest = Run("plain", rest.after[split:], rest.after[split:])
                at += split
            out.append(Run("lacuna", "", "", gap))
        out.append(rest)
        at += len(rest.after)
    out += [Run("lacuna", "", "", gap) for gap in waiting]
    return out


def captured(parts: Sequence[Run]) -> str:
    """Return the paragraph as it stands in the capture, as far as it may be shown."""
    return "".join(part.before for part in parts)


def lead_end(paragraph: Row) -> int:
    """Return where the run-in heading of a paragraph ends in its text, 0 if it has none."""
    return number(paragraph, "lead_end")


def with_lead(parts: Sequence[Run], end: int) -> list[tuple[Run, bool]]:
    """Return runs with a mark on those that belong to the first `end` characters."""
    out: list[tuple[Run, bool]] = []
    at = 0
    for run in parts:
        inside = end - at
        if run.kind == "plain" and 0 < inside < len(run.after):
            out.append((Run("plain", run.after[:inside], run.after[:inside]), True))
            out.append((Run("plain", run.after[inside:], run.after[inside:]), False))
        else:
            out.append((run, inside > 0))
        at += len(run.after)
    return out


def with_links(
    parts: Sequence[tuple[Run, bool]], links: Sequence[tuple[int, int, str]]
) -> list[tuple[Run, bool]]:
    """Return runs with an `open` run (its `before` is the address) and a `close` run at figures.

    `links` are (start, end, address) in the published paragraph, in order. A
    figure that begins or ends inside an edit, or crosses the border of the
    run-in heading, stays without a link: edits are shown whole.
    """
    out: list[tuple[Run, bool]] = list(parts)
    for start, end, address in links:
        cut = _cut_at(_cut_at(out, start), end)
        first, last = _index_at(cut, start), _index_at(cut, end)
        if first is None or last is None or len({lead for _, lead in cut[first:last]}) != 1:
            continue
        opened, closed = (Run("open", "", address), False), (Run("close", "", ""), False)
        out = [*cut[:first], opened, *cut[first:last], closed, *cut[last:]]
    return out


def _cut_at(parts: Sequence[tuple[Run, bool]], place: int) -> list[tuple[Run, bool]]:
    """Return runs with the plain run that spans `place` cut in two there."""
    out: list[tuple[Run, bool]] = []
    at = 0
    for run, lead in parts:
        inside = place - at
        at += len(run.after)
        if run.kind == "plain" and run.row is None and 0 < inside < len(run.after):
            out.append((Run("plain", run.after[:inside], run.before[:inside]), lead))
            out.append((Run("plain", run.after[inside:], run.before[inside:]), lead))
        else:
            out.append((run, lead))
    return out


def _index_at(parts: Sequence[tuple[Run, bool]], place: int) -> int | None:
    """Return the index of the first run that begins at `place`; the end of all counts, too."""
    at = 0
    for index, (run, _) in enumerate(parts):
        if at == place:
            return index
        at += len(run.after)
    return len(parts) if at == place else None
