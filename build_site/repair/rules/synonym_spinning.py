"""Undo synonym spinning (伪原创), in spun stretches only."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.model.text import Certainty, Edit
from build_site.repair.rule import Stage, rule
from build_site.repair.spin_channel import known_channel
from build_site.repair.spin_detect import reworded_lines
from build_site.repair.spin_measure import spun_lines
from build_site.repair.spin_model import official_prose
from build_site.repair.spin_restore import restore_lines

# Restoring takes 100 to 200 microseconds a code point; a spun capture longer than a
# dozen reports is left as it is rather than kept waiting for.
_LONGEST = 200_000

_SPUN = (
    "片面承接国家、省系列政策，深刻生长“四大双千、解题破难”流动，为市场运营主体减负226.3亿元。"
    "争与专项债券额度302.1亿元、居全省第4；名目建立提速删效。落真赛马比拼、前置亮灯等机制，"
    "牢固资产投资删加18.5%，间断8个月居全省首位，此中制造业投资删加19.5%、高新技术财产投资删加48%。"
)
_RESTORED = (
    "全面承接国家、省系列政策，深入开展“四大双千、解题破难”活动，为市场经营主体减负226.3亿元。"
    "争取专项债券额度302.1亿元、居全省第4；项目建设提速增效。落实赛马比拼、前置亮灯等机制，"
    "固定资产投资增长18.5%，连续8个月居全省首位，其中制造业投资增长19.5%、高新技术产业投资增长48%。"
)


@rule(
    zh="还原伪原创软件换掉的词：先看每千字的标记词和缺失的常用词，只动被改写的段落，再用词表和语言模型选词；"
    "词表没有的词，由它出现的所有位置推断。",
    en="Restore words that a synonym spinner replaced: only in stretches dense with words that "
    "clean reports do not use, or where their usual words are missing; by a lexicon of "
    "substitutions, a model of official prose, and, for a word no lexicon holds, by all the "
    "places where it stands.",
    stage=Stage.WORDS,
    certainty=Certainty.CONJECTURE,
    repairs={_SPUN: _RESTORED},
    leaves=(
        "建立健全长效机制，展开攻坚，保护人民财产安全，加速核心技术攻关。",
        "我们要正确认识形势变化，深入基层，推动生产生活方式绿色转型。",
        "加强财产保险监管，建立正在建设项目的核心指标体系，敦促整改落实。",
        "名目繁多的变化考验都市圈的安宁，大众生活水平连续提高。",
    ),
)
def synonym_spinning(text: str) -> Iterator[Edit]:
    """Restore the words that a synonym spinner replaced, in spun lines only.

    A text with more than 200,000 code points of spun lines is left alone.
    """
    spans = spun_lines(text) or reworded_lines(text)
    if not spans or sum(span.end - span.start for span in spans) > _LONGEST:
        return
    lines = [span.of(text) for span in spans]
    restored = restore_lines(lines, known_channel(), official_prose())
    for span, steps in zip(spans, restored, strict=True):
        for step in steps:
            if step.reading != step.spun:
                yield Edit(span.start + step.start, step.spun, step.reading, step.alternatives)
