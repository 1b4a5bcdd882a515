"""Plain text: the strict decode, newlines untouched."""

from __future__ import annotations

from build_site.read.encoding import decode
from build_site.read.found import Found


def read(name: str, data: bytes) -> Found:
    """Return the text exactly as decoded; raise InputError if it does not decode."""
    raw, encoding = decode(name, data)
    return Found(raw, encoding, "text/plain")
