"""Officials in headings and cells: who leads, with which title."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_site.vocab.officials import titles
from build_site.vocab.romanize import surnames

_LEADS = (
    "(?:主抓|牵头|分管|负责|领衔|挂帅|联系|领办|包抓|主持)"
    "(?:的|推进|落实|抓|办理|实施|负责)*(?:重点|主要|各项|有关)*(?:改革|建设)?"
    "(?:工作|任务|事项|项目|实事)?.{0,8}"
)
_DOTTED = re.compile("[\u4e00-\u9fff]{1,6}(?:[·・•‧][\u4e00-\u9fff]{1,6}){1,3}")


class Official(NamedTuple):
    """A person with the title printed beside the name; the title may be empty."""

    name: str
    title: str = ""


def is_name(word: str) -> bool:
    """Return whether `word` reads as a person's name: a known surname and one or two characters.

    Three for a compound surname; minority names carry a middle dot.
    """
    if _DOTTED.fullmatch(word):
        return True
    if not re.fullmatch("[\u4e00-\u9fff]{2,4}", word):
        return False
    known = surnames()
    return (word[0] in known and len(word) <= 3) or (word[:2] in known and len(word) >= 3)


def split_official(words: str) -> Official | None:
    """Return name and title of `王纲市长`, `市长：王纲` or `王纲`; None if no name is left."""
    words = re.sub(r"[\s：:]|同志$", "", words)
    for title in titles():
        if words.endswith(title) and is_name(name := _bare(words[: -len(title)])):
            return Official(name, _whole_title(words, name))
        if words.startswith(title) and is_name(name := words[len(title) :]):
            return Official(name, title)
    return Official(words) if is_name(words) else None


def _bare(words: str) -> str:
    """Return `words` without a further title at its end (吴登芬市委常委、常务 → 吴登芬)."""
    words = words.rstrip("、，,")
    for title in titles():
        if words.endswith(title) and len(words) > len(title):
            return _bare(words[: -len(title)])
    return words


def _whole_title(words: str, name: str) -> str:
    return words[len(name) :].strip("、，,")


def is_labelled(words: str) -> bool:
    """Return whether words are a label with a colon (`牵头领导：王纲市长`)."""
    return bool(re.match("[^：:]{2,8}[：:]", words))


def heading_official(title: str) -> Official | None:
    """Return the official a group heading names (`吴智勇常务副市长主抓重点工作`), or None."""
    title = re.sub(r"\s+", "", title)
    match = re.fullmatch(rf"(?:由)?(?P<who>.{{2,24}}?){_LEADS}", title)
    found = split_official(match["who"]) if match else None
    if found:
        return found
    match = re.fullmatch(
        "(?:牵头|责任|分管|联系|负责)(?:[市县区州省盟旗])?(?:领导|负责人|责任人|同志)[：:]?(?P<who>.{2,20})",
        title,
    )
    return split_official(match["who"]) if match else None
