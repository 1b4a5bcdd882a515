"""From a file in seeds/ to a Capture: choose the reader by the bytes and the name."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from build_site.model.capture import Capture, InputError, Sidecar
from build_site.model.text import Document
from build_site.read import docx, html, markdown, text
from build_site.read.sidecar import read_sidecar

LARGEST = 100_000_000  # bytes; the longest known work report is under 1 MB

# Beginnings of files that are not text, so that the refusal can say what they are.
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file (.doc, .xls)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
)
_HTML_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)", re.I
)
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml", ".shtml")
_SKIPPED = ("readme", "readme.md", "readme.txt", "license", "thumbs.db")


def captures_in(folder: Path) -> tuple[Path, ...]:
    """Return the captures of a folder, sorted by name: no sidecars, README or dot files.

    Raises InputError if there is no such folder or two files would share a capture id.
    """
    if not folder.is_dir():
        raise InputError(str(folder), "there is no such folder", "Name the folder of captures")
    found = tuple(
        path
        for path in sorted(folder.iterdir(), key=lambda p: p.name)
        if path.is_file()
        and not path.name.startswith(".")
        and path.name.lower() not in _SKIPPED
        and path.suffix.lower() != ".toml"
    )
    seen: dict[str, Path] = {}
    for path in found:
        other = seen.setdefault(capture_id(path.name), path)
        if other is not path:
            raise InputError(
                path.name,
                f"its id {capture_id(path.name)!r} is already that of {other.name}",
                "Rename one of the two files",
            )
    return found


def capture_id(name: str) -> str:
    """Return the id of a capture: the file stem in lower case, all but [a-z0-9-] as '-'."""
    stem = Path(name).stem or name
    return re.sub(r"[^a-z0-9-]", "-", stem.lower())


def read_capture(path: Path, *, name: str | None = None) -> Capture:
    """Read one file and its sidecar NAME.toml, if there is one.

    `name` is what messages and the dataset call the file; its file name if not
    given. Raises InputError if the file cannot be used.
    """
    name = path.name if name is None else name
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise InputError(name, "this is a folder, not a capture", "Name a file in it")
        if size > LARGEST:
            raise InputError(
                name,
                f"the file has {size:,} bytes, more than {LARGEST:,}",
                "Split it, or save only the page that holds the report",
            )
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            name, f"cannot be read: {reason}", "Check the path and its rights"
        ) from error
    beside = path.with_suffix(".toml")
    sidecar = read_sidecar(beside) if beside.is_file() else Sidecar()
    return read_bytes(name, data, sidecar)


def read_bytes(name: str, data: bytes, sidecar: Sidecar | None = None) -> Capture:
    """Read a capture from its bytes.

    `document.raw` is the strict decode of a text (newlines kept, no BOM), or
    the extracted text of HTML and docx. Raises InputError, with a byte offset
    where one is to blame, if the bytes are no readable text.
    """
    if not data.strip():
        raise InputError(name, "the file is empty", "Save the page again, or remove the file")
    if len(data) > LARGEST:
        raise InputError(name, f"more than {LARGEST:,} bytes", "Split the capture")
    suffix = Path(name).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        found = docx.read(name, data)
    else:
        for magic, what in _MAGIC:
            if data.startswith(magic):
                raise InputError(
                    name, f"this is {what}, not text (byte 0)", "Save it as text, HTML or docx"
                )
        if suffix == ".docx":
            raise InputError(
                name, "the name says .docx but the bytes are no docx", "Save it again in Word"
            )
        if suffix in _HTML or _HTML_START.match(data[:4096]):
            found = html.read(name, data)
        elif suffix in _MARKDOWN:
            found = markdown.read(name, data)
        else:
            found = text.read(name, data)
    if not found.raw.strip():
        raise InputError(name, "the file holds no text", "Save the page again, or remove the file")
    key = capture_id(name)
    return Capture(
        capture_id=key,
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=found.encoding,
        media_type=found.media_type,
        document=Document(id=key, raw=found.raw),
        sidecar=Sidecar() if sidecar is None else sidecar,
    )
