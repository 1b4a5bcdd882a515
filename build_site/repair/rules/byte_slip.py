"""GBK bytes read one byte late."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.characters import HAN
from build_site.repair.rule import Stage, rule
from build_site.repair.rules.pinyin_gloss import pinyin_gloss
from build_site.repair.rules.traditional_to_simplified import simplified
from build_site.repair.slip import (
    MARKS,
    Run,
    first_characters,
    in_traditional,
    last_characters,
    runs,
)
from build_site.repair.spin_model import EDGE, ORDER, folded, official_prose
from build_site.repair.words import likelihood

_MARK = re.compile(f"(?<=[{HAN}“”‘’《》（）()、。，：；%0-9])[{MARKS}](?=\\S)")
_AROUND = 60  # code points looked at on either side, glosses included
_SEEN = 8  # code points of them weighed
_LEAST_GAIN = 6.0  # nats by which the restored reading must be likelier than the damage
_KEPT = 8  # first characters weighed together with the last ones
_LEAST_LEAD = 6.0  # nats by which a restored character must be likelier than the next best
_LEAST_LEAD_GLOSSED = 5.0  # the same where a gloss names its reading
_WORD_GAIN = 14.0  # nats that the unknown characters can add at most, by making words
_MOST_FRUITLESS = 2000  # marks looked at in vain before the rest is taken for prose
_BEFORE = 6  # code points before a mark that must be prose
_UNDONE = 4  # code points before a mark without another that was not undone
_LEAST_FLUENCY = -14.0  # nats a character
_MOST_LINKS = 6  # runs that follow one another
_PASSED = 20.0  # nats taken off for each mark inside a run: it may stand for bytes that are gone
_LEAST_GAIN_BARE = 30.0  # least gain where no second character proves the damage

Reading = tuple[str, str]  # first and last character of a run
_Scored = tuple[float, Reading]


def _plain(text: str) -> str:
    """Return text without glosses and in Simplified characters, as the dictionary knows it."""
    parts, at = [], 0
    for edit in pinyin_gloss(text):
        parts.append(text[at : edit.start])
        at = edit.end
    parts.append(text[at:])
    return simplified("".join(parts))


def _fluency(text: str) -> float:
    """Return how likely a stretch is by its words and by its characters in a row (nats)."""
    chars = "".join(map(folded, text))
    model = official_prose()
    padded = chars if len(chars) >= ORDER else EDGE * (ORDER - 1) + chars
    heads = range(ORDER - 1, len(padded))
    return likelihood(text) + sum(model.score(padded[i - ORDER + 1 : i], padded[i]) for i in heads)


def _ranked(candidates: Iterable[Reading], left: str, known: str, right: str) -> list[_Scored]:
    """Return pairs of first and last character, the likeliest first."""
    scored = (
        (_fluency(left + _plain(first) + known + _plain(last) + right), (first, last))
        for first, last in candidates
    )
    return sorted(scored, key=lambda s: (-s[0], s[1]))


def _best(
    run: Run, before: str, left: str, right: str, traditional: bool
) -> tuple[Reading, tuple[str, ...]]:
    """Return the first and the last character of a run, and what else they could be.

    A character that does not stand out among its alternatives comes back
    empty: what the bytes do not prove is not guessed.
    """
    known = _plain(run.known)
    near = known[:_SEEN]
    firsts = _one_script(first_characters(run, before), traditional)
    lasts = _one_script(last_characters(run), traditional) or ("",)
    top = _ranked(
        ((f, "") for f in firsts), left, near, "" if run.lead or near != known else right
    )[:_KEPT]
    pairs = [(f, last) for _, (f, _) in top or [(0.0, ("", ""))] for last in lasts]
    ranked = _ranked(pairs, left, known, right)
    best, (first, last) = ranked[0]
    lead = _LEAST_LEAD_GLOSSED if run.opening or run.behind else _LEAST_LEAD
    rivals = [pair for score, pair in ranked[1:] if pair[0] != first and best - score < lead]
    lead = _LEAST_LEAD_GLOSSED
    rivals_last = [pair for score, pair in ranked[1:] if pair[1] != last and best - score < lead]
    others = tuple(dict.fromkeys(f + run.known + end for f, end in (rivals + rivals_last)[:3]))
    first, last = ("" if rivals else first), ("" if rivals_last else last)
    return (first, last), others


def _one_script(found: Iterable[str], traditional: bool) -> tuple[str, ...]:
    """Return of characters that simplify alike the one that is in the script of the text."""
    alike: dict[str, list[str]] = {}
    for char in found:
        alike.setdefault(_plain(char), []).append(char)
    return tuple(
        next((c for c in chars if (c != plain) == traditional), chars[0])
        for plain, chars in alike.items()
    )


def _restored(run: Run, text: str, done: str) -> tuple[float, Edit] | None:
    """Return how much likelier the restored reading of `run` is, and the edit that makes it.

    `done` is the text before the run as restored. Returns None if nothing is
    restored, or nothing likelier than the damage.
    """
    left = _plain(done[-_AROUND:].rpartition("\n")[2])[-_SEEN:]
    right = _plain(text[run.end : run.end + _AROUND].partition("\n")[0])[:_SEEN]
    if run.goes_on:
        right = ""
    proven, seen = likelihood(_plain(run.known)), likelihood(_plain(text[run.start : run.end]))
    if proven + _WORD_GAIN < seen:
        return None
    around = text[max(0, run.start - _AROUND) : run.end + _AROUND]
    traditional = in_traditional(around)
    (first, last), others = _best(run, done[-1:], left, right, traditional)
    if not first and not run.known:
        return None
    bare = not (run.known or run.opening or run.closing or run.behind)
    damage = text[run.start : run.end]
    if run.lead is not None and not last:
        damage = damage[: max(damage.rfind(m) for m in MARKS)]  # what follows may begin anew
    reading = (first or damage[0]) + run.known + last
    both = run.trail is None and run.start + 1 < len(text) and text[run.start + 1] in MARKS
    passed = sum(damage.count(m) for m in MARKS) - 1 - (bool(last) or both or run.trail is None)
    gain = _fluency(left + _plain(reading) + right) - _fluency(left + _plain(damage) + right)
    gain -= _PASSED * passed
    odd = in_traditional(reading) and not run.opening and not traditional
    if gain < (_LEAST_GAIN_BARE if bare or odd else _LEAST_GAIN):
        return None
    shown = " ".join(f"{b:02X}" for b in run.known.encode("gbk")) or f"{run.trail or 0:02X}"
    gone = [] if first else ["the first character"]
    gone += [] if last or run.lead is None else ["the last character"]
    note = f"GBK bytes {shown} read one byte late"
    if gone:
        note += f"; {' and '.join(gone)} cannot be recovered"
    return gain, Edit(run.start, damage, reading, others, note)


def _at(text: str, start: int, done: str, links: int = 0) -> tuple[float, tuple[Edit, ...]] | None:
    """Return the best reading of the damage that begins at `start`: run by run, None if none."""
    best: tuple[float, tuple[Edit, ...]] | None = None
    for run in runs(text, start):
        found = _restored(run, text, done)
        if not found:
            continue
        gain = found[0]
        edits: tuple[Edit, ...] = (found[1],)
        if run.goes_on:
            behind = links < _MOST_LINKS and _at(text, run.end, done + found[1].after, links + 1)
            if not behind:
                continue
            gain, edits = gain + behind[0], (*edits, *behind[1])
        if best is None or gain > best[0]:
            best = gain, edits
    return best


@rule(
    zh="还原错位一个字节读出的国标码文字：把“？靶律”一类乱码按字节移回原字；失去一半字节的字，"
    "只在余下的字节或注音与上下文只容一字时补出，否则留问号；数字从不补。",
    en="Undo GBK text read one byte late by shifting its bytes back; a character that lost one "
    "of its bytes is restored only where the other byte or its gloss and the words around it "
    "leave one, else the question mark stays; a digit is never restored.",
    stage=Stage.BYTES,
    certainty=Certainty.CORRECTION,
    repairs={
        "投產(chǎn)?!靶律\ue43b?guī)”工業(yè)企業(yè)": "投產(chǎn)。“新升規”工業(yè)企業(yè)",
        "完成亞運會火炬?zhèn)鬟f活動": "完成亞運會火炬傳遞活動",
        "國家兒童友好城市?;I建保障性租賃住房": "國家兒童友好城市。籌建保障性租賃住房",
    },
    leaves=(
        "怎么看?怎么办?怎么干?",
        "群众要问:钱从哪里来?答案是改革",
        "“为了谁?”的问题",
        "买买提?艾力同志",
        "真的吗?I think so",
        "赵\ue43b同志",
        "什么是高质量?;",
        "😀?鬟",
    ),
)
def byte_slip(text: str) -> Iterator[Edit]:
    """Shift GBK text that was read one byte late back into step, where the result is prose."""
    behind = fruitless = cut = 0
    done = ""  # the text before, as restored
    for mark in _MARK.finditer(text):
        start = mark.start()
        if start < behind:
            continue
        if fruitless == _MOST_FRUITLESS:
            return
        done = (done + text[behind:start])[-_AROUND:]
        behind = start
        best = _at(text, start, done) if _reads_well(done) else None
        fruitless += best is None
        for edit in best[1] if best else ():
            if edit.start == cut:  # the mark stands for the end of the run before as well
                edit = Edit(edit.start, edit.before, edit.before[0] + edit.after, (), edit.note)
            yield edit
            done, behind = done + edit.after, edit.end
            cut = edit.end if behind < len(text) and _gone(edit) else 0


def _reads_well(done: str) -> bool:
    """Return whether the words before a mark are prose: damage does not begin in damage."""
    words = _plain(done.rpartition("\n")[2])[-_BEFORE:]
    if any(mark in words[-_UNDONE:] for mark in MARKS):
        return False
    return _fluency(words) >= _LEAST_FLUENCY * max(len(words), 1)


def _gone(edit: Edit) -> bool:
    """Return whether the last character of a run is lost, so that the next mark is part of it."""
    return "last character" in edit.note
