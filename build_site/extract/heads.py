"""The words before a figure: peeled into what they say and what is left as the indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from build_site.extract.memo import remembered
from build_site.extract.subjects import exactly
from build_site.extract.words import any_of
from build_site.vocab.phrasing import phrasing

_TIME = (
    r"(?:到|至|截至|自)?(?:\d{4}年?)?(?:\d{1,2}[-—－–~～至]\d{1,2}月(?:份)?|\d{1,2}-\d{1,2}(?=[，,全])|\d{1,2}月(?:份|底|末)?(?:\d{1,2}[日号])?(?:前(?![\d一二三四五六七八九十列]))?"
    r"|上半年|下半年|第?[一二三四1-4]季度(?:末|底)?(?:前(?!三))?|前三季度)|(?:到|至|截至)?\d{4}年(?:度|底|末)?(?:[-—至]\d{4}年)?|(?:过去|近|今后|未来)?"
    r"[一二三四五六七八九十\d]+年(?:来|间|内|(?=累计))|(?:过去|近|今后|未来)[一二三四五六七八九十\d]+年|提前[一二三四五\d]年|[“\"]?十[一二三四五]五[”\"]?(?:期间|时期|末|以来)?"
    r"|今年(?:以来|上半年)?|去年(?:以来)?|上年|当年|全年|年底|年末|年内|目前|截至目前|截至|期末|一年来"
)
# what a time, a mark or a number, and the words written out in `_lead` can start with
_LEAD_FIRSTS = (
    r"\s\d，,、；;：:。”（）()·\-—到至截自上下第一二三四五六七八九十前过近今未“\"去当全年目期"
    "剔扣还建奋高协"
)
_PUNCTUATION = r"(?:[\s，,、；;：:。”（）()·\-—]|\d{1,2}[.．](?=[^\d]|\d{1,2}[-—]|\d{4}年))"


class Head(NamedTuple):
    """What the words before a figure say. `core` is what is left: the indicator as written.

    `core_start` is its offset in the head.
    """

    core: str
    core_start: int
    comparator: str = ""
    cap: bool = False  # 控制在, 稳定在 …: the words behind the figure decide
    growth: str = ""  # up | down: the figure says how much it grew or fell
    to: bool = False  # 提高到, 降至: a level after a change
    direction: str = ""
    share: bool = False
    distributed: bool = False  # 分别
    every: bool = False  # 均, 各: one value for several subjects
    provisional: bool = False
    qualifier: str = ""
    scope: str = ""
    action: str = ""
    compared: str = ""
    among: bool = False  # 其中
    base: bool = False  # 从 … : the value before a change
    base_year: str = ""  # or the part of the year: H1, Q1


@cache
def _tail_words() -> frozenset[str]:
    words = phrasing()
    return frozenset(
        {*words.before, *words.up, *words.down, *words.reach, *words.plain, *words.share}
    )


@cache
def _tail_ends() -> frozenset[str]:
    """Return the last characters of the words that can close a head."""
    return frozenset(word[-1] for word in _tail_words())


@cache
def _tail() -> re.Pattern[str]:
    every = _tail_words()
    guards = {"均": "(?<![人亩户平])均", "共": "(?<!公)共", "约": "(?<![节签契公合条大])约"}
    guards |= {
        "增长率": "(?<!自然)增长率",
        "快": "(?<!加)快",
        "增": "(?<!新)增",
        "为": "(?<!行)为",
        "至": "(?<!甚)至",
        "过": "(?<![通超经不度跨迈透渡越])过",
        "缩": "(?<![压收紧浓萎])缩",
        "可": "(?<![许认])可",
        "年人均": "(?<=[到至为])年人均",
        "升": "(?<!提)升",
        "提升": "(?<!改造)(?<!改厕)(?<!整治)(?<!学历)提升",
    }
    plain = any_of(every - guards.keys())
    return re.compile(f"(?:{plain}|{'|'.join(guards.values())})$")


# a rank of what is named (市级重点项目), except before what has its own accounts at each rank
_RANKS = frozenset(("市级", "区级", "县级"))
_OF_RANK = "[市区县]级(?=一般|公共|财政|预算|税|收入|支出|国有|政府|“?三公)"


@cache
def _lead() -> re.Pattern[str]:
    words = phrasing()
    guarded = {
        "共": "享同建有产青赢",
        "并": "购网",
        "和": "美谐平",
        "及": "时格",
        "要": "素点件",
        "使": "用",
        "让": "利",
        "再": "生就贷制",
    }
    guards = "|".join(f"{word}(?![{after}])" for word, after in guarded.items())
    firsts = "".join(sorted({word[0] for word in words.leading | words.scopes} | guarded.keys()))
    leading = any_of(words.leading - guarded.keys() - {"高质量", "高标准", "协同"})
    scopes = rf"{any_of(words.scopes - _RANKS)}(?!和|与|、|及|以上|以下|性)|{_OF_RANK}"
    return re.compile(
        rf"(?=[{_LEAD_FIRSTS}{re.escape(firsts)}])(?:{_PUNCTUATION}|{leading}|{guards}|高质量(?!发展)|高标准(?!农田)|协同(?!创新|发展)|(?:剔除|扣除|还原)[^，；。\d]{{2,10}}?因素(?:影响)?后?|建议(?=奋力|努力|今年|全[市省县区州]|20\d\d|确定|把|将|实现)|奋力|{_TIME}|{scopes})(?!率|额|比)"
    )


@cache
def _action() -> re.Pattern[str]:
    plain = any_of((phrasing().actions | phrasing().milestones) - {"新建设", "共有"})
    return re.compile(f"新建设(?!施)|共有(?!产权)|{plain}")  # 新建|设施, 共有产权房


@cache
def _compare() -> re.Pattern[str]:
    pools = any_of(phrasing().pools)
    return re.compile(
        rf"(?:高于|快于|低于|慢于|超过|超|高出|领先|(?<!或)好于|(?<!或)优于|比(?<![占入之对]比)|较|同比)(?P<with>{pools}[^，。；\d]{{0,14}}?|上年(?:同期|末|底)?|去年(?:同期|末|底)?|"
        r"年初(?:预期|确定|计划)?(?:目标)?|[二两三四五六七八九十\d]+年前|上次[^，。；\d]{0,4}?|上一轮[^，。；\d]{0,4}?|一季度|上季度|上半年|上月|前值|\d{4}年(?:全年)?[^，。；\d]{0,6}?|面上[^，。；\d]{0,6}?|计划[^，。；\d]{0,6}?|(?:GDP|地区生产总值|经济|全部|各项|规上)[^，。；\d]{0,14}?|"
        r"预期[^，。；\d]{0,8}?|(?<=[高快低慢优好]于)[^，。；\d]{1,10}?|同期[^，。；\d]{0,6}?)?(?P<verb>增长|增加|提高|提升|上升|下降|减少|降低|回落|增产|前进|进|跃升|高|低|新增|净增|多增|改善)?(?:了)?$"
    )


@dataclass(slots=True)
class _Peeling:
    """The head while it is being peeled."""

    text: str
    end: int
    start: int = 0
    comparator: str = ""
    cap: bool = False
    growth: str = ""
    to: bool = False
    direction: str = ""
    share: bool = False
    distributed: bool = False
    every: bool = False
    provisional: bool = False
    qualifier: str = ""
    scope: str = ""
    action: str = ""
    compared: str = ""
    among: bool = False
    base: bool = False
    base_year: str = ""

    @property
    def rest(self) -> str:
        return self.text[self.start : self.end]


def _peel_end(p: _Peeling) -> None:
    """Take verbs, comparators and comparisons off the end, one after the other."""
    words, compare, tail, tail_ends = phrasing(), _compare(), _tail(), _tail_ends()
    while p.end > p.start:
        compared = compare.search(p.text, max(p.start, p.end - 34), p.end)
        if compared and (compared["with"] or compared["verb"]):
            p.compared = p.compared or (compared["with"] or "").strip()
            verb = compared["verb"] or ""
            opening = compared.group()[:2]
            if (
                verb in words.up
                or verb in ("高", "新增", "多增")
                or opening in ("高于", "快于", "领先", "高出", "好于", "优于")
            ):
                p.direction = p.direction or "up"
            elif verb in words.down or verb == "低" or opening in ("低于", "慢于"):
                p.direction = p.direction or "down"
            if (verb in words.up or verb in words.down) and not p.to:
                p.growth = p.growth or p.direction
            if verb == "改善":
                p.growth = p.growth or "up"  # which way is better is for the indicator to say
            p.end = compared.start()
            continue
        last = p.text[p.end - 1]
        if last == "后" and (without := _WITHOUT.search(p.text, p.start, p.end)):
            p.end = without.start()
            continue
        timed = last in "度年末底的" and _TIME_END.search(p.text, max(p.start, p.end - 14), p.end)
        if timed:
            p.end = timed.start()
            p.to = p.to or timed.group()[0] in "到至"
            continue
        match = last in tail_ends and tail.search(p.text, max(p.start, p.end - 6), p.end)
        if not match:
            return
        word = match.group()
        if word in words.before:
            kind = words.before[word]
            if kind == "cap":
                p.cap = True
            elif not p.comparator:
                p.comparator = kind
        elif word in words.up or word in words.down:
            way = "up" if word in words.up else "down"
            p.direction = p.direction or way
            if not p.to or word in _RATES:
                p.growth = p.growth or way
        elif word in _SINCE:
            p.growth = p.growth or ("up" if p.end == len(p.text) else "")
        elif word in words.reach:
            if word in ("至", "到", "为", "达", "达到", "是") and not p.growth:
                p.to = True
        elif word in words.share:
            p.share = True
            if word not in ("占",):
                return  # 占比, 比重 belong to the indicator
        elif word.startswith(("累计", "合计", "总计", "共计", "总共")):
            p.action = p.action or "累计"
        elif word == "分别":
            p.distributed = True
        elif word in ("均", "各", "各新增"):
            p.every = True
        elif word in ("力争", "确保", "努力", "奋力", "争取", "年均", "基本"):
            p.qualifier = p.qualifier or word
        elif word in ("预计",):
            p.provisional = True
        elif word in ("从", "由"):
            p.base = True
        p.end = match.start()
    return


def _peel_start(p: _Peeling) -> None:
    """Take punctuation, times, scopes and hedges off the start."""
    words = phrasing()
    while p.start < p.end:
        if p.text.startswith("占", p.start):
            p.share = True
            return
        rest = p.rest
        if exactly(rest) and not rest.startswith(tuple(words.own_scopes)):
            return
        match = _lead().match(p.text, p.start, p.end)
        if not match or match.end() == p.start:
            return
        word = match.group()
        if word in words.provisional:
            p.provisional = True
        elif word in words.scopes and word not in words.own_scopes:
            p.scope = p.scope or word
        elif word == "其中":
            p.among = True
        elif word in ("力争", "确保", "努力", "奋力", "争取"):
            p.qualifier = p.qualifier or word
        elif word in ("从", "由"):
            p.base = True
        p.start = match.end()


_RATES = frozenset(("增幅", "增速", "涨幅", "降幅", "升幅", "增长率", "下降率", "降低率"))
_SINCE = frozenset(("同比", "同比分别", "环比"))  # 同比-3.2%, 同比5.6%: growth without its verb
_WITHOUT = re.compile(r"(?:剔除|扣除|还原)[^，；。\d]{2,14}后$")
_AT_LEAST = re.compile(r"(?:至少|最少|不少于)(?=[^，。；\d]{1,6}$)")  # before the verb of a count
_YEARS_LONG = r"(?:[二两三四五六七八九十]|\d+)年"
_TIME_END = re.compile(
    r"(?:[一二三四]季度|前三季度|[上下]半年|年末|年底)(?:末|底)?$"
    r"|恢复[到至](?:\d{4}年|疫情前)(?:同期|水平|同期水平)?的?$|[到至是]\d{4}年(?:末|底)?的$"
    r"|(?:是|约?为|相当于)(?:全国|全省|全市|全区|全州|世界)(?:城市|农村)?(?:平均水平|平均)?的$"
    rf"|[是为](?:前{_YEARS_LONG}|上(?:一个|个)?五年)的$"
    r"|[是为][“\"]?十[一二三四]?五[”\"]?(?:时期|期)?[末初]?的$"
    rf"|(?:(?<![^，、])(?:这|近|过去)?|(?<=[率值量额入资重比]))(?:这|近)?{_YEARS_LONG}$"
)
_PARTS = {"上半年": "H1", "一季度": "Q1", "前三季度": ""}
_FROM = re.compile(
    r"(?:从|由)(?:年初|上年(?:末|底)?|去年(?:末|底|同期)?|上年同期|原来|此前"
    r"|(?P<part>上半年|一季度|前三季度)"
    r"|(?P<year>\d{4})年(?:末|底)?)?的?(?:亏损|盈利)?"
    r"(?:人均|户均|(?:每人)?每[月年天日亩吨])?$"
)


_ASIDE = re.compile(r"（(?:下同|同比|不变价|可比价|现价|预计|初步|按可比价)[^（）\d]{0,8}）$")


def peel(head: str) -> Head:
    """Take a head apart; what remains between its ends is the indicator as written."""
    return _peeled_short(head) if len(head) <= _SHORT else _peeled(head)


_SHORT = 8  # code points: ，增长 and the like recur, longer heads do not


_SAID = attrgetter(*Head._fields[2:])


def _peeled(head: str) -> Head:
    p = _Peeling(head, len(head))
    before_change = _FROM.search(head)
    if before_change:
        p.base, p.end = True, before_change.start()
        p.base_year = before_change["year"] or _PARTS.get(before_change["part"] or "", "")
    while p.end and p.text[p.end - 1] in " 　（(“：:":
        p.end -= 1
    if p.end and p.text[p.end - 1] == "）":
        aside = _ASIDE.search(p.text, 0, p.end)
        p.end = aside.start() if aside else p.end
    _peel_end(p)
    if p.rest.endswith("、") and p.end < len(head):  # 上市企业实现倍增、达到60家
        p.end, growth = p.end - 1, p.growth
        _peel_end(p)
        p.growth = growth
    _peel_start(p)
    least = _AT_LEAST.search(p.text, p.start, p.end) if "少" in p.text else None
    if least and not p.comparator:
        p.comparator = "ge"
        p.start = least.end()
    return Head(p.rest, p.start, *_SAID(p))


_peeled_short = remembered(_peeled)


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(any_of(phrasing().inner))


_JOINED_VERB = re.compile("[、和及与]")
_NOT_A_NOUN = re.compile(
    r"(?:[率额值量数度业费比站厂商器房]|总里程|进度|情况|时间|面积|金额|规模|总额|目标|任务)"
)


_BUILT_UP = "建成区"
_PER = re.compile(r"(?:每|人均|户均)[^，、]{0,6}$")


@cache
def _milestone() -> re.Pattern[str]:
    return re.compile(any_of(phrasing().milestones) + "$")


def split_action(core: str) -> tuple[str, str, str]:
    """Return (actor, action, noun): 西塞科学谷|引进|科创项目; noun alone when there is no verb.

    A verb may stand at the start, at the end (项目|开工) or, from a shorter
    list, inside. 完成率 and 服务业 hold no verb.
    """
    end = 0
    while match := _action().match(core, end):
        if core.startswith(_BUILT_UP, end):
            break
        if _NOT_A_NOUN.match(core, match.end()):
            break
        first, end = end, match.end()
        if first and len(core) - end <= 2:
            end = first  # 落实|帮扶资金: the second verb belongs to the noun
            break
        if _JOINED_VERB.match(core, end) and _action().match(core, end + 1):
            end += 1
    if end and (end < len(core) or _milestone().search(core)):
        return "", core[:end], core[end:]
    last = _milestone().search(core)
    if last and last.start() >= 2:
        return core[: last.start()], last.group(), ""
    for match in reversed(list(_inner().finditer(core, 2))):
        noun = core[match.end() :]
        if core.startswith(_BUILT_UP, match.start()):
            continue
        if _PER.match(core[: match.start()]):
            continue  # 每千人口拥有托位数
        if len(noun) >= 2 and noun[0] not in "与和及、" and not _NOT_A_NOUN.match(noun):
            return core[: match.start()], match.group(), noun
    if end:
        return "", core[:end], ""
    return "", "", core
