"""Where the missing half of a quotation stands, and which names lost both halves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from build_site.repair.characters import HAN
from build_site.repair.flattened import Half, halves
from build_site.vocab.flattening import flattening, quoted_terms

_WHOLE = re.compile(rf"“([^“”\n]{{2,14}})”")
_NAME = re.compile(rf"[{HAN}0-9A-Za-z+·\-、 ]+")
_STOPS = "，。；：、！？（）《》\n"
_NUMERAL = "一二两三四五六七八九十百千万双"
_CODE = re.compile(r"[0-9]+(?:\+[0-9]*)+|[0-9]*\+[0-9]+")
_LONGEST = 14
_LONG_NAME = 6  # code points: so long a name is not met by chance
_SURE_LENGTH = 6  # code points between a verb and a closing mark that are one name


class Place(NamedTuple):
    """Where a missing quotation mark belongs, and whether the text itself proves it."""

    at: int
    mark: str
    proved: bool


@lru_cache(maxsize=4)
def own_terms(text: str) -> frozenset[str]:
    """Return the names that `text` quotes whole somewhere."""
    return frozenset(
        term
        for term in _WHOLE.findall(text)
        if _NAME.fullmatch(term) and re.search(f"[{HAN}]", term) and "、" not in term
    )


@lru_cache(maxsize=4)
def _terms(text: str) -> frozenset[str]:
    return own_terms(text) | quoted_terms()


def missing_halves(text: str) -> Iterator[Place]:
    """Yield where the partner of each lone quotation mark of `text` belongs, by offset."""
    found = list(halves(text))
    for index, half in enumerate(found):
        if half.mark == "”":
            after = found[index + 1] if index + 1 < len(found) else None
            peer = after if after and after.mark == "“" and after.at == half.at + 1 else None
            yield _opening(text, half, peer)
        else:
            before = found[index - 1] if index else None
            peer = before if before and before.mark == "”" and before.at + 1 == half.at else None
            yield _closing(text, half, peer)


def _known_behind(text: str, half: Half) -> int:
    """Return the length of the longest known name that begins the stretch behind “; 0 if none."""
    for length in range(min(_LONGEST, half.high - half.low), 1, -1):
        if text[half.low : half.low + length] in _terms(text):
            return length
    return 0


def _closing(text: str, half: Half, peer: Half | None) -> Place:
    low = half.low
    if length := _known_behind(text, half):
        return Place(low + length, "”", True)
    if code := _CODE.match(text, low, half.high):
        return Place(code.end(), "”", False)
    end = next((i for i in range(low, half.high) if text[i] in _STOPS), half.high)
    words = text[low:end]
    if number := re.match(r"[0-9]+(?=[^0-9]|$)", words):
        if not words[number.end() :].startswith(("分钟", "小时", "个", "条", "件", "项")):
            return Place(low + number.end(), "”", False)
    if peer and words[:1] and words[0] in _NUMERAL:
        start = _numeral_start(text, peer)
        if start is not None and peer.at - start <= len(words):
            return Place(low + peer.at - start, "”", True)
    counted = re.match(rf"([{HAN}]{{2,8}}?)(?=等|[0-9])", words)
    if counted:
        return Place(low + counted.end(), "”", True)
    again = _recurring(text, low, end)
    if again and again < len(words):
        return Place(low + again, "”", True)
    return Place(end, "”", 2 <= len(words) <= _LONGEST and end < half.high)


def _recurring(text: str, low: int, end: int) -> int:
    """Return the length of the longest beginning that recurs elsewhere before other words."""
    for length in range(min(end - low, _LONGEST), 3, -1):
        words = text[low : low + length]
        if text.count(words) > 1:
            return length
    return 0


def _numeral_start(text: str, half: Half) -> int | None:
    """Return where a name of the shape 三医联动 begins before the mark of `half`."""
    words = text[max(half.low, half.at - 6) : half.at]
    found = re.search(rf"[{_NUMERAL}][{HAN}]{{2,5}}$", words)
    return half.at - (len(words) - found.start()) if found else None


def _opening(text: str, half: Half, peer: Half | None) -> Place:
    low, high = half.low, half.high
    for length in range(min(_LONGEST, high - low), 1, -1):
        whole = text[high - length - 1 : high - length] not in tuple("·—-+")
        if whole and text[high - length : high] in _terms(text):
            return Place(high - length, "“", True)
    if peer and text[peer.low : peer.low + 1] in tuple(_NUMERAL):
        start = _numeral_start(text, half)
        if start is not None:
            return Place(start, "“", True)
    start = max((text.rfind(stop, low, high) + 1 for stop in _STOPS), default=low)
    start = max(start, low)
    item = re.match(r"[ \t]*[0-9]{1,2}[.．、]", text[start:high])
    start += item.end() if item else 0
    best = start
    for verb in flattening().lead_verbs:
        at = text.rfind(verb, start, high - 1)
        if at >= 0:
            best = max(best, at + len(verb))
    length = high - best
    inner = any(c in _NUMERAL for c in text[best + 1 : high])
    return Place(best, "“", 2 <= length <= _SURE_LENGTH and best > start and not inner)


def bare_terms(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, proved) of names that stand without their quotation marks.

    Proved: the name stands quoted elsewhere in `text`, and either clean reports always
    quote it or the same character follows it there. Names inside quotation marks or 《》
    and inside longer names are left; offsets are code points.
    """
    own = own_terms(text)
    terms = {t.replace(" ", ""): t in own for t in sorted(_terms(text))}
    names = sorted((t for t in terms if len(t) >= 3), key=lambda t: (-len(t), t))
    if not names:
        return
    quoted = [m.span() for m in re.finditer("“[^“”\n]*”|《[^《》\n]*》", text)]
    at = 0
    for match in re.finditer("|".join(map(re.escape, names)), text):
        start, end = match.span()
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        if at < len(quoted) and quoted[at][0] < end:
            continue
        if text[start - 1 : start] in tuple("“”‘·") or text[end : end + 1] in tuple("”“’·"):
            continue
        if text[end : end + 1] in tuple(_NUMERAL) and match[0][-1] in _NUMERAL:
            continue  # the beginning of a longer formula
        proved = terms[match[0]] and (
            match[0] in quoted_terms()
            or len(match[0]) >= _LONG_NAME
            or (f"“{match[0]}”{text[end : end + 1]}" in text and text[end : end + 1] not in _STOPS)
        )
        if proved or match[0] in quoted_terms():
            yield start, end, proved
