"""Who delivered a report, and as what: the line before 各位代表."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_site.vocab.heads_of_government import heads_of_government
from build_site.vocab.places import places


class Speaker(NamedTuple):
    """A speaker as the text names them."""

    name_zh: str
    title_zh: str
    acting: bool


_HAN = r"[\u3400-\u9fff]"
# printed as 市长, and as 市 长 above a spaced name
_TITLE = "|".join(r"\s*".join(title) for title in heads_of_government())
_OFFICE = rf"(?P<title>(?:常务副|代\s*理|副|代)?\s*(?P<plain>{_TITLE})(?P<after>（代(?:理)?）)?)"
_DOT = r"\s*[·•・‧∙●?？．.]\s*"
# 张健, 张 健, 欧阳某某; 艾尔肯·吐尼亚孜 with any dot that captures make of it
_NAME = (
    rf"(?P<name>{_HAN}{{1,8}}(?:{_DOT}{_HAN}{{1,8}}){{1,3}}?"
    rf"|{_HAN}\s+{_HAN}(?:\s+{_HAN})?|{_HAN}{{2,6}}?)"
)
_END = r"(?=\s*(?:同志)?\s*(?:各位|尊敬|[（）】，。；：、\d]|\n|$))"
_TITLE_FIRST = re.compile(rf"{_OFFICE}[\s：—]*{_NAME}{_END}")
_NAME_FIRST = re.compile(
    rf"(?:^|[\n（：—】])\s*{_NAME}\s*[（，]?\s*(?:{_HAN}{{1,20}}?(?:人民)?政府)?{_OFFICE}\s*[）]?\s*(?=各位|[\n：]|$)"
)
# 政协主席 and 国家主席 head no local government; 副区长 of an agency neither
_OTHER_OFFICE = re.compile(
    r"(?:政协|国家|协会|联合会|总会|工会|妇联|董事会|集团|议会|党?委员会|原|前|时任)\s*$"
)
_NO_NAME = re.compile(
    r"(?:候选|办公|热线|信箱|会议|接待|质量|基金|专题|牵头|负责|主抓|作|在|的|为|向|致|讲话|报告|代表|关于|同志|"
    r"政府|人民|各位|政协|主持|签名|令|第|出席|强调|指出|表示|致辞)"
)
_PLACE = re.compile(r".[省市县区州盟旗](?:人|$)|政府")


def find_speaker(header: str) -> Speaker | None:
    """Return the speaker named in the folded lines before 各位代表; None if none is named.

    The last of several is taken: it stands nearest to the address.
    """
    found = [s for m in _TITLE_FIRST.finditer(header) if (s := _titled(header, m))]
    if found:
        return found[-1]
    named = [s for m in _NAME_FIRST.finditer(header) if (s := _named(header, m))]
    return named[-1] if named else None


def _titled(header: str, match: re.Match[str]) -> Speaker | None:
    if _OTHER_OFFICE.search(header[max(0, match.start() - 8) : match.start()]):
        return None
    return _speaker(match)


def _named(header: str, match: re.Match[str]) -> Speaker | None:
    # 湖州市市长 without a name is a title, not a person called 湖州市
    start = match.start("name")
    place = next(places().mentions(header[start : match.end("title")]), None)
    whole = place and place.span.start == 0 and place.span.end > len(match["name"])
    if _PLACE.search(match["name"]) or whole:
        return None
    return _speaker(match)


def _speaker(match: re.Match[str]) -> Speaker | None:
    name = re.sub(r"\s+", "", match["name"]).removesuffix("同志")
    name = re.sub(r"[•・‧∙●?？．.]", "·", name)
    if _NO_NAME.search(name) or len(name) < 2:
        return None
    plain = re.sub(r"\s+", "", match["plain"])
    title = re.sub(r"\s+", "", match["title"])
    acting = title.startswith("代")
    title = title.replace(plain, plain.removeprefix("自治区"))
    return Speaker(name, title, acting or match["after"] is not None)
