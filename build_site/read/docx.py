"""Word documents: paragraphs and table cells in document order. The only door to python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx import Document as open_docx
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from build_site.model.capture import InputError
from build_site.read.found import Found

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST = 200_000_000  # bytes unpacked; guards against archives that explode


def read(name: str, data: bytes) -> Found:
    """Return the text, one line per paragraph; each table cell's paragraphs own lines.

    The encoding is UTF-8, as the format prescribes (ISO/IEC 29500). Raises
    InputError if the archive is no docx, broken, or explodes when unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise InputError(
                    name,
                    "this is a ZIP archive, but no docx (it has no word/document.xml)",
                    "Unpack it and keep the text, HTML or docx inside",
                )
            unpacked = sum(part.file_size for part in archive.infolist())
            if unpacked > _LARGEST:
                raise InputError(
                    name, f"unpacks to {unpacked:,} bytes", "Save the text without its pictures"
                )
        document = open_docx(io.BytesIO(data))
        lines = [line for line in _lines(document) if line.strip()]
    except InputError:
        raise
    except Exception as error:  # zipfile, zlib, lxml and python-docx each raise their own kind
        raise InputError(
            name, f"this docx cannot be opened: {error}", "Open it in Word and save it again"
        ) from error
    return Found("\n".join(lines), "utf-8", MEDIA_TYPE)


def _lines(container: WordDocument | _Cell) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from block.text.split("\n")
        elif isinstance(block, Table):
            yield from _cells(block)


def _cells(table: Table) -> Iterator[str]:
    """Yield the lines of a table; a merged cell is read once, where it begins."""
    seen: set[object] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield from _lines(cell)
