"""One capture → its documents and their lines; page furniture goes here."""

from build_site.segment.capture import segment

__all__ = ["segment"]
