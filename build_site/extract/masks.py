"""Digits that are not quantities: dates, codes, names, numbers of meetings and articles.

Each mask has a reason; a figure is never looked for inside one. Masks come
first, so that the grammar of figures can stay small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_site.model.text import Span

_CN = "[一二三四五六七八九十百两]"


class Mask(NamedTuple):
    """A stretch in which no figure is looked for, and why."""

    span: Span
    reason: str


# Digits that are plainly a quantity (5.8%, 4015亿元, 12家): no mask starts at one, so none of
# the many for digits need be tried. After the characters looked back for, one may.
_PLAIN_QUANTITY = (
    r"(?<![道“”国省市球界后])(?!12345)\d+"
    r"(?:(?:\.\d+)?(?:[%‰]|[万亿]亿?+元?+(?!级))|[个家元亩人名件项])"
)
# What a mask can start with, by the character that stands for it in the table below. Of what
# is often met without starting one, also what comes behind: cheaper than to try every mask.
_OPENINGS = {
    "1": rf"(?!{_PLAIN_QUANTITY})\d",
    "一": (
        "[一二三四五六七八九十百千万亿两]++"
        "(?:周年|届|强|条|年|元?级|产业|集群|企业|工程|平台|项目|园区)"
    ),
    "A": r"[A-Za-z]++[_-]?\d",
    "（": "[（(]",
    " ": r"\s",
    **{char: char for char in "《“±第近列附双"},
}

# (reason, what it can start with, pattern) in this order; the first that matches at a place wins
_MASKS: tuple[tuple[str, str, str], ...] = (
    ("title", "《", r"《[^》]{0,80}》"),
    (
        "quoted name",
        "“",
        rf"“(?!最多\d|不超过\d|(?:\d+|{_CN}+)连[冠增升优丰胜])[^”“]{{0,40}}[\d一二两三四五六七八九十百千万亿]"
        r"[^”“]{0,40}”",
    ),
    (
        "date",
        "1",
        r"(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])(?:[-—－–至到]\d{1,2}日)?|(?:\d{4}年)?"
        r"\d{1,2}[-—－–~～至]\d{1,2}月(?:份)?|\d{4}年\d{1,2}月(?:份|底|末)?|"
        r"(?<!\d)\d{1,2}月(?:份|底|末|初|上旬|中旬|下旬)?|"
        r"\d{4}\s?[-—－–~～至]{1,2}\s?\d{4}(?:年|学年)|(?<![\d.])(?:19|20)\d{2}(?:年(?:度|底|末|初)?|学年)|"
        r"(?<=截至)\d{4,6}(?=月)|(?<=截至)\d{1,2}(?=[，,])|(?:20\d{2}年?)?\d-\d{1,2}(?=[，,全])|"
        r"(?<!\d)20[12]\d(?=[我全\u4e00-\u9fff]{2})(?!\d|万|亿|余|多|个|家|项|件|名|人|元|亩|公里)|"
        r"(?<!\d)20[12]\d(?=\d-\d+月)|\d{1,6}日(?!之?内?办[结成])",
    ),
    (
        "year of a vision",
        "1",
        r"(?<!\d)20[2-5]\d(?=城市|愿景|远景|规划|战略|行动纲要|年?远景)|(?<!\d)20[12]\d(?=“)",
    ),
    ("age", "1", r"(?<![\d.])\d{1,2}[-—至]\d{1,2}周?岁|(?<=年龄在)\d{1,2}(?=周岁)"),
    ("lease", "1", r"(?<=延长)\d{1,2}年"),
    ("structure of three", "1", r"\d+(?:\.\d+)?(?:[:：∶︰]\d+(?:\.\d+)?){2,}"),
    ("run together", "1", r"\d+\.\d+\.\d+(?:\.\d+)*"),
    ("clock", "1", r"(?<![\d.])\d{1,2}:\d{2}(?::\d{2})?(?![\d.])|(?<!\d)\d{1,2}时\d{1,2}分"),
    ("anniversary", "1一", rf"(?:\d+|{_CN}+)周年"),
    (
        "meeting",
        "1一第",
        rf"(?<!连续)第?(?:\d+|{_CN}+)届(?:[^，。；、]{{0,14}}第?{_CN}+次(?:会议|全会))?|第(?:\d+|{_CN}+)次"
        r"(?!获|荣|蝉|入选|夺|捧|被|登|跻|上榜|位列|成功|实现)",
    ),
    (
        "highway or line",
        "1A",
        r"[A-Z]\d{1,4}(?:线|国道|高速)?|(?<=[国省县乡]道)\d{1,4}(?:线|(?![\d.余多条个万]|公里|千米))|\d{1,4}(?:国道|省道|县道|号线|号路|号楼|号地块|号)",
    ),
    ("voltage class", "1±", r"[±]?\d+(?:千伏|kV|KV)"),
    (
        "phase",
        "1",
        r"(?<![\d.])\d{1,2}(?:\.\d)?期(?!间)|(?<![\d.])\d\.0(?![\d%‰个万亿元倍以左-])|\d+\.\d+版",
    ),
    (
        "code",
        "1A双",
        r"(?<!/)[A-Za-z]{1,8}(?:_|-)?\d+(?:\.\d+)?[A-Za-z]*|\d+(?![kMG][Wm]|TEU|m[²³23]|[uμm]g/)[A-Za-z]+"
        r"(?:级)?|(?!\d+(?:\.\d+)?/10万)(?!(?<=的)\d{1,2}/\d{1,3}(?!\d))\d+(?:[+＋/](?:\d+|[A-Z]))+(?![%\d])|7[×xX*]24小时|(?<![至到在为])24小时|(?<!\d)12345(?!\d)|(?<!\d)(?:110|120|119)(?=联动|热线|接警|指挥)"
        r"|(?<!\d)144小时过境|双11|双12",
    ),
    ("list of the strongest", "1一", rf"(?<![前\d])(?:\d+|[百千万]|{_CN}+百)强(?![化制力大])"),
    (
        "item number",
        "1 （附",
        r"(?:(?m:^)|(?<=[。；：\s]))\s*[（(]?\d{1,3}(?:[.．](?:(?!\d+[^\d\-—.月])|(?=20\d\d年))|、|[)）])|附件\d+"
        r"|(?m:^)\s*\d{1,2}\.(?=\d+(?:余|多)?[个家所座条项名人户处辆件场栋套])",
    ),
    (
        "articles of a policy",
        "1一",
        rf"(?<=[策施见政展担负])(?<!实施)(?:\d+|{_CN}+)条(?!形|件)|(?:\d+|{_CN}+)条(?=[^，。；、\d]{{0,10}}(?:新政|政策|意见|措施|举措|办法|硬招))",
    ),
    (
        "class of size",
        "1一",
        r"\d*(?:\.\d+)?[百千]?[万亿]亿?(?:元)?级|\d+[百千]?[万亿]级|[百千]亿(?=产业|集群|企业|工程|平台|项目|园区)",
    ),
    (
        "plan of years",
        "1一近",
        rf"(?:\d+|{_CN}+)[年天](?:行动|计划|规划|攻坚|倍增|提升|方案|大变样|大提升|来|全覆盖|内|之内|时间)|近(?:\d+|{_CN}+)年",
    ),
    (
        "circle of minutes",
        "1",
        r"\d+分钟(?=[^，。]{0,12}圈)|\d+小时(?=[^，。]{0,6}(?:圈|通勤|交通))",
    ),
    (
        "lost beginning of a code",
        "1“",
        r"“\d{1,4}(?=[，。、])|(?<=“)\d+(?=[\u4e00-\u9fff]{0,4}政策)|“\d+[+＋]\d*|\d+(?=行动|工程|计划|体系|模式|战略)",
    ),
    (
        "field of a rank",
        "1",
        r"(?<=[国省市球界])\d+个(?=[^，。；、\d]{1,14}第[\d一二三四五六七八九十])|(?<=后)\d+[名位]",
    ),
    ("projects of a plan", "1", r"(?<=五”)\d+项(?=重大)"),
    ("number of parts", "（", r"（\d+个子项）"),
    ("slogan", "1", r"(?<![\d.])\d{1,2}大(?=[\u4e00-\u9fff])"),
    ("telephone", "1（", r"（\d{5,}）|\d{3,4}-\d{7,8}"),
    ("words in brackets", "（", r"（[^（）\d，。；]{1,24}）"),
    ("first-named", "列", r"列第一位者"),
)


def _starting_with(char: str) -> str:
    """Return the masks that can start with a kind of character, in the order of the table."""
    fitting = [
        f"(?P<m{n}_{ord(char)}>{pattern})"
        for n, (_, opens, pattern) in enumerate(_MASKS)
        if char in opens
    ]
    return f"(?={_OPENINGS[char]})(?:{'|'.join(fitting)})"


_FREQUENT = "1一A"  # tried first; what is none of them and no mark stops there
_SELDOM = "".join(char for char in _OPENINGS if char not in _FREQUENT)
# fails fast at every character that starts no mask, and tries at others only those that fit
_COMBINED = re.compile(
    r"(?=[\d\s《“（(±第近列附双A-Za-z一二三四五六七八九十百千万亿两])"
    f"(?:{'|'.join(map(_starting_with, _FREQUENT))}"
    rf"|(?=[\s《“（(±第近列附双])(?:{'|'.join(map(_starting_with, _SELDOM))}))"
)
_REASONS = {name: _MASKS[int(name[1:].partition("_")[0])][0] for name in _COMBINED.groupindex}

# thresholds that are part of a name: 3亿元以上项目, 年产值超10亿元的企业, 30万元以下低效企业
_MEASURED = (
    r"(?:亩均税收|总投资|单体|投资额?|产值|营收|年收入|规模)?(?:均)?(?:超过?|达)?[\d.,]*[百千]?[万亿]{0,2}"
    r"(?:美元|元|亩|吨|平方米|平方公里|公里|千瓦|户|人|周?岁|蒸吨|张床位)"
)
_THRESHOLD = re.compile(
    rf"{_MEASURED}(?:及|或|（含）|\(含\))?(?:以上|以下|以内|及以上|及以下)(?:的|（含）)?"
    r"(?![，。；：、,;:)）\s]|$|且|和|及|与)(?=[^\d，。；]*[\u4e00-\u9fff])"
    rf"|\d+万元且[^，。\d]{{0,8}}\d+万元(?:以下|以上)的?"
    rf"|(?:超过?|达到?|逾)[\d.,]+[百千]?[万亿]{{0,2}}(?:美元|元|亩)(?:以上)?的(?=[\u4e00-\u9fff])"
    r"|(?:超过?|过)[\d.,]*[百千]?[万亿]{1,2}(?:美元|元|斤|吨|亩)?"
    r"(?=企业|项目|园区|楼宇|乡镇|镇|街道|村|产业|集群|平台|县|产品|大户)"
    r"|(?:超过?|满|不足|未满|逾)\d+(?:年|个月|天|日|小时|周岁|岁)(?:以上)?的(?=[\u4e00-\u9fff])"
)


# where a threshold has its measure unit; every one has such a place
_SIZED = re.compile(
    r"[元亩吨米里瓦户人岁位年月天日时](?:(?:及|或|（含）|\(含\))?及?以[上下内]|(?:以上)?的|且)"
    r"|[元斤吨亩万亿](?=企业|项目|园区|楼宇|乡镇|镇|街道|村|产业|集群|平台|县|产品|大户)"
)
_BEFORE_UNIT = 6  # characters of its unit and multiplier that stand before that place
_BEFORE_NUMBER = 7  # characters that stand before the number: 亩均税收, 均, 超过


def masks(text: str) -> Iterator[Mask]:
    """Yield the masked stretches of a paragraph, in order, none overlapping."""
    for match in _COMBINED.finditer(text):
        assert match.lastgroup is not None
        yield Mask(Span(*match.span()), _REASONS[match.lastgroup])


def thresholds(text: str) -> Iterator[Mask]:
    """Yield sizes that are part of a name; `text` already has its masks blanked."""
    at = 0
    for sized in _SIZED.finditer(text):
        if sized.start() < at:
            continue
        # only the characters before the unit can start one
        first = sized.start() - _BEFORE_UNIT
        while first > 0 and (text[first - 1] in ",." or text[first - 1].isdecimal()):
            first -= 1
        for start in range(max(at, first - _BEFORE_NUMBER), sized.start() + 1):
            match = _THRESHOLD.match(text, start)
            if match:
                at = match.end()
                if any(c.isdigit() or c in "千万亿" for c in match.group()):
                    yield Mask(Span(start, at), "size in a name")
                break


def blanked(text: str, found: list[Mask], fill: str) -> str:
    """Return `text` with every masked stretch replaced by `fill`, at the same length."""
    if not found:
        return text
    parts: list[str] = []
    at = 0
    for mask in found:
        parts += (text[at : mask.span.start], fill * (mask.span.end - mask.span.start))
        at = mask.span.end
    parts.append(text[at:])
    return "".join(parts)
