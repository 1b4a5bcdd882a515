"""What a reader of one kind of file hands back."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """The text of a file, the encoding that was proven, and its media type (RFC 6838)."""

    raw: str
    encoding: str
    media_type: str
