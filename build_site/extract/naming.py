"""Of what the figures of a group are values: the words before, behind, or clauses ago."""

from __future__ import annotations

import re

from build_site.extract.heads import Head, peel, split_action
from build_site.extract.reading import CROSSED, FILL, Group, Sentence
from build_site.extract.states import finished, stated
from build_site.extract.subjects import (
    Subject,
    coordinated,
    ends_like_a_name,
    exactly,
    indicator_id,
    known_end,
    known_start,
    known_with_head,
    listed,
    whole_names,
)
from build_site.extract.wholes import uncounted, whole_of
from build_site.vocab.phrasing import phrasing

_NOUN_START = re.compile(r"[\u4e00-\u9fffA-Za-z“《]")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]")
_CUT = re.compile(r"[，。；、：！？\n（）]")
_NOT_A_NOUN = ("（", "和", "及", "与", "并", "等", "以及", "且")
_STANDING = re.compile(
    r"超过|高于|低于|快于|好于|优于|领先|居|位居|位列|列|保持|排|蝉联|领跑|稳居|在全|全"
)
_PREDICATE = re.compile(
    r"居|位列|列|入选|获|增长|分别|达到|达|通过|实现|占|列入|纳入|落户|落地|投产|开工|竣工|签约|建成|成为|"
    r"全部|完成|被|均|成功|得到|已|挂牌|进入|用于|同比|实施|提供|拓展|为"
)
_AND_END = re.compile(r"(?:、|和|与|及|以及)\s*$")
_OPENING = re.compile(r"[，、；：。和及与\s]*(?:我们)?")
_PREPOSITIONS = frozenset(
    ("对", "为", "与", "向", "将", "把", "给", "用", "以", "在", "从", "等", "有")
)
_ADVERBS = re.compile(r"^(?:其中|已|均|分别|累计|目前|全部|也)+|(?:其中|已|均|分别|累计|目前)+$")
_TOTAL = ("数", "额", "量", "率", "面积")
_RUNS = frozenset(("年", "个月", "个季度", "届", "次"))
_PLACES = (
    *("省", "市", "县", "区", "镇", "乡", "街道", "港", "机场", "州", "旗", "村", "园", "谷", "城"),
    *("平台", "走廊"),
)
_COMPLETES = re.compile(
    r"(?:已)?完成(?P<of>(?:全年|年度|年初|全部|省定|省下达|市定|省|市|总|目标|计划|时序|预期|预算|当年)[^，\d]{0,12}?"
    r"(?:目标任务|任务|目标|计划|预算|工程量|进度|总投资|总工程量))(?:数)?(?:的)?(?:约|近|超|超过|达)?$"
    r"|^[，、]?(?:已|分别)*完成(?P<of2>(?:目标任务|任务|目标|计划|预算))(?:的)?$"
    r"|^[，、]?(?:分别)?(?:占|为)(?P<of4>(?:调整)?(?:预算|计划|任务|目标))(?:的)?$"
    r"|(?:占|为)(?P<of3>(?:年度|全年|年初|年|总)(?:计划|任务|目标|预算|投资|工程量)(?:投资)?)(?:的)?$"
)
_MILESTONE_END = re.compile("(?:存栏|出栏|开工|竣工|签约|落地)量?$")
_CHANGED = re.compile("提[高升]|上升|下降|降|增|扩大|减|缩|升|到|至|压|回落|跃")
_GROWN_ON = re.compile("(?:种植|播种|栽培|养殖)?面积$")
_YIELDS = frozenset(("产量", "总产量", "总产", "单产", "产值", "总产值"))
_BOTH_SIDES = re.compile("城乡([^，。；：]{2,12})[：:，]?$")
_AND = re.compile("以及|[、和与及并]")
_SET = ("下达的", "确定的", "预期的", "规定的", "计划的")
_GOALS = re.compile("(?:预期|控制|年度)?目标(?:以内|之内)?")
_GOAL = ("目标", "任务", "指标", "的目标", "的任务")
_SIZE_AND_GROWTH = re.compile(
    "(?:^|[，、])(总量|规模|总额)[和与及、](增速|增幅)(?:均|都|双双|分别)"
)
_HOW_FAR = re.compile("(?:累计|基本|全部|全面|共|已)+$")
# a field, not what is ranked
_AMONG = re.compile("在(?:全国|全省|全市|全区)?(?P<of>[^，在]{2,20})(?:中|里)$")
_TAILS = ("增加值", "总产值", "产值", "投资", "贷款余额", "贷款", "收入", "出口")


def noun_behind(sentence: Sentence, group: Group) -> tuple[str, int]:
    """Return what follows a count (11项国家和省级改革试点) and where it ends.

    When nothing else is counted in the clause, its predicate belongs to it:
    4家企业入选省“雄鹰”培育企业.
    """
    at = group.figures[-1].end
    cut = _CUT.search(sentence.bare, at, group.behind)
    end = cut.start() if cut else group.behind
    if not group.alone or end - at > 26:
        predicate = _PREDICATE.search(sentence.bare, at, end)
        if predicate and predicate.start() > at + 1:
            end = predicate.start()
    noun = sentence.text[at:end].strip("的 ")
    if CROSSED.match(noun) or _GOALS.fullmatch(noun):
        return "", end
    if noun.startswith(_NOT_A_NOUN):
        return "", end
    return noun.rstrip("和与及、"), end


def is_assigned(sentence: Sentence, group: Group) -> bool:
    """Say whether a figure is that of a target set by others: 超额完成省下达的3.5%目标任务."""
    return group.words.endswith(_SET) and sentence.bare.startswith(_GOAL, group.figures[-1].end)


def subjects_of(sentence: Sentence, group: Group, head: Head) -> list[Subject]:
    """Return of what the figures of a group are values; empty when nothing is named."""
    words = group.words
    opening = _OPENING.match(words)
    start = group.head_start + (opening.end() if opening else 0)
    done = _completion(sentence, group, words, start)
    if done:
        return done
    if is_assigned(sentence, group):
        return _carried(sentence, group, head, start)
    both = _SIZE_AND_GROWTH.search(words) if group.figures[0].measure == "rank" else None
    if both and sentence.latest:
        whole = sentence.latest[-1]
        return [whole._replace(name=whole.name + of, start=start) for of in both.groups()]
    core = head.core.strip(" 、，：:").removeprefix("的")
    field = _AMONG.search(core) if core.endswith(("中", "里")) else None
    core = core[: field.start()] if field else core
    if core.count("“") != core.count("”"):
        core = core.rstrip("“")
    if core in phrasing().relational_growth or core in _PREPOSITIONS or not _WORD.search(core):
        core = ""
    if group.head_start > group.clause.start and _AND_END.search(words):
        core = ""  # 培育3个省级、10个市级品牌: what is counted stands behind
    prenominal = _prenominal(sentence, group, head, core, start)
    if prenominal:
        return [prenominal]
    if not core:
        found = _behind(sentence, group, head, start) or _carried(sentence, group, head, start)
        return found or ([Subject(field["of"], "", start, "", head.scope)] if field else [])
    several = _several(sentence, group, head, core, start)
    return several or [_single(sentence, group, head, core, start)]


def _several(sentence: Sentence, group: Group, head: Head, core: str, start: int) -> list[Subject]:
    """Return the subjects of a phrase that names more than one; empty when it names one."""
    count = len(group.figures)
    if "分别" in core and count > 1:
        several = _split_at_each(core, count, start, head)
        if several:
            return several
    share = core.removeprefix("分别")
    if count > 1 and share.startswith("占"):
        whole = [s.name + share for s in _carried(sentence, group, head, start)]
        return [Subject(name, indicator_id(name), start, "", head.scope) for name in whole]
    if count > 1:
        names = coordinated(core, count)
    elif head.every:
        names = _every(core)
    else:
        names = _sharing_one(group, head, core)
    if len(names) < 2:
        return []
    names = [_with_tail(sentence, head, n) for n in names]
    return [Subject(n, indicator_id(n), start, "", head.scope) for n in names]


def _sharing_one(group: Group, head: Head, core: str) -> list[str]:
    """Return the names that share one value; the phrase alone where they are not all sure."""
    if group.figures[0].measure == "count" or head.distributed:
        return [core]
    names = listed(core)
    unsure = len(names) > 1 and not all(indicator_id(n) for n in names)
    return [core] if unsure and not whole_names(_AND.split(core)) else names


def _prenominal(
    sentence: Sentence, group: Group, head: Head, core: str, start: int
) -> Subject | None:
    """Read 推进20个重点项目, 取消97.8%的事项: what is counted stands behind."""
    figure = group.figures[-1]
    if not core or head.growth or len(group.figures) > 1:
        return None
    if core.endswith(_TOTAL) or exactly(core):
        return None
    after = sentence.bare[figure.end : figure.end + 1]
    counted = figure.measure == "count" and figure.unit_norm in ("count", "person", "household")
    if not (counted and figure.unit[-1] not in "次年") and not (
        figure.measure == "share" and after == "的" and "占" not in core
    ):
        return None
    noun, _ = noun_behind(sentence, group)
    named = _NOUN_START.match(noun) or after == FILL
    if len(noun) < 2 or not named or _PREDICATE.match(noun):
        return None
    action = core if core in phrasing().actions else split_action(core)[1]
    return Subject(noun, indicator_id(noun), start, action, head.scope)


def _completion(sentence: Sentence, group: Group, words: str, start: int) -> list[Subject]:
    """Read 完成年度目标的91%: the completion of what was named before, one for each figure."""
    said = group.figures[0].measure == "share" and any(w in words for w in ("完成", "占", "为"))
    match = _COMPLETES.search(words) if said else None
    if not match:
        return []
    of = match["of"] or match["of2"] or match["of3"] or match["of4"]
    actor = _ADVERBS.sub("", words[: match.start()].strip("，、；：。 "))
    if actor:
        return [Subject(f"{actor}完成{of}", "", start, passing=True)]
    count = len(group.figures)
    whole = sentence.subjects[-count:] if len(sentence.subjects) >= count else sentence.latest[-1:]
    if not whole:
        return [Subject(f"完成{of}", "", start, passing=True)]
    return [Subject(f"{s.name}完成{of}", "", s.start, s.action, passing=True) for s in whole]


def _every(core: str) -> list[str]:
    """Return the names that share one value after 均 or 各."""
    names = listed(core)
    if len(names) == 1 and not exactly(core):
        parts = [p for p in re.split("[、和]", core) if len(p) > 1]
        names = parts if 1 < len(parts) <= 6 else names
    return names


def _split_at_each(core: str, count: int, start: int, head: Head) -> list[Subject]:
    """Read A、B和C分别完成投资: three subjects with the verb's noun."""
    left, _, right = core.partition("分别")
    _, action, noun = split_action(right)
    names = coordinated(left, count)
    if len(names) != count:
        return []
    whole = [n + noun for n in names]
    return [Subject(n, indicator_id(n), start, action, head.scope) for n in whole]


def _behind(sentence: Sentence, group: Group, head: Head, start: int) -> list[Subject]:
    """Return the noun behind the figure when the figure counts it."""
    figure = group.figures[0]
    counts = (
        figure.measure == "count"
        or not figure.unit
        or (
            figure.measure in ("level", "share")
            and not (head.growth or head.to or head.comparator or head.compared)
        )
    )
    if not counts:
        return []
    noun, _ = noun_behind(sentence, group)
    tail = known_end(noun) if not group.alone else ""
    if tail and tail != noun:
        noun = noun[: -len(tail)]
    if head.base and _CHANGED.match(noun):
        return []  # 由862亿元增加到1356亿元
    if figure.unit in _RUNS and sentence.latest and _STANDING.match(noun):
        return []
    if len(noun) < 2 or not _WORD.search(noun):
        return []
    noun, state = stated(noun)
    action = head.action or sentence.action or state
    return [Subject(noun, indicator_id(noun), start, action, head.scope)]


def _carried(sentence: Sentence, group: Group, head: Head, start: int) -> list[Subject]:
    """Return the subjects of earlier clauses for a figure whose clause names none."""
    count = len(group.figures)
    if not sentence.subjects:
        before = sentence.before.strip("，、；：。 ")
        peeled = peel(before)
        known = known_start(peeled.core)
        if known:
            return [Subject(known, indicator_id(known), sentence.before_start + peeled.core_start)]
        return [Subject(before, "", start, certain=False)] if 2 <= len(before) <= 40 else []
    if count > 1:
        if len(sentence.latest) == count:
            return sentence.latest
        if len(sentence.subjects) >= count:
            return sentence.subjects[-count:]
        return sentence.latest[-1:]
    if head.every:
        return sentence.subjects[-6:]
    last = sentence.latest[-1:] or sentence.subjects[-1:]
    action = head.action or finished(group.words)
    return [s._replace(action=action) for s in last] if action else last


def _with_tail(sentence: Sentence, head: Head, name: str) -> str:
    """Return a part named after 其中 with the head of the whole: 装备制造业 → …增加值."""
    if not head.among or not sentence.latest or exactly(name):
        return name
    whole = sentence.latest[-1].name
    for tail in _TAILS:
        if whole.endswith(tail) and exactly(name + tail):
            return name + tail
    return name


def _single(sentence: Sentence, group: Group, head: Head, core: str, start: int) -> Subject:
    """Return the one subject that a phrase names, in the light of what came before."""
    words = phrasing()
    latest = sentence.latest[-1] if sentence.latest else None
    core = _side(sentence, core)
    if core == "经济" and head.growth:
        core = "经济增长"
    known = indicator_id(core)
    if core.startswith("对") and core.endswith("贡献率") and latest:
        return Subject(
            uncounted(latest.name) + core,
            "",
            start,
            "",
            head.scope,
            base=latest.base or latest.name,
        )
    if core in words.relational and not exactly(core):
        base = whole_of(latest.base or latest.name, core) if latest else ""
        whole = base + core if base else known_with_head(sentence.before, core)
        if whole:
            return Subject(whole, indicator_id(whole), start, "", head.scope, base=base)
    if core.startswith("占"):
        whole = (latest.name if latest else "") + core.replace("占到", "占", 1)
        return Subject(whole, indicator_id(whole), start, "", head.scope)
    if known:
        return Subject(core, _opening(sentence, core) or known, start, head.action, head.scope)
    tail = known_end(core) if group.head_start > group.clause.start and not group.listed else ""
    if tail:
        return Subject(tail, indicator_id(tail), start, "", core[: -len(tail)])
    core = _with_tail(sentence, head, core)
    shared = _shared_opening(latest, core)
    if shared:
        return Subject(shared, indicator_id(shared), start, head.action, head.scope)
    if exactly(core):
        return Subject(core, indicator_id(core), start, "", head.scope)
    return _with_action(sentence, group, head, core, start)


def _side(sentence: Sentence, core: str) -> str:
    """Return the whole name of a side of all residents: 其中城镇74997元、农村40311元."""
    if core not in ("城镇", "农村", "城镇居民", "农村居民"):
        return core
    other = sentence.latest[-1].name if sentence.latest else ""
    if other[:2] in ("城镇", "农村", "城市") and exactly(core[:2] + other[2:]):
        return core[:2] + other[2:]
    both = _BOTH_SIDES.search(sentence.before)
    if both and exactly(core[:2] + both[1]):
        return core[:2] + both[1]  # 城乡低保标准：城镇…，农村…
    whole = next((s.name for s in sentence.subjects if "居民" in s.name), "")
    return core[:2] + whole[whole.index("居民") :] if whole else core


def _with_action(sentence: Sentence, group: Group, head: Head, core: str, start: int) -> Subject:
    """Take the verb out of a phrase: what is counted, and what was done with it."""
    actor, action, noun = split_action(core)
    if action and noun:
        sentence.action = action
        whole = actor + noun
        if actor and (len(noun) <= 2 or group.figures[0].measure == "share"):
            core, state = stated(core)
            return Subject(core, indicator_id(core), start, state, head.scope)
        if actor and exactly(whole):
            return Subject(whole, indicator_id(whole), start, action, head.scope)
        place = actor if actor.endswith(_PLACES) and len(actor) <= 14 else ""
        return Subject(noun, indicator_id(noun), start, action, place or head.scope)
    if action and actor:
        actor = _HOW_FAR.sub("", actor) or actor
        return Subject(actor, indicator_id(actor), start, action, head.scope)
    if action:
        behind, _ = noun_behind(sentence, group)
        sentence.action = action
        if len(behind) >= 2 and _WORD.search(behind) and group.figures[0].measure != "rank":
            return Subject(behind, indicator_id(behind), start, action, head.scope)
        if sentence.latest:
            stem = _MILESTONE_END.sub("", sentence.latest[-1].name)
            if exactly(stem + action):  # 生猪存栏 …、出栏 …
                return Subject(stem + action, indicator_id(stem + action), start)
            return sentence.latest[-1]._replace(action=action)
        before = split_action(sentence.before.strip("，、；：。 "))[2]
        if 2 <= len(before) <= 24:
            return Subject(before, indicator_id(before), start, action, head.scope, certain=False)
        return Subject(action, "", start, action, head.scope, certain=False)
    if group.listed and group.figures[0].measure in ("count", "level"):
        return Subject(core, "", start, sentence.action, head.scope)
    return Subject(core, "", start, head.action, head.scope)


def _shared_opening(latest: Subject | None, core: str) -> str:
    """Return a name made of the opening of the one before: 粮食播种面积 …、总产 …."""
    before = latest.name if latest and len(core) <= 5 and not exactly(core) else ""
    if core in _YIELDS:
        grown = _GROWN_ON.sub("", before)
        if grown != before:
            return grown + core
    if not ends_like_a_name(core):
        return ""
    openings = (before[:k] for k in range(min(len(before), 6), 1, -1))
    return next((o + core for o in openings if exactly(o + core)), "")


def _opening(sentence: Sentence, core: str) -> str:
    """Return the id of a name that shares its opening with the one before it.

    宁波舟山港货物吞吐量 …，集装箱吞吐量 is the port's.
    """
    before = sentence.latest[-1].name if sentence.latest else ""
    for k in range(min(len(before) - 1, 8), 2, -1):
        found = before.endswith(_PLACES, 0, k) and exactly(before[:k] + core)
        if found:
            return found
    return ""
