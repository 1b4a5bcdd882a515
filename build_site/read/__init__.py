"""Bytes to Document(raw): one file per kind of capture. Decodes and marks; never cleans."""

from build_site.read.capture import captures_in, read_bytes, read_capture

__all__ = ["captures_in", "read_bytes", "read_capture"]
