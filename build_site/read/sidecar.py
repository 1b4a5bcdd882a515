"""NAME.toml beside a capture: what is known of it that the file does not say."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from build_site.model.capture import Correction, Grade, InputError, Sidecar
from build_site.model.text import Certainty

_TEXTS = ("site_name", "url", "licence_note", "grade")
_DATES = ("published_on", "captured_on")
_KEYS = (*_TEXTS, *_DATES, "correction")
_CORRECTION = ("quote", "reading", "certainty", "reason")


class _Reading:
    """One sidecar being read: knows its file and finds the line of a key for messages."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text

    def wrong(self, problem: str, remedy: str, key: str = "", nth: int = 0) -> InputError:
        return InputError(self.file, problem, remedy, self.line_of(key, nth) if key else None)

    def line_of(self, key: str, nth: int = 0) -> int | None:
        """Return the line (from 1) where the nth correction, or the head, sets `key`."""
        seen, best = 0, None
        for number, line in enumerate(self.text.splitlines(), 1):
            if re.match(r"\s*\[\[\s*correction\s*\]\]", line):
                seen += 1
                if seen == nth:
                    best = number
            elif seen == nth and re.match(rf"""\s*\[*\s*["']?{re.escape(key)}\b""", line):
                return number
        return best


def read_sidecar(path: Path) -> Sidecar:
    """Read and check a sidecar; every key is optional.

    Raises InputError with file, line and remedy for TOML that does not parse,
    unknown keys, wrong types, dates that do not exist, an unknown grade or
    certainty, and corrections that correct nothing.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(path.name, f"cannot be read: {error}", "Check its rights") from error
    except UnicodeDecodeError as error:
        raise InputError(
            path.name, f"byte {error.start} is no UTF-8", "Save the sidecar as UTF-8"
        ) from error
    return parse_sidecar(path.name, text)


def parse_sidecar(file: str, text: str) -> Sidecar:
    """Check the text of a sidecar; `file` is its name in messages. See read_sidecar."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+)", str(error))
        raise InputError(
            file,
            f"this is no TOML: {error}",
            'Write lines such as site_name = "…"',
            int(where.group(1)) if where else None,
        ) from error
    at = _Reading(file, text)
    for key in table:
        if key not in _KEYS:
            raise at.wrong(f"unknown key {key!r}", f"Use only: {', '.join(_KEYS)}", key)
    texts = {key: _text(at, table, key) for key in _TEXTS}
    if texts["grade"] and texts["grade"] not in list(Grade):
        raise at.wrong(
            f"unknown grade {texts['grade']!r}", f"Use one of: {', '.join(Grade)}", "grade"
        )
    if texts["url"] and not re.match(r"https?://[^\s/]+", texts["url"]):
        raise at.wrong(f"{texts['url']!r} is no web address", "Start it with https://", "url")
    if texts["url"]:
        _parsed_url(at, texts["url"])
    return Sidecar(
        **texts,
        **{key: _date(at, table, key) for key in _DATES},
        corrections=_corrections(at, table.get("correction", [])),
    )


def _parsed_url(at: _Reading, url: str) -> None:
    try:
        urlsplit(url)
    except ValueError as error:
        raise at.wrong(f"{url!r} is no web address: {error}", "Copy it again", "url") from error


def _text(at: _Reading, table: dict[str, object], key: str, nth: int = 0) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        kind = type(value).__name__
        raise at.wrong(f"{key} must be text, not {kind}", f'Write {key} = "…"', key, nth)
    return value


def _date(at: _Reading, table: dict[str, object], key: str) -> str:
    """Return an ISO date from a TOML date or an ISO string; empty if the key is missing."""
    value = table.get(key, "")
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if value == "":
        return ""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    raise at.wrong(f"{key} = {value} is no date", f"Write {key} = 2024-02-06", key)


def _corrections(at: _Reading, entries: object) -> tuple[Correction, ...]:
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise at.wrong(
            "correction must be a list of tables", "Head each one with [[correction]]", "correction"
        )
    return tuple(_correction(at, entry, nth) for nth, entry in enumerate(entries, 1))


def _correction(at: _Reading, entry: dict[str, object], nth: int) -> Correction:
    for key in entry:
        if key not in _CORRECTION:
            raise at.wrong(
                f"correction {nth} has the unknown key {key!r}",
                f"Use only: {', '.join(_CORRECTION)}",
                key,
                nth,
            )
    for key in _CORRECTION:
        if key not in entry:
            raise at.wrong(f"correction {nth} has no {key}", f'Add {key} = "…"', key, nth)
    quote, reading, certainty, reason = (_text(at, entry, key, nth) for key in _CORRECTION)
    if not quote:
        raise at.wrong(
            f"correction {nth} quotes nothing", "Quote the words to be replaced", "quote", nth
        )
    if quote == reading:
        raise at.wrong(f"correction {nth} changes nothing", "Remove it", "reading", nth)
    if not reason.strip():
        raise at.wrong(
            f"correction {nth} gives no reason", "Say how the reading is known", "reason", nth
        )
    if certainty not in list(Certainty):
        raise at.wrong(
            f"correction {nth}: unknown certainty {certainty!r}",
            f"Use one of: {', '.join(Certainty)}",
            "certainty",
            nth,
        )
    return Correction(quote, reading, Certainty(certainty), reason)
