"""Where the missing half of a quotation stands, and which names lost both halves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from build_site.repair.characters import HAN
from build_site.repair.flattened import Half, halves
from build_site.repair.quote_places import STOPS, beginning, ending, goes_on
from build_site.repair.words import likelihood
from build_site.vocab.flattening import flattening, often_quoted_terms, quoted_terms

_WHOLE = re.compile(r"“([^“”\n]{2,14})”")
_SIBLING = re.compile(r"“([^“”\n]{2,14})”$")
_NAME = re.compile(rf"[{HAN}0-9A-Za-z+·\-、 ]+")
_NUMERAL = "一二两三四五六七八九十百千万双"
_BARE_NUMBER = re.compile("[0-9]+(?![0-9]|分钟|小时|[个条件项])")
_CODE = re.compile(r"[0-9]+(?:\+[0-9]*)+|[0-9]*\+[0-9]+")
_CODE_END = re.compile(r"[0-9]+\+[0-9]+[A-Z]?$")
POLICIES = ("配套", "政策", "措施", "举措", "意见", "惠企", "新政")
"""What follows a number of policies: “56条”配套政策."""
_STOP = re.compile(f"[{STOPS}]")
_BOUND = 3.0  # nats
_LONGEST = 14
_LONG_NAME = 6  # code points: so long a name is not met by chance
_WHOLE_NAME = 4  # code points: what follows so long a name is no part of its last word
_SURE_LENGTH = 6  # code points between a verb and a closing mark that are one name


_LEAD = 3.0  # nats between the likeliest place and the next that prove it
_COUNTED_LEAD = 0.5  # the same before 等 or a number
_OPENING_LEAD = 1.0  # the same behind a verb


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
    """Return the names that complete a quotation which lost one of its marks."""
    return own_terms(text) | quoted_terms() | often_quoted_terms()


def forget() -> None:
    """Drop what is remembered of texts: for evaluations that change the lists of names."""
    _terms.cache_clear()
    own_terms.cache_clear()


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
    length = _known_behind(text, half)
    if length and not goes_on(text, low, low + length):
        return Place(low + length, "”", True)
    if code := _CODE.match(text, low, half.high):
        return Place(code.end(), "”", False)
    end = next((i for i in range(low, half.high) if text[i] in STOPS), half.high)
    words = text[low:end]
    number = _BARE_NUMBER.match(words)
    if number and words[number.end() :][:2] in ("", *POLICIES):
        return Place(low + number.end(), "”", False)
    if peer and words[:1] and words[0] in _NUMERAL:
        start = _numeral_start(text, peer)
        if start is not None and peer.at - start <= len(words):
            return Place(low + peer.at - start, "”", True)
    if alike := _like_sibling(text, half, words):
        return Place(low + alike, "”", True)
    guess = ending(text, low, half.high)
    at = guess.at if guess else end
    again = _recurring(text, low, end)
    if again == end - low:  # all up to the stop stands elsewhere in the same words
        return Place(end, "”", True)
    counted = re.match(rf"([{HAN}]{{2,8}}?)(?=等|[0-9])", words)
    lead = guess.lead if guess and at - low <= _LONGEST else 0.0
    if counted and at - low == counted.end():
        return Place(at, "”", lead >= _COUNTED_LEAD)
    return Place(at, "”", at - low == again or (lead >= _LEAD and at == end))


def _like_sibling(text: str, half: Half, words: str) -> int:
    """Return the length of a name made like the one quoted right before it; 0 if none is.

    “凤凰行动”“雄鹰行动 ends alike; “美丽小区”“美丽街巷 begins alike and is as long.
    """
    sibling = _SIBLING.search(text, max(0, half.at - _LONGEST - 2), half.at)
    if not sibling:
        return 0
    at = words.find(sibling[1][-2:], 1)
    if 0 < at <= _LONGEST:
        return at + 2
    alike = words[:2] == sibling[1][:2] and len(words) >= len(sibling[1]) >= _WHOLE_NAME
    return len(sibling[1]) if alike else 0


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
    start = max((text.rfind(stop, low, high) + 1 for stop in STOPS), default=low)
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
    if code := _CODE_END.search(text, start, high):
        return Place(code.start(), "“", False)
    guess = beginning(text, low, high)
    if guess is None or guess.at != best:
        return Place(guess.at if guess else best, "“", False)
    sure = best > start and not inner and guess.lead >= _OPENING_LEAD
    return Place(best, "“", sure and 2 <= length <= _SURE_LENGTH)


def bare_terms(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, proved) of names that stand without their quotation marks.

    Proved: the name stands quoted elsewhere in `text`, and either clean reports always
    quote it or the same character follows it there. Names inside quotation marks or 《》
    and inside longer names are left; offsets are code points.
    """
    own = own_terms(text)
    terms = {t: t in own for t in own | quoted_terms()}
    terms |= {t.replace(" ", ""): True for t in own}
    quoted = [m.span() for m in re.finditer("“[^“”\n]*”|《[^《》\n]*》", text)]
    at = 0
    for start, end in _found(text, terms):
        name = text[start:end]
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        if at < len(quoted) and quoted[at][0] < end:
            continue
        if text[start - 1 : start] in tuple("“”‘·") or text[end : end + 1] in tuple("”“’·"):
            continue
        if text[end : end + 1] in tuple(_NUMERAL) and name[-1] in _NUMERAL:
            continue  # the beginning of a longer formula
        short = end - start < _WHOLE_NAME and end < len(text)
        if short and _one_word(text[end - 1 : end + 1]):
            continue
        proved = terms[name] and (
            name in quoted_terms()
            or len(name) >= _LONG_NAME
            or (f"“{name}”{text[end : end + 1]}" in text and text[end : end + 1] not in STOPS)
        )
        if proved or name in quoted_terms():
            yield start, _with_twin(text, start, end), proved


def _found(text: str, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where names of three code points and more stand, the longest at each place."""
    by_head: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda t: (-len(t), t)):
        if len(term) >= 3:
            by_head.setdefault(term[:2], []).append(term)
    at = 0
    while at < len(text) - 2:
        term = next((t for t in by_head.get(text[at : at + 2], ()) if text.startswith(t, at)), "")
        if term:
            yield at, at + len(term)
        at += len(term) or 1


def _with_twin(text: str, start: int, end: int) -> int:
    """Return where a name ends that goes on behind 、 in the same measure: 开门红、开门好."""
    length = end - start
    twin = text[end + 1 : end + 1 + length + 1]
    if text[end : end + 1] != "、" or twin[:1] != text[start]:
        return end
    same = next((i for i in (length, length + 1) if not re.search(_STOP, twin[:i])), 0)
    return end + 1 + same if same == length else end


def _one_word(pair: str) -> bool:
    """Return whether two characters are far likelier together than apart."""
    return likelihood(pair) > likelihood(pair[0]) + likelihood(pair[1]) + _BOUND
