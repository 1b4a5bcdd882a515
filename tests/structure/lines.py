"""Invented tables as they come out of repair: one block a line."""

from __future__ import annotations

import re

from build_site.model.report import Kind, Piece
from build_site.model.text import Span


def piece_of(text: str, kind: Kind = Kind.PROGRESS_TABLE) -> Piece:
    """Return a piece whose blocks are the trimmed lines of `text`."""
    blocks = tuple(
        Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip()))
        for m in re.finditer(r"[^\n]+", text)
        if m[0].strip()
    )
    return Piece(0, kind, Span(0, len(text)), None, blocks)
