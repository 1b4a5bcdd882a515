"""Periods: what a stretch of time in a sentence is called in the data.

`2023` a year, `2023-H1` a half, `2023-Q1` a quarter, `2023-05` a month,
`2023-01/2023-05` a run of months, `2023-06-21` a day, `2021/2025` a run of years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_site.model.text import Span
from build_site.vocab.number_words import han_number


class Mention(NamedTuple):
    """A mention of time; `compares` when it only names what is compared with."""

    span: Span
    period: str
    compares: bool


_CN = "[一二三四五六七八九十]"
# how a mention starts, more than a character of it: most digits and 的 are none
_START = (
    rf"(?=[\d一二三四五六七八九第上下前“\"十过近这的今未本当去明年全])"
    rf"(?=\d++[年月季\s\-—－–~～至，,]|{_CN}[年季]|第[一二三四1-4]季|[上下]半|前[三3年]"
    rf"|[“\"]?十{_CN}?五|[近这的][\d一二三四五六七八九十]|过去|今[后年]|未来|[上本当去明全]年"
    r"|年[初底内])"
)
_PATTERN = re.compile(
    _START + "(?:"
    r"(?P<years>(?P<y1>\d{4})年?\s?[-—－–~～至]{1,2}\s?(?P<y2>\d{4})年?)"
    r"|(?P<months>(?:(?P<my>\d{4})年?)?(?P<m1>\d{1,2})[-—－–~～至](?P<m2>\d{1,2})(?:月(?:份)?|(?=[，,全])))"
    r"|(?P<day>(?:(?P<dy>\d{4})年)?(?P<dm>\d{1,2})月(?P<dd>\d{1,2})[日号])"
    r"|(?P<month>(?:(?P<ny>\d{4})年?)?(?<!\d)(?P<nm>\d{1,2})(?:月(?:份|底|末|初|上旬|中旬|下旬)?))"
    r"|(?P<cut>(?<=截至)(?P<cm>\d{1,2})(?=[，,]))"
    r"|(?P<half>(?:(?P<hy>\d{4})年)?(?P<hw>上|下)半年(?:度|末|底)?)"
    r"|(?P<quarter>(?:(?P<qy>\d{4})年)?(?:第?(?P<qn>[一二三四1-4])季度|(?P<q3>前三季度|前3季度))(?:末|底)?)"
    rf"|(?P<plan>[“\"]?(?P<pn>十{_CN}?)五[”\"]?(?:期间|时期|末|以来|规划期|(?=，)))"
    rf"|(?P<past>(?:过去|近|这|的)?(?P<pa>\d+|{_CN})年(?:来|间)|(?:过去|近)(?P<pb>\d+|{_CN})年)"
    rf"|(?P<next>(?:今后|未来)(?P<fa>\d+|{_CN})年)"
    r"|(?P<year>(?<![\d.])(?P<yy>(?:19|20)\d{2})(?:年(?:度|底|末)?))"
    r"|(?P<rel>今年|本年|当年|去年|上年|前年|明年|年初|一年来|过去一年|年底|年内|全年))"
)
# words that make a mention the base of a comparison, not the period of the figure
_BASE_BEFORE = re.compile(r"(?:比|较|同比|于|高于|低于|快于|超过|上年同期|与|从|由|自|成立于)$")
_BASE_BEHIND = re.compile(r"同期|以来|的\d|的[一二三四五六七八九两]成|的水平")
# a year that names a meeting or games, wherever these are held: 2022年冬奥会
_EVENT_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:奥会|运会|博会|锦标赛|峰会|世界杯|残奥)")
_UP_TO = ("截至", "截止", "截止到", "截至到")
_CHANGED_TO = re.compile("[增加升长降低少高大小压缩](?:到|至)$")


_YEARS_AWAY = {"今年": 0, "本年": 0, "明年": 1, "去年": -1, "上年": -1, "前年": -2}


def _plan(ordinal: str) -> str:
    """Return the years of a five-year plan: 十四 → 2021/2025 (the tenth began in 2001)."""
    first = 2001 + 5 * (han_number(ordinal) - 10)
    return f"{first}/{first + 4}"


def _span_of_months(year: int, first: int, last: int) -> str:
    named = {(1, 12): "", (1, 6): "-H1", (7, 12): "-H2", (1, 3): "-Q1", (4, 6): "-Q2"}
    named |= {(7, 9): "-Q3", (10, 12): "-Q4"}
    if (first, last) in named:
        return f"{year}{named[first, last]}"
    return f"{year}-{first:02d}/{year}-{last:02d}"


def _count(word: str) -> int:
    return int(word) if word.isdigit() else han_number(word)


def _period(match: re.Match[str], year: int, review: bool) -> str:
    """Return the period a match names; `year` is that of the document."""
    implied = year - 1 if review else year  # of a month or quarter without a year
    kind = match.lastgroup
    if kind == "years":
        return f"{match['y1']}/{match['y2']}"
    if kind == "months":
        m1, m2 = int(match["m1"]), int(match["m2"])
        if not 1 <= m1 < m2 <= 12:
            return ""
        return _span_of_months(int(match["my"] or implied), m1, m2)
    if kind == "day":
        return f"{match['dy'] or implied}-{int(match['dm']):02d}-{int(match['dd']):02d}"
    if kind in ("month", "cut"):
        month = int(match["nm"] or match["cm"])
        if not 1 <= month <= 12:
            return ""
        at = int(match["ny"] or implied)
        # a stock or a sum up to the end of June is the half year's
        ends = {3: "-Q1", 6: "-H1", 12: ""}
        written = match["month"] or ""
        closed = kind == "cut" or written.endswith(("底", "末"))
        if (closed or month == 6) and month in ends:
            return f"{at}{ends[month]}"
        if (
            closed
            and month > 1
            and not match["ny"]
            and match.string.endswith(_UP_TO, 0, match.start())
        ):
            return _span_of_months(at, 1, month)
        return f"{at}-{month:02d}"
    if kind == "half":
        return f"{int(match['hy'] or implied)}-{'H1' if match['hw'] == '上' else 'H2'}"
    if kind == "quarter":
        at = int(match["qy"] or implied)
        if match["q3"]:
            return f"{at}-01/{at}-09"
        return f"{at}-Q{'一二三四'.find(match['qn'] or '') + 1 or match['qn']}"
    if kind == "plan":
        return _plan(match["pn"])
    if kind == "past":
        n = _count(match["pa"] or match["pb"])
        last = year - 1
        return f"{last - n + 1}/{last}" if n > 1 else str(last)
    if kind == "next":
        n = _count(match["fa"])
        return f"{year}/{year + n - 1}"
    if kind == "year":
        return match["yy"]
    return _relative(match["rel"], year, review)


def _relative(word: str, year: int, review: bool) -> str:
    if word in ("当年", "全年", "年底", "年内"):
        return str(year - 1 if review else year)
    if word in ("一年来", "过去一年"):
        return str(year - 1)
    if word == "年初":
        return ""
    if review and word in ("上年",):
        return str(year - 2)
    return str(year + _YEARS_AWAY[word])


def year_before(period: str) -> str:
    """Return the year before a year or a run of years, as the base of a change; else empty."""
    first = period[:4]
    whole = re.fullmatch(r"\d{4}(?:/\d{4}|-01/\d{4}-\d\d)?", period)
    return str(int(first) - 1) if whole else ""


def mentions(text: str, year: int | None, review: bool) -> Iterator[Mention]:
    """Yield the mentions of time of a text in order; nothing when the year is unknown.

    `review`: the text looks back on the year before the document's (a bare
    month is then one of that year).
    """
    if year is None:
        return
    for match in _PATTERN.finditer(text):
        period = _period(match, year, review)
        if not period:
            continue
        before = text[max(0, match.start() - 4) : match.start()]
        behind = text[match.end() : match.end() + 3]
        base = bool(_BASE_BEFORE.search(before)) or bool(_BASE_BEHIND.match(behind))
        if behind[:1] == "的" and _CHANGED_TO.search(before):
            base = False  # 由2015年的1120亿元增加到2020年的1680亿元
        if match["rel"] in ("上年", "前年") and not behind.startswith(("，", "全")):
            base = True
        if behind.startswith("以来") and (match["rel"] == "今年" or match["plan"]):
            base = False
        if match["rel"] == "去年" and behind.startswith("增长"):
            base = True
        if match["year"] and _EVENT_BEHIND.match(text, match.end()):
            base = True
        yield Mention(Span(*match.span()), period, base)
