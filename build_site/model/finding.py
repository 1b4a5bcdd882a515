"""What a check noticed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_site.model.text import Span


class Severity(StrEnum):
    """How much a finding matters to a reader."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed. `at` is a span of the repaired text of `capture_id`, if there is one."""

    check: str
    severity: Severity
    capture_id: str
    document: int | None  # position of the piece in the capture
    at: Span | None
    message_zh: str
    message_en: str
