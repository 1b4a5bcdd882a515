"""Write the generated pages of both languages: each page family is a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from build_site.publish.pages_agencies import agency_pages
from build_site.publish.pages_data import data_pages
from build_site.publish.pages_edits import edit_pages
from build_site.publish.pages_glossary import glossary_pages
from build_site.publish.pages_home import home_pages
from build_site.publish.pages_indicators import indicator_pages
from build_site.publish.pages_places import place_pages
from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_reports import report_pages
from build_site.publish.pages_rules import RuleFacts, rule_pages
from build_site.publish.pages_shelf import Shelf
from build_site.publish.pages_targets import target_pages
from build_site.publish.row import Tables
from build_site.vocab.labels import LANGUAGES, load_labels

Family = Callable[[Shelf, Renderer], Iterable[Page]]

# What each family writes below docs/<language>/; the same names stand in .gitignore.
FAMILIES: tuple[tuple[str, Family], ...] = (
    ("index.md", home_pages),
    ("reports", report_pages),
    ("targets", target_pages),
    ("indicators", indicator_pages),
    ("places", place_pages),
    ("agencies", agency_pages),
    ("edits", edit_pages),
    ("data", data_pages),
    ("glossary", glossary_pages),
)
GENERATED = (*(name for name, _ in FAMILIES), "rules")


def write_pages(tables: Tables, docs: Path, rules: Sequence[RuleFacts] = ()) -> None:
    """Write the generated pages of all languages below `docs`.

    Only files whose content changes are written; generated files that no
    table asks for any more are removed. Hand-written pages are not touched.
    """
    shelf = Shelf(tables, frozenset(rule.name for rule in rules))
    labels = load_labels()
    pages: dict[Path, str] = {}
    for language in LANGUAGES:
        for page in _pages(shelf, Renderer(labels, language), rules):
            pages[docs / page.file] = page.markdown
    for file, content in pages.items():
        _write(file, content)
    for file in _generated(docs):
        if file not in pages:
            file.unlink()
            _drop_empty(file.parent, docs)


def _pages(shelf: Shelf, renderer: Renderer, rules: Sequence[RuleFacts]) -> Iterator[Page]:
    for _, family in FAMILIES:
        yield from family(shelf, renderer)
    yield from rule_pages(shelf, renderer, rules)


def _write(file: Path, content: str) -> None:
    if file.exists() and file.read_text(encoding="utf-8") == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8", newline="\n")


def _generated(docs: Path) -> list[Path]:
    found: list[Path] = []
    for language in LANGUAGES:
        for name in GENERATED:
            place = docs / language / name
            found += [place] if place.is_file() else place.rglob("*.md")
    return found


def _drop_empty(folder: Path, docs: Path) -> None:
    while folder != docs and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
