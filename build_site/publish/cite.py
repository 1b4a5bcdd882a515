"""Citations of a document: GB/T 7714-2015, APA, Chicago, BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

# Marks that mean something to TeX; a title is data, never a command.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\^{}",
    "~": r"\~{}",
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a citation names. Empty where unknown; `date` is ISO 8601; `person` if the author
    is one person rather than a government, `translator` whoever made the translation that is
    cited, `draft` if that is not reviewed yet."""

    key: str
    title: str
    author: str
    publisher: str
    year: str
    date: str
    url: str
    person: bool = False
    translator: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in one style; `code` is true for formats that programs read."""

    style: str
    text: str
    code: bool = False


def citations(work: Work, language: str) -> tuple[Citation, ...]:
    """Return the work cited in all styles, in the language of the page (zh or en)."""
    clean = _one_line(work)
    return (
        Citation("GB/T 7714-2015", _gbt(clean)),
        Citation("APA", _apa(clean)),
        Citation("Chicago", _chicago(clean)),
        Citation("BibTeX", _bibtex(clean, language), code=True),
        Citation("RIS", _ris(clean, language), code=True),
        Citation("CSL-JSON", _csl(clean, language), code=True),
    )


def _one_line(work: Work) -> Work:
    """Return the work without line breaks, which would start a new field in RIS."""
    flat: Callable[[str], str] = lambda words: " ".join(words.split())  # noqa: E731
    return replace(
        work,
        title=flat(work.title),
        author=flat(work.author),
        publisher=flat(work.publisher),
        translator=flat(work.translator),
    )


def _made_by(work: Work) -> str:
    """Return who made the translation, in a sentence without its stop; empty for the original."""
    kind = "Draft translation" if work.draft else "Translation"
    return f"{kind} by {work.translator}, not an official one" if work.translator else ""


def _sentence(*parts: str) -> str:
    """Join non-empty parts, each ended by a full stop."""
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _gbt(work: Work) -> str:
    published = f"({work.date})" if work.date else ""
    place = f"{work.publisher}, {work.year}{published}" if work.publisher else work.date
    made = f"{work.translator}, trans.{' (draft)' if work.draft else ''}" if work.translator else ""
    return _sentence(work.author, f"{work.title}[R/OL]", made, place, work.url).removesuffix(".")


def _apa(work: Work) -> str:
    publisher = work.publisher if work.publisher != work.author else ""
    when = f"({work.date or work.year or 'n.d.'})"
    title = work.title
    if work.translator:
        title += f" ({work.translator}, Trans.{'; draft' if work.draft else ''})"
    return _sentence(f"{work.author} {when}".strip(), title, publisher) + f" {work.url}"


def _chicago(work: Work) -> str:
    publisher = work.publisher if work.publisher != work.author else ""
    return (
        _sentence(
            work.author,
            f"“{work.title}.”",
            _made_by(work),
            ", ".join(p for p in (publisher, work.date) if p),
        ).replace(".”.", ".”")
        + f" {work.url}."
    )


def _bibtex(work: Work, language: str) -> str:
    fields = [
        ("author", f"{{{_tex(work.author)}}}" if work.author else ""),
        ("title", f"{{{_tex(work.title)}}}"),
        ("translator", f"{{{_tex(work.translator)}}}" if work.translator else ""),
        ("institution", _tex(work.publisher)),
        ("year", work.year),
        ("date", work.date),
        ("url", work.url),
        ("note", _tex(_made_by(work))),
        ("langid", "chinese" if language == "zh" else "english"),
    ]
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
    key = re.sub(r"[^a-z0-9-]", "-", work.key)
    return f"@techreport{{{key},\n{body}\n}}"


def _tex(words: str) -> str:
    return "".join(_TEX.get(mark, mark) for mark in words)


def _ris(work: Work, language: str) -> str:
    fields = [
        ("TY", "RPRT"),
        ("AU", work.author),
        ("TI", work.title),
        ("PB", work.publisher),
        ("PY", work.year),
        ("DA", work.date.replace("-", "/")),
        ("UR", work.url),
        ("LA", language),
        ("N1", _made_by(work)),
        ("ID", work.key),
    ]
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - "])


def _csl(work: Work, language: str) -> str:
    when = [int(part) for part in (work.date or work.year).split("-") if part]
    item = {
        "id": work.key,
        "type": "report",
        "title": work.title,
        "author": [{"literal": work.author}] if work.author else None,
        "translator": [{"literal": work.translator}] if work.translator else None,
        "note": _made_by(work),
        "publisher": work.publisher,
        "issued": {"date-parts": [when]} if when else None,
        "URL": work.url,
        "language": "zh-CN" if language == "zh" else "en",
    }
    return json.dumps(
        [{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1
    )
