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
_PATTERN = re.compile(
    r"(?=[\d一二三四五六七八九第上下前“\"十过近这的今未本当去明年全])(?:"
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
_BASE_BEFORE = re.compile(r"(?:比|较|同比|于|高于|低于|快于|超过|上年同期|与|从|自|成立于)$")
_BASE_WORDS = ("上年", "去年", "前年", "年初")


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


def _period(got: dict[str, str | None], year: int, review: bool) -> str:
    """Return the period a match names; `year` is that of the document."""
    implied = year - 1 if review else year  # of a month or quarter without a year
    if got["years"]:
        return f"{got['y1']}/{got['y2']}"
    if got["months"]:
        m1, m2 = int(got["m1"] or 0), int(got["m2"] or 0)
        if not 1 <= m1 < m2 <= 12:
            return ""
        return _span_of_months(int(got["my"] or implied), m1, m2)
    if got["day"]:
        day = f"{int(got['dm'] or 0):02d}-{int(got['dd'] or 0):02d}"
        return f"{got['dy'] or implied}-{day}"
    if got["month"] or got["cut"]:
        month = int(got["nm"] or got["cm"] or 0)
        if not 1 <= month <= 12:
            return ""
        at = int(got["ny"] or implied)
        # a stock or a sum up to the end of June is the half year's
        ends = {3: "-Q1", 6: "-H1", 12: ""}
        written = got["month"] or ""
        if (got["cut"] or written.endswith(("底", "末")) or month == 6) and month in ends:
            return f"{at}{ends[month]}"
        return f"{at}-{month:02d}"
    if got["half"]:
        return f"{int(got['hy'] or implied)}-{'H1' if got['hw'] == '上' else 'H2'}"
    if got["quarter"]:
        at = int(got["qy"] or implied)
        if got["q3"]:
            return f"{at}-01/{at}-09"
        return f"{at}-Q{'一二三四'.find(got['qn'] or '') + 1 or got['qn']}"
    if got["plan"]:
        return _plan(got["pn"] or "")
    if got["past"]:
        n = _count(got["pa"] or got["pb"] or "一")
        last = year - 1
        return f"{last - n + 1}/{last}" if n > 1 else str(last)
    if got["next"]:
        n = _count(got["fa"] or "")
        return f"{year}/{year + n - 1}"
    if got["year"]:
        return got["yy"] or ""
    words = {"今年": 0, "本年": 0, "明年": 1, "去年": -1, "上年": -1, "前年": -2}
    word = got["rel"] or ""
    if word in ("当年", "全年", "年底", "年内"):
        return str(implied)
    if word in ("一年来", "过去一年"):
        return str(year - 1)
    if word == "年初":
        return ""
    if review and word in ("上年",):
        return str(year - 2)
    return str(year + words[word])


def year_before(period: str) -> str:
    """Return the year before a year or a run of years, as the base of a change; else empty."""
    first = period[:4]
    whole = re.fullmatch(r"\d{4}(?:/\d{4})?", period)
    return str(int(first) - 1) if whole else ""


def mentions(text: str, year: int | None, review: bool) -> Iterator[Mention]:
    """Yield the mentions of time of a text in order; nothing when the year is unknown.

    `review`: the text looks back on the year before the document's (a bare
    month is then one of that year).
    """
    if year is None:
        return
    for match in _PATTERN.finditer(text):
        period = _period(match.groupdict(), year, review)
        if not period:
            continue
        before = text[max(0, match.start() - 4) : match.start()]
        behind = text[match.end() : match.end() + 3]
        base = bool(_BASE_BEFORE.search(before)) or bool(re.match(r"同期|以来|的\d", behind))
        if re.search(r"[增加升长降低少高大小压缩](?:到|至)$", before) and behind[:1] == "的":
            base = False  # 由2015年的1120亿元增加到2020年的1680亿元
        if match["rel"] in ("上年", "前年") and not behind.startswith(("，", "全")):
            base = True
        if behind.startswith("以来") and (match["rel"] == "今年" or match["plan"]):
            base = False
        if match["rel"] == "去年" and behind.startswith("增长"):
            base = True
        yield Mention(Span(*match.span()), period, base)
