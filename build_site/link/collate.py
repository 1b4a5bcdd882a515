"""Collate two witnesses of one document: what the other reads where the base reads something else.

The two texts are anchored on stretches that each holds exactly once; what lies
between two anchors is compared character by character. Paragraph breaks of the
other witness do not matter, nor do width of marks and spaces.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from build_site.model.publication import Variant

_SHINGLE = 12  # code points of an anchor
_WIDEST = 3_000  # code points between two anchors that are compared one by one
_ALIKE = 0.3  # of a paragraph must stand in the other witness to be read there
_WIDE = str.maketrans(",:;?!()%", "，：；？！（）％")


class Reading(NamedTuple):
    """What the other witness has for paragraph number `place` of the base; empty if nothing."""

    place: int  # from zero
    text: str


def _folded(text: str) -> tuple[str, list[int]]:
    """Return `text` without spaces and with full-width marks, and where each character stood."""
    wide = text.translate(_WIDE)
    places = [at for at, char in enumerate(wide) if not char.isspace()]
    return "".join(wide[at] for at in places), places


def collate(base: Sequence[str], other: Sequence[str]) -> Iterator[Reading]:
    """Yield the reading of the other witness for each paragraph of the base that differs there.

    Both are paragraphs in order. A paragraph that the other witness lacks yields
    an empty reading; what only the other has is read with the paragraph before it
    if it stands in the same gap.
    """
    folded = [_folded(paragraph)[0] for paragraph in base]
    ends: list[int] = []
    for paragraph in folded:
        ends.append((ends[-1] if ends else 0) + len(paragraph))
    whole = "\n".join(other)
    there, places = _folded(whole)
    pairs = _aligned("".join(folded), there)
    mine = [a for a, _ in pairs]
    start = low = 0
    for index, end in enumerate(ends):
        begin = start
        start = end
        first, last = bisect_left(mine, begin), bisect_left(mine, end)
        if last - first < _ALIKE * (end - begin) or first == last:
            if end > begin:
                yield Reading(index, "")
            continue
        head = max(low, pairs[first][1] - (pairs[first][0] - begin))
        same = there.find(folded[index], low, head + 2 * (end - begin))
        if same >= 0:
            low = same + len(folded[index])
            continue
        tail = pairs[last - 1][1] + 1
        room = (pairs[last][1] if last < len(pairs) else len(there)) - tail
        missing = end - 1 - pairs[last - 1][0]
        following = pairs[last][0] - end if last < len(pairs) else 0
        # what differs at the joint of two paragraphs is shared as the base shares it
        tail += min(room, missing) if following else (room if missing else 0)
        low = tail
        if there[head:tail] != folded[index]:
            yield Reading(index, whole[places[head] : places[tail - 1] + 1].strip())


def _aligned(one: str, other: str) -> list[tuple[int, int]]:
    """Return the pairs of offsets at which the same character stands in both texts, in order."""
    pairs: list[tuple[int, int]] = []
    at = there = 0
    for a, b in [*_anchors(one, other), (len(one), len(other))]:
        if a < at or b < there:
            continue
        gap, gap_there = one[at:a], other[there:b]
        if len(gap) <= _WIDEST and len(gap_there) <= _WIDEST:
            for block in SequenceMatcher(
                None, gap, gap_there, autojunk=False
            ).get_matching_blocks():
                pairs += [(at + block.a + i, there + block.b + i) for i in range(block.size)]
        size = _SHINGLE if a < len(one) else 0
        pairs += [(a + i, b + i) for i in range(size)]
        at, there = a + size, b + size
    return pairs


def _anchors(one: str, other: str) -> list[tuple[int, int]]:
    """Return where stretches stand that both texts hold exactly once, rising in both."""
    here, there = _once(one), _once(other)
    found = sorted((at, there[shingle]) for shingle, at in here.items() if shingle in there)
    chain: list[int] = []  # ends of the longest rising runs, by length
    ends: list[int] = []
    before: list[int] = [-1] * len(found)
    for index, (_, b) in enumerate(found):
        length = bisect_left(ends, b)
        before[index] = chain[length - 1] if length else -1
        if length == len(chain):
            chain.append(index)
            ends.append(b)
        else:
            chain[length], ends[length] = index, b
    path: list[tuple[int, int]] = []
    index = chain[-1] if chain else -1
    while index >= 0:
        path.append(found[index])
        index = before[index]
    return path[::-1]


def _once(text: str) -> dict[str, int]:
    """Return where each stretch that stands exactly once in `text` stands."""
    seen: dict[str, int] = {}
    twice: set[str] = set()
    for at in range(len(text) - _SHINGLE + 1):
        shingle = text[at : at + _SHINGLE]
        if shingle in seen:
            twice.add(shingle)
        seen[shingle] = at
    return {shingle: at for shingle, at in seen.items() if shingle not in twice}


def variants(
    document_id: str,
    capture_id: str,
    base: Sequence[tuple[str, str]],
    other: Sequence[str],
) -> Iterator[Variant]:
    """Yield a row per paragraph of a published document that another capture reads otherwise.

    `base` are (paragraph id, text) of the published witness in order, `other` the
    paragraphs of the withheld one, whose capture is `capture_id`.
    """
    for index, text in collate([text for _, text in base], other):
        yield Variant(document_id, base[index][0], capture_id, text)
