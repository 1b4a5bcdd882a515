"""Text whose GBK bytes were read one byte late: what the bytes prove, by re-encoding.

A lead byte falls away (it is printed as `?`), and the trail byte behind it is
taken for a lead byte, and so on, until a byte below 0x80 puts the reader back
in step. `火炬傳遞` is BE E6 | 82 F7 | DF 66 and becomes `火炬?鬟f`: F7 DF is 鬟, 66 is f.
If the reader falls back in step at a byte that can be no trail byte, both are
printed as one `?`: the last character and the byte behind it are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from build_site.repair.characters import is_han
from build_site.repair.readings import is_syllable, readings, tone_marks, toned_readings, toneless

MARKS = "?？\ufffd"
"""What a byte that cannot be read is printed as."""

_GLOSS_REST = re.compile(r"[(（]?([a-zü\u00e0-\u01dc\u0300-\u030c]{1,8})[)）]")
_STOPS = frozenset("。，、；：？！“”‘’（）《》〈〉【】—…·％～")
_LONGEST = 300  # characters a run may have
_MOST_ENDS = 8  # places a run may end at
_LEADS = range(0x81, 0xFF)
_NO_LEAD = 0x80  # a trail byte that begins no character: with the next byte it becomes one mark


@dataclass(frozen=True, slots=True)
class Run:
    """One reading of a damaged run.

    `trail` is the second byte of the first character, whose lead byte is lost
    (None if its trail is lost as well);
    `known` are the characters that the bytes prove; `lead` is the first byte of
    a last character whose trail is lost, None if the reader fell back in step.
    `opening` and `closing` are syllables of glosses cut by the damage.
    """

    start: int  # offset of the mark
    end: int  # offset behind the run
    trail: int | None
    known: str
    lead: int | None
    opening: str
    closing: str
    behind: str = ""  # syllable of the gloss that stands whole behind the run
    goes_on: bool = False  # the next run begins at `end`: its mark holds the trail 80 of the last


def encoded(char: str) -> bytes:
    """Return the GBK bytes of a character, private use included; empty if it has none."""
    try:
        code = char.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return code if len(code) <= 2 else b""


def decoded(lead: int, trail: int) -> str:
    """Return the character of two GBK bytes if prose could hold it, else nothing."""
    if not (0x81 <= lead <= 0xFE and 0x40 <= trail <= 0xFE and trail != 0x7F):
        return ""
    try:
        char = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return char if char in _STOPS or is_han(char) else ""


def gloss_rest(text: str, at: int) -> tuple[str, int]:
    """Return the syllable of a gloss that lost its opening bracket, and where it ends."""
    match = _GLOSS_REST.match(text, at)
    if match and is_syllable(match[1]) and tone_marks(match[1]) <= 1:
        return match[1], match.end()
    return "", at


def in_traditional(context: str) -> bool:
    """Return whether `context` holds Han characters that Simplified text does not use."""
    return any(is_han(c) and not c.encode("gb2312", "ignore") for c in context)


def runs(text: str, start: int) -> Iterator[Run]:
    """Yield the readings of a run that begins with the mark at `start`, shortest first.

    A digit is never taken for half of a character: a run ends before it.
    """
    opening, at = gloss_rest(text, start + 1)
    if text[start + 1 : start + 2] and text[start + 1] in MARKS:
        closing, end = gloss_rest(text, start + 2)
        if closing:  # both bytes of one character are gone; its gloss is left
            yield Run(start, end, None, "", None, "", closing)
        return
    trail: int | None = None
    carry: int | None = None  # lead byte waiting for its trail; None: the lost one
    known: list[str] = []
    ends = 0
    while at < len(text) and len(known) < _LONGEST and ends < _MOST_ENDS:
        char = text[at]
        code = encoded(char)
        if len(code) == 1 and carry is None and code[0] > 0x40:
            ends += 1
            yield Run(start, at + 1, code[0], "", None, opening, "", gloss_rest(text, at + 1)[0])
        if len(code) == 1 and carry is not None:
            last = decoded(carry, code[0])
            if last:
                ends += 1
                behind = gloss_rest(text, at + 1)[0]
                if not behind or _reads(last, behind):
                    run = "".join(known) + last
                    yield Run(start, at + 1, trail, run, None, opening, "", behind)
        if char in MARKS:
            closing, end = gloss_rest(text, at + 1)
            if carry is None and not closing:
                return
            if carry is not None and not closing and (last := decoded(carry, _NO_LEAD)):
                run = "".join(known) + last
                yield Run(start, at, trail, run, None, opening, "", goes_on=True)
            ends += 1
            yield Run(start, end, trail, "".join(known), carry, opening, closing)
        if char.isascii() and char.isdigit():
            return
        if len(code) == 1 and 0x21 <= code[0] <= 0x7E:
            code = bytes((0xA3, code[0] + 0x80))  # a full-width form, made half-width later on
        if len(code) != 2:
            return
        if carry is None:
            trail = code[0]
        else:
            found = decoded(carry, code[0])
            if not found:
                return
            known.append(found)
            if code[1] < 0x80:  # the reader took a letter for a trail byte: here it is in step
                if chr(code[1]).isalpha():
                    run = "".join(known) + chr(code[1])
                    yield Run(start, at + 1, trail, run, None, opening, "")
                return
        carry = code[1]
        at += 1


def first_characters(run: Run, before: str) -> tuple[str, ...]:
    """Return what the first character of a run can be; `before` is the character left of it.

    A gloss put in the middle of the damage names the character that a careless
    program saw there: the trail byte of `before` with the lost lead byte.
    """
    last = encoded(before)[-1:]
    leads = [b for b in _LEADS if last and _reads(_any(last[0], b), run.opening)] or list(_LEADS)
    if run.trail is None:
        named = [c for c in _named(toneless(run.closing)) if encoded(c)[0] in leads]
        exact = [c for c in named if run.closing in toned_readings(c)]
        return tuple(exact or named)
    found = [c for lead in leads if (c := decoded(lead, run.trail))]
    if run.behind and not run.known:
        return tuple(c for c in found if _reads(c, run.behind))
    return tuple(found)


@cache
def _named(syllable: str) -> tuple[str, ...]:
    """Return the characters that can be read `syllable`, without regard to tone."""
    pairs = ((lead, trail) for lead in _LEADS for trail in range(0x40, 0xFF))
    return tuple(c for p in pairs if (c := decoded(*p)) and syllable in readings(c))


def last_characters(run: Run) -> tuple[str, ...]:
    """Return what the last character of a run can be if a gloss names its reading, else nothing."""
    if run.lead is None or not run.closing:
        return ()
    candidates = [c for t in range(0x40, 0xFF) if (c := decoded(run.lead, t))]
    exact = [c for c in candidates if run.closing in toned_readings(c)]
    return tuple(exact or [c for c in candidates if toneless(run.closing) in readings(c)])


def _any(lead: int, trail: int) -> str:
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""


def _reads(char: str, syllable: str) -> bool:
    return len(char) == 1 and bool(syllable) and toneless(syllable) in readings(char)
