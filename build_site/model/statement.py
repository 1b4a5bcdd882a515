"""One typed claim in a sentence, and the paragraph it is read from."""

from __future__ import annotations

from dataclasses import dataclass

from build_site.model.report import Kind, Role
from build_site.model.text import Span


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A paragraph as published, with what is known of the place where it stands.

    `section_titles` is the path of headings above it, outermost first, without
    numbers; for tables and breakdowns it may hold the title of the annex.
    """

    text: str
    role: Role = Role.PROSE
    section_titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What the document says of itself.

    `year` is the year of its title; the title tells which part of the year a
    progress table reports on (半年度 …).
    """

    kind: Kind
    year: int | None
    title_zh: str = ""
    place_zh: str = ""
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """One value in one clause of one paragraph; codes are those of DATASET.md.

    `quote` is a span of the paragraph's own text, from the indicator to the
    value; `figure` is the number with its measure unit inside it (None for a
    claim without a number). `value` is the figure as written, `value_norm` the
    same in `unit_norm` (CNY, percent, person …). A range holds both ends.
    """

    quote: Span
    indicator_id: str
    indicator_zh: str
    kind: str  # target | progress | actual | baseline
    measure: str
    comparator: str
    value: float | None = None
    value_high: float | None = None
    unit_zh: str = ""
    value_norm: float | None = None
    unit_norm: str = ""
    direction: str = ""  # up | down
    period: str = ""
    scope: str = ""  # as written (全省, 市区 …); empty = the document's own place
    compared_with: str = ""  # 全国, 上年, 地区生产总值增速 … as written or canonical
    provisional: bool = False
    confidence: float = 1.0
    figure: Span | None = None
    action: str = ""  # the verb of a count: 新增, 建成, 引进 …
    rank_in: str = ""  # the field of a rank: 全省, 全国地级市 …
    qualifier: str = ""  # 基本, 力争, 年均 …
    value_high_norm: float | None = None
