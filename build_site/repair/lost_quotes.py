"""Quotation marks that a flattened table lost and that are marked, not restored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_site.model.text import Lacuna
from build_site.repair.characters import HAN
from build_site.repair.flattened import halves
from build_site.repair.lost_numbers import CERTAIN, LIKELY
from build_site.repair.quote_terms import POLICIES, bare_terms, missing_halves, own_terms

# in 以政府+市场线上+线下模式 two pairs met; 源头查控+硬核隔离+精密智控机制 is one chain
_PAIRED = re.compile(
    rf"(?<![{HAN}+“])[以按用靠把]?(?P<pairs>(?:[{HAN}]{{2}}\+[{HAN}]{{2}}){{2,}})"
    rf"(?=[^{HAN}+]|模式|机制|方式|体系)"
)
_THEME = re.compile(
    rf"(?<=以)(?P<name>[{HAN}· ]{{4,14}}?)(?=为主题)"
    rf"|(?<=按照)(?P<line>[{HAN}]{{4,6}}(?:[、，][{HAN}]{{4,6}}){{1,5}})(?=的(?:总体)?(?:要求|思路|原则|方针))"
    rf"|(?<=按照)(?P<rule>(?![{HAN}]*(?:[省市县区国党委]|中央|上级|有关|文件|规定|部署))[{HAN}]{{6,10}})"
    rf"(?=的(?:总体要求|思路|原则|理念))"
    rf"|(?<=按照)(?P<formula>[一两三四五六七八九十](?![个家项大届批])[{HAN}]{{2,5}})(?=(?:总体)?(?:要求|标准|原则))"
)
# 双减工作, 三低企业: a numeral and a character that is no counter make a name of their own
_ABRIDGED = re.compile(
    rf"(?<=[{HAN}])(?<![一二两双三四五六七八九十][{HAN}])(?P<name>[双两三四五六七八九十]"
    rf"(?![个家项大届批年月日期级类种次条位名人方轮场区县市省地处成千万百倍番者点所座支部])[{HAN}])"
    rf"(?=企业|创建|攻坚|工作|行动|成效|政策|管理|改革|工程|三年)"
)
_LITANY = re.compile(
    rf"(?P<name>(?:一[{HAN}]{{1,3}}?){{3,6}}(?=[^{HAN}]|模式|机制|研究院|体系|工作))"
)
_DOTTED = re.compile(rf"[{HAN}]{{2,8}}·[{HAN}]{{2,8}}?(?=活动|行动|系列|主题)")
_APP = re.compile(rf"(?<=平台)[{HAN}]{{2,4}}在线(?=[；，。]|已)")
_NEAR = 600  # code points: about a row of a table
_FULL_NAME = 4  # code points: a shorter stretch may be any word
_QUOTED = re.compile("“[^“”\n]*”|《[^《》\n]*》")


def quotes(text: str) -> Iterator[Lacuna]:
    """Yield the quotation marks missing in `text`; offsets are code points.

    A lone mark proves that its partner is lost; where that stood may be open.
    Names that clean reports always quote are likely to have lost theirs.
    """
    for place in missing_halves(text):
        behind = text[place.at : place.at + 2]
        of_policies = behind[:1] in tuple("，。；、") or behind in POLICIES
        if of_policies and re.search("“[0-9]+$", text[max(0, place.at - 6) : place.at]):
            continue  # a number without its counter: lost_numbers has both
        yield Lacuna(place.at, "quote_mark", place.mark, CERTAIN, "half of a pair is left")
    for start, end, _ in bare_terms(text):
        note = "clean reports quote this name"
        yield Lacuna(start, "quote_mark", "“", LIKELY, note)
        yield Lacuna(end, "quote_mark", "”", LIKELY, note)
    for theme in _THEME.finditer(text):
        yield from _pair(theme.start(), theme.end(), "the words of a theme or principle")
    for start, end, note in (*_names(text), *_halved(text)):
        if not any(low <= start < high for low, high in _inside(text)):
            yield from _pair(start, end, note)
    for found in _PAIRED.finditer(text):
        if any(low <= found.start() < high for low, high in _inside(text)):
            continue
        for at in range(found.start("pairs"), found.end("pairs"), 5):
            yield Lacuna(at, "quote_mark", "“", LIKELY, "paired notions, each a quotation")
            yield Lacuna(at + 5, "quote_mark", "”", LIKELY, "paired notions, each a quotation")


def _pair(start: int, end: int, note: str) -> Iterator[Lacuna]:
    """Yield both marks of a quotation."""
    yield Lacuna(start, "quote_mark", "“", LIKELY, note)
    yield Lacuna(end, "quote_mark", "”", LIKELY, note)


@lru_cache(maxsize=2)
def _inside(text: str) -> tuple[tuple[int, int], ...]:
    """Return where quotations, titles and names stand that need no marks of their own."""
    bare = [(start, end) for start, end, _ in bare_terms(text)]
    return (*(found.span() for found in _QUOTED.finditer(text)), *bare)


def _names(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, why) of words that read as names without their quotation marks."""
    for found in _ABRIDGED.finditer(text):
        yield *found.span("name"), "a numeral and a character make a name"
    for found in _LITANY.finditer(text):
        parts = found["name"].split("一")[1:]
        if len({part[0] for part in parts}) == 1:
            continue  # 一件干一件成一件
        yield *found.span("name"), "a formula of parallel parts"
    for found in _APP.finditer(text):
        yield *found.span(), "the name of an application"
    own = own_terms(text)
    dotted = [found.span() for found in _DOTTED.finditer(text) if _begins(text, found, own)]
    for start, end in dotted:
        yield start, end, "a name of two parts, one of them quoted elsewhere"
    for term in sorted(own):
        if text.count(term) > 3 * text.count(f"“{term}”") + 1:
            continue  # mostly bare: words that were quoted once
        for found in re.finditer(re.escape(term), text):
            known = any(low <= found.start() < high for low, high in dotted)
            if not known and _stands_bare(text, *found.span()):
                yield *found.span(), "this name stands in quotation marks elsewhere"


def _halved(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, why) of names without marks that kept one of their two marks near by."""
    kept: dict[str, list[int]] = {}
    for place, half in zip(missing_halves(text), halves(text), strict=True):
        low, high = sorted((place.at, half.at + (half.mark == "“")))
        kept.setdefault(text[low:high], []).append(low)
    for name, places in sorted(kept.items()):
        if len(name) < _FULL_NAME or not re.fullmatch(f"[{HAN}]+", name):
            continue
        for found in re.finditer(name, text):
            start, end = found.span()
            near = any(abs(start - place) < _NEAR for place in places if place != start)
            if near and not _marked(text, start, end):
                yield start, end, "this name kept half of its quotation marks elsewhere"


def _marked(text: str, start: int, end: int) -> bool:
    """Return whether a quotation mark or a dot that goes on with the name stands beside it."""
    return text[start - 1 : start] in tuple("“”‘·") or text[end : end + 1] in tuple("”“’·")


def _begins(text: str, found: re.Match[str], own: frozenset[str]) -> bool:
    """Return whether one part of a dotted name is quoted elsewhere, and no more is before it."""
    first = found[0].partition("·")[0]
    return first in own and not re.match(f"[{HAN}“]", text[found.start() - 1 : found.start()])


def _stands_bare(text: str, start: int, end: int) -> bool:
    """Return whether a name that is quoted elsewhere stands here as a name of its own.

    It must be quoted near by, in the same row of a table, or stand right behind a number:
    elsewhere the words may be meant as words. Names of two code points count only in
    the line that quotes them.
    """
    if _marked(text, start, end):
        return False
    if end - start > 2 and text[start - 1 : start].isdigit():
        return True  # its counter was lost with its opening mark
    name = f"“{text[start:end]}”"
    if end - start == 2:
        low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        return name in text[low : high if high >= 0 else len(text)]
    return name in text[max(0, start - _NEAR) : end + _NEAR]
