"""One typed claim in a sentence. Codes are those of dataset/README and DATASET.md."""

from __future__ import annotations

from dataclasses import dataclass

from build_site.model.text import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One value in one clause of one paragraph.

    `quote` is a span of the paragraph's own text; `value` is the figure as
    written, `value_norm` the same in `unit_norm` (CNY, percent, person …).
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
    scope: str = ""  # place_id; empty = the document's own place
    compared_with: str = ""
    provisional: bool = False
    confidence: float = 1.0
