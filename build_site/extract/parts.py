"""Parts of a whole and multiples of it: 三分之二, 1/10, 八成以上, 过半, 百分之六点二, 翻一番."""

from __future__ import annotations

import re

from build_site.extract.figure import Figure
from build_site.model.text import Span
from build_site.vocab.number_words import han_number, number_words

_CN = "[一二三四五六七八九十百千两]"
_MORE = {"多": "gt", "以上": "ge"}
# a half is a figure where a share is spoken of, not in 时间过半、任务过半
_SHARED = re.compile(
    r"(?:占比|比重|比例|份额|[^制进速角高温程][率度])(?:均|都|已|首次|继续|保持)*$|占[^，。；占]{1,14}$"
)
_DONE = re.compile("之?内?办[结成]")  # what takes some days
PARTS = {
    "percent": rf"百分之(?P<percent_n>{_CN}++)(?:点(?P<percent_part>[零〇一二三四五六七八九]++))?",
    "fraction": rf"(?P<of>{_CN}++)分之(?P<part>{_CN}+)",
    "quotient": r"(?<=的)(?P<upper>\d{1,2})/(?P<lower>\d{1,3})(?![\d/])",
    "days": rf"(?P<days_n>\d{{1,2}}|{_CN}{{1,3}})(?P<days_unit>[日天])(?={_DONE.pattern})",
    "tenth": (
        rf"(?P<tenth_n>{_CN}|\d)(?:成)(?P<tenth_more>多|以上)?"
        r"(?=[，。；、和与及]|以上|左右|$)"
    ),
    "half": r"(?:过半数?(?=[，。；、）]|$)|(?:半数|一半)(?P<half_more>以上))",
    "double": (
        rf"翻了?(?P<double_near>近|接近|约)?(?P<double_n>{_CN})番(?P<double_more>多|以上)?|翻番"
    ),
}  # the grammar of each, by its name


def _percent(match: re.Match[str], value: float, comparator: str = "") -> Figure:
    """Return a share in percent."""
    span = Span(*match.span())
    return Figure(
        span,
        span.end,
        value / 100,
        "",
        "percent",
        100,
        "share",
        comparator=comparator,
        written_zh=True,
    )


def fraction(match: re.Match[str]) -> Figure:
    """Read 三分之二."""
    return _percent(match, 100 * han_number(match["part"]) / han_number(match["of"]))


def quotient(match: re.Match[str]) -> Figure | None:
    """Read 1/10 in 占全国的1/10."""
    upper, lower = int(match["upper"]), int(match["lower"])
    return _percent(match, 100 * upper / lower) if 0 < upper < lower else None


def half(match: re.Match[str]) -> Figure | None:
    """Read 过半 and 半数以上 where they stand behind the name of a share."""
    before = match.string[max(0, match.start() - 18) : match.start()]
    if not _SHARED.search(before):
        return None
    return _percent(match, 50, "ge" if match["half_more"] else "gt")


def percent(match: re.Match[str]) -> Figure:
    """Read 百分之六点二."""
    digits = number_words().digits_zh
    behind = "".join(str(digits[c]) for c in match["percent_part"] or "")
    value = float(f"{han_number(match['percent_n'])}.{behind or 0}")
    span = Span(*match.span())
    return Figure(span, span.end, value, "%", "percent", 1, "share", written_zh=True)


def days(match: re.Match[str]) -> Figure:
    """Read 一日 in 一日办结: how long something takes, no date."""
    span, numeral = Span(*match.span()), match["days_n"]
    value = int(numeral) if numeral.isdigit() else han_number(numeral)
    zh, done = not numeral.isdigit(), _DONE.match(match.string, span.end)
    said = "le" if done and "内" in done[0] else ""
    end = done.end() if done else span.end
    unit = match["days_unit"]
    return Figure(span, end, value, unit, "day", 1, "level", comparator=said, written_zh=zh)


def tenth(match: re.Match[str]) -> Figure:
    """Read 八成, 八成多, 八成以上."""
    span = Span(*match.span())
    numeral = match["tenth_n"]
    return Figure(
        span,
        span.end,
        int(numeral) if numeral.isdigit() else han_number(numeral),
        "成",
        "percent",
        10,
        "share",
        comparator=_MORE.get(match["tenth_more"] or "", ""),
        written_zh=True,
    )


def double(match: re.Match[str]) -> Figure:
    """Read 翻番, 翻两番, 翻了一番多."""
    span = Span(*match.span())
    value = han_number(match["double_n"] or "一")
    near = "approx" if match["double_near"] else ""
    comparator = _MORE.get(match["double_more"] or "", near)
    return Figure(
        span,
        span.end,
        value,
        "番",
        "doubling",
        1,
        "ratio",
        comparator=comparator,
        written_zh=True,
    )
