"""A statement with what is known of where it stands: what links and verdicts are made of."""

from __future__ import annotations

from dataclasses import dataclass

from build_site.model.report import Kind
from build_site.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Claim:
    """One published statement under its id, with its document and paragraph.

    `home` is the place of the document; `place_id` the place the value is
    about, empty if its scope is no whole place (`scope` keeps it as written).
    `year` is the year of the document, None where unknown.
    """

    statement_id: str
    document_id: str
    kind: Kind
    home: str
    place_id: str
    year: int | None
    paragraph_id: str
    paragraph: str
    task_id: str
    grade: str
    statement: Statement
    capture_id: str = ""
    document: int | None = None  # position of the piece in the capture
    start: int = 0  # where the paragraph begins in the repaired text of the capture

    @property
    def quote(self) -> str:
        """Return the words of the statement."""
        return self.statement.quote.of(self.paragraph)

    @property
    def scope(self) -> str:
        """Return the scope as written; empty means the place of the document."""
        return self.statement.scope
