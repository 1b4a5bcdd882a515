"""The dataset tables as the pages read them: grouped once, looked up by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from build_site.publish.row import Row, Tables

Groups = Mapping[str, Sequence[Row]]
FigureLinks = Mapping[str, Sequence[tuple[int, int, str, str]]]
"""Paragraph → (start, end, page, anchor) of each figure that is part of a chain."""


def text(row: Row, column: str) -> str:
    """Return a cell as text: empty for an unknown value or a column that is not there."""
    value = row.get(column)
    return "" if value is None else str(value)


def number(row: Row, column: str) -> int:
    """Return a cell as a whole number, 0 when it is empty."""
    value = row.get(column)
    return 0 if value is None or value == "" else int(value)


def flag(row: Row, column: str) -> bool:
    """Return a cell as a yes or no; CSV writes true and false as words."""
    return str(row.get(column)).lower() == "true"


class Shelf:
    """All tables of one build. Groups keep the order of the table."""

    def __init__(self, tables: Tables, rule_names: frozenset[str] = frozenset()) -> None:
        self.tables = tables
        self.rule_names = rule_names  # rules that have a page

    def rows(self, table: str) -> Sequence[Row]:
        """Return the rows of a table; none if this build does not have it."""
        return self.tables.get(table, ())

    def grouped(self, table: str, column: str) -> Groups:
        """Return the rows of a table by the value of one column."""
        return self.grouped_by(table, lambda row: text(row, column))

    def grouped_by(self, table: str, key: Callable[[Row], str]) -> Groups:
        """Return the rows of a table by a computed key."""
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows(table):
            groups[key(row)].append(row)
        return groups

    def by_id(self, table: str, column: str) -> Mapping[str, Row]:
        """Return the rows of a table by their key."""
        return {text(row, column): row for row in self.rows(table)}

    @cached_property
    def documents(self) -> Mapping[str, Row]:
        """Published documents by id, newest year first, then by id."""
        rows = (r for r in self.rows("documents") if flag(r, "published"))
        ordered = sorted(rows, key=lambda r: (-number(r, "year"), text(r, "document_id")))
        return {text(row, "document_id"): row for row in ordered}

    @cached_property
    def captures(self) -> Mapping[str, Row]:
        """Captures by id."""
        return self.by_id("captures", "capture_id")

    @cached_property
    def places(self) -> Mapping[str, Row]:
        """Places by id."""
        return self.by_id("places", "place_id")

    @cached_property
    def agencies(self) -> Mapping[str, Row]:
        """Agencies by id."""
        return self.by_id("agencies", "agency_id")

    @cached_property
    def tasks(self) -> Mapping[str, Row]:
        """Tasks by id."""
        return self.by_id("tasks", "task_id")

    @cached_property
    def sections(self) -> Groups:
        """Headings by document."""
        return self.grouped("sections", "document_id")

    @cached_property
    def paragraphs(self) -> Groups:
        """Paragraphs by document, in the order of the text."""
        return self._in_text_order("paragraphs", "document_id")

    @cached_property
    def task_paragraphs(self) -> Groups:
        """Paragraphs by task, in the order of the text."""
        return self._in_text_order("paragraphs", "task_id")

    def _in_text_order(self, table: str, column: str) -> Groups:
        groups = self.grouped(table, column)
        return {key: sorted(g, key=lambda r: number(r, "raw_start")) for key, g in groups.items()}

    @cached_property
    def document_tasks(self) -> Groups:
        """Tasks by document."""
        return self.grouped("tasks", "document_id")

    @cached_property
    def task_agencies(self) -> Groups:
        """Agencies' parts by task."""
        return self.grouped("task_agencies", "task_id")

    @cached_property
    def agency_tasks(self) -> Groups:
        """Agencies' parts by agency."""
        return self.grouped("task_agencies", "agency_id")

    @cached_property
    def completions(self) -> Groups:
        """Completion percentages by task."""
        return self.grouped("completions", "task_id")

    @cached_property
    def paragraph_edits(self) -> Groups:
        """Edits by paragraph."""
        return self.grouped("edits", "paragraph_id")

    @cached_property
    def document_edits(self) -> Groups:
        """Edits by document."""
        return self.grouped("edits", "document_id")

    @cached_property
    def capture_edits(self) -> Groups:
        """Edits by capture."""
        return self.grouped("edits", "capture_id")

    @cached_property
    def paragraph_lacunae(self) -> Groups:
        """Lacunae by paragraph."""
        return self.grouped("lacunae", "paragraph_id")

    @cached_property
    def document_lacunae(self) -> Groups:
        """Lacunae by document."""
        return self.grouped("lacunae", "document_id")

    @cached_property
    def document_findings(self) -> Groups:
        """Findings by document."""
        return self.grouped("findings", "document_id")

    @cached_property
    def figure_links(self) -> FigureLinks:
        """Figures by paragraph: start, end, and the page and anchor of the chain they are part of.

        In text order, none overlapping; a figure of several chains leads to the first.
        """
        return self._figure_links("figure")

    @cached_property
    def figure_links_en(self) -> FigureLinks:
        """The same of the English of each paragraph."""
        return self._figure_links("figure_en")

    def _figure_links(self, place: str) -> FigureLinks:
        statements = self.by_id("statements", "statement_id")
        found: dict[str, dict[tuple[int, int], tuple[str, str]]] = defaultdict(dict)
        for chain in self.rows("chains"):
            year = text(chain, "period").rsplit("/", 1)[-1][:4]
            page = f"targets/{text(chain, 'place_id')}/{year}"
            for column in ("target", "progress", "outcome"):
                row = statements.get(text(chain, f"{column}_statement_id"))
                if row is not None and text(row, f"{place}_start"):
                    span = (number(row, f"{place}_start"), number(row, f"{place}_end"))
                    at = (page, text(chain, "chain_id").rpartition("/")[2])
                    found[text(row, "paragraph_id")].setdefault(span, at)
        return {paragraph: _apart(spans) for paragraph, spans in found.items()}

    def grade(self, document: Row) -> str:
        """Return the grade of the capture a document comes from."""
        capture = self.captures.get(text(document, "capture_id"))
        return text(capture, "grade") if capture else ""


def _apart(
    spans: Mapping[tuple[int, int], tuple[str, str]],
) -> Sequence[tuple[int, int, str, str]]:
    """Return spans in order, without those that begin inside the one before."""
    out: list[tuple[int, int, str, str]] = []
    for (start, end), (page, at) in sorted(spans.items()):
        if start < end and (not out or start >= out[-1][1]):
            out.append((start, end, page, at))
    return out


def name(row: Row | None, language: str, stem: str = "name") -> str:
    """Return `name_zh` or `name_en` of a row (or another stem), else the other language."""
    if row is None:
        return ""
    other = "en" if language == "zh" else "zh"
    return text(row, f"{stem}_{language}") or text(row, f"{stem}_{other}")


def anchor(letter: str, identifier: str, owner: str) -> str:
    """Return the ASCII anchor of a section (s), paragraph (p) or task (t) on its owner's page.

    `zhejiang/huzhou/2024/s-0003` on the page of `zhejiang/huzhou/2024` is `s-0003`.
    """
    local = identifier.removeprefix(owner).strip("/").replace("/", "-")
    return local if local.startswith(f"{letter}-") else f"{letter}-{local}"
