"""Which category of page furniture a line belongs to."""

from __future__ import annotations

import re
from functools import lru_cache

from build_site.model.report import Removed
from build_site.model.text import Span
from build_site.vocab.furniture import furniture_patterns, furniture_reasons

_LATIN_MARKUP = re.compile(r"[A-Za-z0-9_./:?=&%#-]{12,}")
_STOP = re.compile(r"[。！？；]")
_PUBLICITY = re.compile(r"[，,]")


@lru_cache(maxsize=65_536)
def furniture_category(line: str) -> str:
    """Return the category of a trimmed line that is certainly furniture, else an empty string."""
    for pattern in furniture_patterns():
        if len(line) <= pattern.longest and pattern.expression.search(line):
            return pattern.category
    return ""


def leftover_category(line: str) -> str:
    """Return the category of a line that stands outside every document."""
    certain = furniture_category(line)
    if certain:
        return certain
    pieces = _PUBLICITY.split(line)
    if len(pieces) >= 6 and not _STOP.search(line) and max(map(len, pieces)) <= 24:
        return "spam"
    if _STOP.search(line) or len(line) > 60:
        return "non_report"
    return "navigation"


def removed_run(span: Span, category: str) -> Removed:
    """Return the record of a removed run with the reason that readers see."""
    return Removed(span, category, furniture_reasons()[category])
