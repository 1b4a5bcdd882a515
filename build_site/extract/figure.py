"""A figure as it is read from a text: number, measure unit, and what stands right at it."""

from __future__ import annotations

from typing import NamedTuple

from build_site.model.text import Span


class Figure(NamedTuple):
    """A number as written. `unit` is as written with its multiplier (万标箱, 亿元)."""

    span: Span  # number and unit
    end: int  # behind a comparator that follows (左右, 以上)
    value: float
    unit: str
    unit_norm: str
    factor: float  # value × factor is in unit_norm
    measure: str  # of the unit alone: level, share, count, rank, ratio, percentage_point_change
    high: float | None = None
    comparator: str = ""  # said by the figure itself or right behind it
    per_mille: bool = False
    rank_in: str = ""
    certain: bool = True
    written_zh: bool = False  # in Chinese numerals
    verb: str = ""  # its own verb in a list: 分别增长12.3%和下降2.1%
