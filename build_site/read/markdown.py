"""Markdown: kept as written, because its marks may be the capture's only headings."""

from __future__ import annotations

from build_site.read.encoding import decode
from build_site.read.found import Found


def read(name: str, data: bytes) -> Found:
    """Return the Markdown exactly as decoded; raise InputError if it does not decode."""
    raw, encoding = decode(name, data)
    return Found(raw, encoding, "text/markdown")
