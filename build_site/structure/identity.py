"""What a document says of itself: place, year, meeting, day, issuer, speaker.

Everything is read from the title, the lines before 各位代表, the opening
sentence and the block of metadata. What the text does not say stays empty; a
day of publication is never taken for the day of delivery.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from build_site.model.place import Level, Place
from build_site.model.report import Identity, Kind, Piece
from build_site.structure.dates import dates, fold, years
from build_site.structure.speaker import find_speaker
from build_site.vocab.heads_of_government import heads_of_government
from build_site.vocab.places import Mention, places

_HEADER = 600  # code points in which 各位代表 must come for a header to be one
_OPENING = 400  # code points of the opening sentences
_BLOCK = 1000  # code points of metadata looked at before a table
_ADDRESS = re.compile(r"各位\s*(?:人大\s*)?代表|各位同志|同志们|主席团")
_NUMBER = r"[一二三四五六七八九十百〇零\d]{1,5}"
_MEETING = re.compile(
    rf"(?P<place>[\u3400-\u9fff]{{1,24}}?)\s*第?{_NUMBER}\s*届\s*"
    rf"(?:人民代表大会|人大)\s*(?:第?{_NUMBER}\s*次)\s*(?:全体)?\s*会议"
)
_NOT_DELIVERED = re.compile(r"\s*上?\s*(?:表决|审议|讨论)?(?:通过|批准|修订|修正)")
_LABEL = re.compile(
    r"(?:发布|公布|发文|印发|更新|上传|成文|生成|时间|日期|来源|浏览|编辑)[^\n]{0,12}$"
)
_BEHALF = re.compile(r"代表\s*(?P<who>[\u3400-\u9fff]{2,24}?(?:人民政府|行政公署|行署|政府))")
_OFFICE = re.compile(
    r"(?P<place>[\u3400-\u9fff]{2,24}?)(?:人民政府)?(?:代理|代)?(?:"
    + "|".join(heads_of_government())
    + ")"
)
# 二、2024年重点工作, but neither 到2025年主要目标 nor 2035年远景目标
_SUBJECT_YEAR = re.compile(
    r"(?:^|[\n、）。]|关于)[ ]*(\d{4})\s*年度?[省市县区州盟旗全的]{0,3}(?:政府|经济社会发展)?"
    r"(?:主要|重点|目标|十方面|民生|工作|为民|总体|预期)"
    r"(?:工作|任务|目标|安排|思路|要求|民生|实事|预期|建议|打算)"
)
_HEADED_YEAR = re.compile(r"(?m)^[ ]*[一二三四五六]、\s*((?:19|20)\d{2})年[^\n。，；]{2,16}$")
_TITLE_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?=\D*政府工作报告)|政府工作报告\D{0,3}((?:19|20)\d{2})(?!\d)"
)
_PARTY = re.compile(r"中共(?P<who>[\u3400-\u9fff]{2,16}?)(?:地|工)?委")
# 某县某镇, 某市某新区: the document speaks for a place that GB/T 2260 does not list
_BELOW = re.compile(
    r"[\u3400-\u9fff]{1,6}?(?:镇|乡|街道|苏木|开发区|经开区|高新区|新区|示范区|度假区|管理区|园区)"
    r"(?=办事处|人民政府|政府|管委会|管理委员会|工作|年|\s*\d|第)"
)
_REPORT_YEAR = re.compile(
    r"(\d{4})\s*年(?:度)?[^\n，。；]{0,14}政府工作报告|政府工作报告》?\s*(\d{4})\s*年"
)
_ISSUER_FIELD = re.compile(
    r"(?:发布机构|发文机关|发文单位|制发单位|印发机关|发布单位)\s*：\s*(\S+)"
)
_ISSUER = r"(?P<who>[\u3400-\u9fff]{2,24}(?:人民政府|政府办公[室厅]|行政公署(?:办公室)?|委员会))"
_ISSUER_LINE = re.compile(rf"(?m)^[ ]*{_ISSUER}关于")
_SIGNATURE = re.compile(rf"(?m)^[ ]*{_ISSUER}[ ]*\n\s*(?P<day>.{{6,24}})$")
_WRITTEN = re.compile(r"(?:成文日期|成文时间|发文日期|印发日期|生成日期)\s*：\s*")
_PUBLISHED = re.compile(r"(?:发布日期|发布时间|公开日期|公布日期)\s*：\s*")


def identify(text: str, piece: Piece) -> Identity:
    """Return what the document `piece` of the repaired `text` says of itself.

    Names are returned as written, spaces inside a personal name removed and
    its dot written ·; days are ISO 8601. Nothing is inferred from the capture's
    file name or from the page around the document, except the labelled fields
    (成文日期, 发布机构) of a table or breakdown.
    """
    folded = fold(text)
    title = folded[piece.title.start : piece.title.end] if piece.title else ""
    body = folded[piece.span.start : piece.span.end]
    if piece.title and piece.title.start >= piece.span.start:
        body = body[max(0, piece.title.end - piece.span.start) :]
    header, opening = _header(body)
    speech = piece.kind is Kind.WORK_REPORT
    meeting = _meeting(f"{title}\n{header}") if speech else None
    delivered = _delivered(f"{title}\n{header}") if speech else ""
    speaker = find_speaker(f"{title}\n{header}") if speech else None
    issuer = issued = ""
    if piece.kind in (Kind.PROGRESS_TABLE, Kind.RESPONSIBILITY_BREAKDOWN):
        around = _metadata(folded, piece)
        issuer, issued = _issuer(around, body), _issued(around, body)
    year = _year(title, f"{header}\n{opening}", body, delivered)
    place = _place(title, header, opening, body, meeting, issuer, speech)
    return Identity(
        place=_of_its_time(place, year),
        year=year,
        meeting_zh=re.sub(r"\s+", "", meeting.group()) if meeting else "",
        delivered_on=delivered,
        issued_on=issued,
        issuer_zh=issuer,
        speaker_zh=speaker.name_zh if speaker else "",
        speaker_title_zh=speaker.title_zh if speaker else "",
        acting=speaker.acting if speaker else None,
    )


def _header(body: str) -> tuple[str, str]:
    """Return the lines before the address and the sentences that follow it."""
    address = _ADDRESS.search(body[:_HEADER])
    if address:
        return body[: address.start()], body[address.end() : address.end() + _OPENING]
    # without an address only short lines can be a header: a speaker, a day, a meeting
    lines: list[str] = []
    for line in body[:_HEADER].split("\n"):
        if len(line.strip()) > 60:
            break
        lines.append(line)
    return "\n".join(lines), body[:_OPENING]


def _meeting(header: str) -> re.Match[str] | None:
    """Return the people's congress session named in the header, from its place on."""
    found = None
    for match in _MEETING.finditer(header):
        start = _name_start(match["place"])
        found = _MEETING.match(header, match.start("place") + start) or match
        break
    return found


def _name_start(before: str) -> int:
    """Return where the name of the place starts in the run of Han before 第…届."""
    mentions = list(places().mentions(before))
    for index, mention in enumerate(mentions):
        rest = mentions[index:]
        joined = all(a.span.end == b.span.start for a, b in pairwise(rest))
        if joined and rest[-1].span.end == len(before):
            return mention.span.start
    cut = before.rfind("在")
    return cut + 1 if 0 <= cut < len(before) - 1 else 0


def _delivered(header: str) -> str:
    """Return the day of delivery: a day tied to the session, or alone in brackets."""
    for day in dates(header):
        before, after = header[: day.span.start], header[day.span.end :]
        if not day.spoken or _LABEL.search(before) or re.match(r"\s*[至—]", after):
            continue
        session = re.match(r"\s*[，]?\s*(?:上午|下午)?\s*）?\s*(?:正?在|于)?\s*", after)
        rest = after[session.end() :] if session else after
        meeting = _MEETING.match(rest)
        if meeting:
            if _NOT_DELIVERED.match(rest[meeting.end() :]):
                continue
            return day.iso
        bracketed = before.endswith("（") and re.match(r"[）]", after)
        dashed = re.search(r"(?:^|\n)\s*—+\s*$", before) and re.match(r"\s*(?:\n|$)", after)
        tied = _MEETING.search(before[-60:]) and re.search(r"会议\s*上?\s*[（，]?\s*$", before)
        if bracketed or dashed or tied:
            return day.iso
    return ""


def _year(title: str, header: str, body: str, delivered: str) -> int | None:
    """Return the year the document is for: of its title, its delivery, or its plan."""
    named = list(years(title)) or [int(m[1] or m[2]) for m in _TITLE_YEAR.finditer(title)]
    if named:
        return max(named)
    if delivered:
        return int(delivered[:4])
    stated = [int(m[1] or m[2]) for m in _REPORT_YEAR.finditer(header)]
    if stated:
        return max(stated)
    planned = Counter(int(m[1]) for m in _SUBJECT_YEAR.finditer(body))
    if planned:
        return max(planned)
    # 一、2020年… and 二、2021年…: a report looks back on one year and forward to the next
    headed = {int(m[1]) for m in _HEADED_YEAR.finditer(body)}
    return max((year for year in headed if year - 1 in headed), default=None)


def _metadata(folded: str, piece: Piece) -> str:
    """Return the lines around a table; only the first document can own those before it."""
    start = max(0, piece.span.start - _BLOCK) if piece.position == 0 else piece.span.start
    return folded[start : piece.span.start + _HEADER]


def _issued(around: str, body: str) -> str:
    """Return the day a table was written or issued: 成文日期, else signature, else 发布日期."""
    signature = _signature(body)
    return (
        _labelled(_WRITTEN, around)
        or (signature[1] if signature else "")
        or (_printed(body) or _labelled(_PUBLISHED, around))
    )


def _labelled(label: re.Pattern[str], around: str) -> str:
    """Return the day that follows a label at once; empty if none does."""
    found = label.search(around)
    day = next(dates(around[found.end() : found.end() + 20]), None) if found else None
    return day.iso if day and day.span.start == 0 else ""


def _printed(body: str) -> str:
    """Return the day of a line such as 湖州市人民政府办公室 2021年3月15日印发 near the end."""
    for line in body[-_HEADER:].split("\n"):
        day = next(dates(line), None)
        if day and re.fullmatch(r"\s*印发[）\s。]*", line[day.span.end :]):
            return day.iso
    return ""


def _signature(body: str) -> tuple[str, str] | None:
    """Return who signed and the day: an office alone on its line, a day alone on the next."""
    for match in _SIGNATURE.finditer(body):
        day = next(dates(match["day"]), None)
        if day and match["day"].strip(" （）。") == day.span.of(match["day"]):
            return match["who"], day.iso
    return None


def _issuer(around: str, body: str) -> str:
    """Return who issued a table: the field 发布机构, else the signature, else the heading."""
    field = _ISSUER_FIELD.search(around)
    if field:
        return field[1]
    signature = _signature(body)
    if signature:
        return signature[0]
    line = _ISSUER_LINE.search(around)
    return line["who"] if line else ""


def _place(
    title: str,
    header: str,
    opening: str,
    body: str,
    meeting: re.Match[str] | None,
    issuer: str,
    speech: bool,
) -> Place | None:
    """Return the place the document speaks for, the surest witness first."""
    behalf = _BEHALF.search(opening)
    offices = [m["place"] for m in _OFFICE.finditer(header) if _ends_in_place(m["place"])]
    near = "\n".join((title, header, opening, issuer, body[-_OPENING:]))
    witnesses = [
        title,
        meeting["place"] if meeting else "",
        behalf["who"] if behalf else "",
        *(offices if speech else ()),
        issuer,
        *([m["who"] for m in _PARTY.finditer(near)] if speech else ()),
    ]
    around = list(places().mentions(near))
    for witness in witnesses:
        for chain in _chains(witness):
            if _BELOW.match(witness[chain[-1].span.end :]):
                return None
            found = _resolved(chain, around)
            if found:
                return found
            if chain:
                break
    return None if speech else _dominant(body)


def _ends_in_place(words: str) -> bool:
    return any(m.span.end == len(words) for m in places().mentions(words))


def _chains(witness: str) -> Iterator[list[Mention]]:
    """Yield runs of adjoining place names, the one that names a government first."""
    runs: list[list[Mention]] = []
    for mention in places().mentions(witness):
        if mention.candidates[0].level is Level.NATION:
            continue
        if runs and runs[-1][-1].span.end == mention.span.start:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    yield from sorted(runs, key=lambda r: not re.match(r"(?:人民)?政府", witness[r[-1].span.end :]))


def _resolved(chain: list[Mention], around: list[Mention]) -> Place | None:
    """Return the place a chain such as 南京市鼓楼区 names; else the names around it decide."""
    found = places().resolve(chain[-1], chain[:-1])
    if found or len(chain) > 1:
        return found
    return places().resolve(chain[-1], around)


def _dominant(body: str) -> Place | None:
    """Return the place that a table without a name speaks of: by far the most often named."""
    counts: Counter[Place] = Counter()
    for mention in places().mentions(body):
        place = places().resolve(mention)
        if place and place.level in (Level.PREFECTURE, Level.COUNTY):
            counts[place] += 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None


def _of_its_time(place: Place | None, year: int | None) -> Place | None:
    """Return the successor of a place that was retired before the year, if it kept its name."""
    if not place or not place.valid_to or not year or year <= int(place.valid_to[:4]):
        return place
    heirs = [
        p
        for p in places().rows
        if p.name_en == place.name_en and p.parent_id == place.parent_id and not p.valid_to
    ]
    return heirs[0] if len(heirs) == 1 else place
