"""From a template to a page: one renderer for all page families, in both languages.

Everything a capture says is escaped by the templates (autoescape is on) and
stands either in raw HTML blocks, which Markdown does not look into, or in
headings in which every ASCII punctuation mark is written as a character
reference, so that neither Markdown nor HTML nor the theme can act on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from posixpath import relpath

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from build_site.vocab.labels import Labels

# Stands for the site's address in pages; the address is known only when the site is built.
SITE = "https://site.invalid/"

_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_RUN = re.compile(r"([\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff\uff00-\uffef\d.%“”]*)")
_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one language; `path` is its address below the language, without slashes."""

    path: str
    language: str
    title: str
    body: str
    meta: Mapping[str, object] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Return the file of the page, relative to docs/."""
        return "/".join(part for part in (self.language, self.path, "index.md") if part)

    @property
    def markdown(self) -> str:
        """Return the file's content. The theme prints titles unescaped, so they are escaped."""
        meta = {"title": escape(self.title), **self.meta}
        lines = [f"{key}: {_yaml(value)}" for key, value in meta.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])


def _yaml(value: object) -> str:
    """Return a value as JSON that YAML reads the same way: it refuses control characters."""
    words = json.dumps(value, ensure_ascii=False)
    words = _SURROGATE.sub("\ufffd", words)
    return _UNPRINTABLE.sub(lambda mark: f"\\u{ord(mark[0]):04x}", words)


def heading(text: str) -> Markup:
    """Return text for a Markdown heading: one line, all ASCII marks as character references."""
    line = " ".join(text.split())
    return Markup(_MARKS.sub(lambda mark: f"&#{ord(mark[0])};", line))


def foreign(text: str, language: str) -> Markup:
    """Return text with `lang="zh"` around it when it is Chinese on a page that is not."""
    if language != "zh" and _HAN.search(text):
        return Markup('<span lang="zh">{}</span>').format(text)
    return Markup("{}").format(text)


def mixed(text: str, language: str) -> Markup:
    """Return text with `lang="zh"` around each run of Chinese in it, on a page that is not."""
    if language == "zh":
        return Markup("{}").format(text)
    parts = _HAN_RUN.split(text)
    return Markup("").join(
        Markup('<span lang="zh">{}</span>').format(part) if _HAN.search(part) else part
        for part in parts
    )


class Renderer:
    """Renders templates for one language."""

    def __init__(self, labels: Labels, language: str) -> None:
        self.labels = labels
        self.language = language
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters["heading"] = heading
        self._environment.filters["lang"] = lambda text: foreign(str(text), language)
        self._environment.filters["mixed"] = lambda text: mixed(str(text), language)
        self._environment.filters["grouped"] = lambda number: f"{number:,}"

    def say(self, key: str, **values: object) -> str:
        """Return a label in this language."""
        return self.labels.say(key, self.language, **values)

    def word(self, family: str, code: str) -> str:
        """Return the word for a code of a table in this language."""
        return self.labels.word(family, code, self.language)

    def address(self, path: str) -> str:
        """Return the permanent address of a page or file of this language."""
        prefix = "" if self.language == "zh" else f"{self.language}/"
        return f"{SITE}{prefix}{path}/" if path else f"{SITE}{prefix}"

    def page(
        self,
        template: str,
        path: str,
        title: str,
        hide: Sequence[str] = ("navigation",),
        **values: object,
    ) -> Page:
        """Return the page at `path` rendered from a template; `hide` names sidebars to leave out.

        Templates see `t` (label), `word` (code), `to` (relative address of a
        page of this language), `file` (relative address of a shared file).
        """
        body = self._environment.get_template(template).render(
            t=self.say,
            word=self.word,
            to=self._to(path),
            file=self._file(path),
            language=self.language,
            title=title,
            path=path,
            **values,
        )
        return Page(path, self.language, title, body, {"hide": list(hide)})

    def _to(self, path: str) -> Callable[..., str]:
        def to(target: str, at: str = "") -> str:
            link = relpath(f"/{target}", f"/{path}")
            return f"{link}/" + (f"#{at}" if at else "")

        return to

    def _file(self, path: str) -> Callable[[str], str]:
        here = "/" + (path if self.language == "zh" else f"{self.language}/{path}".rstrip("/"))

        def file(target: str) -> str:
            return relpath(f"/{target}", here)

        return file
