"""Chains as the pages show them: each side with its words, figure and place in a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_site.publish.pages_names import person
from build_site.publish.pages_render import Renderer
from build_site.publish.pages_shelf import Shelf, anchor, name, number, text
from build_site.publish.row import Row
from build_site.vocab.figure_words import SIGNS, amount_en

# A glyph says what a colour would say; the word always stands beside it.
GLYPHS = {
    "met": "✓",
    "exceeded": "✓+",
    "missed": "✗",
    "partly_met": "◐",
    "on_track": "→",
    "behind": "↓",
    "not_reported": "∅",
    "not_measurable": "≁",
    "not_comparable": "≠",
    "disputed": "!",
    "open": "…",
}
ORDER = tuple(GLYPHS)
_FIRST = "gdp"  # what readers look for first


@dataclass(frozen=True, slots=True)
class Side:
    """One statement of a chain: its quote, its figure in it, and the paragraph it stands in."""

    quote: str
    document_id: str
    anchor: str
    figure: str
    period: str
    english: str  # the sentence of the quote in our translation, on English pages


@dataclass(frozen=True, slots=True)
class ChainView:
    """One promise as the pages show it; texts are those of the page's language."""

    chain_id: str
    anchor: str
    place_id: str
    place: str
    year: str
    period: str
    indicator_id: str
    indicator: str
    theme: str
    measure: str
    target: Side
    progress: Side | None
    outcome: Side | None
    verdict: str  # a verdict code, or `open`
    strict: str
    glyph: str
    reason: str
    agencies: tuple[tuple[str, str, str], ...]  # (agency_id, name, role)
    official: str
    restated: tuple[Side, ...]  # the same promise in other words, elsewhere
    task: tuple[str, str, str] | None  # (document_id, anchor, number)

    @property
    def page(self) -> str:
        """Return the path of the ledger the chain stands in."""
        return f"targets/{self.place_id}/{self.year}"


@dataclass(frozen=True, slots=True)
class Example:
    """One promise in all its measures, with every figure: what the home page shows."""

    chains: tuple[ChainView, ...]

    @property
    def first(self) -> ChainView:
        """Return the chain that stands for all."""
        return self.chains[0]


class Chains:
    """All chains of a build in one language, in the order of places, years and text."""

    def __init__(self, shelf: Shelf, renderer: Renderer) -> None:
        self._shelf = shelf
        self._renderer = renderer
        self._statements = {
            text(row, "statement_id"): row
            for row in shelf.rows("statements")
            if text(row, "document_id") in shelf.documents
        }
        self._restated: dict[str, list[str]] = {}
        for row in shelf.rows("links"):
            if text(row, "relation") == "restates":
                ends = (text(row, "from_statement_id"), text(row, "to_statement_id"))
                self._restated.setdefault(ends[0], []).append(ends[1])
                self._restated.setdefault(ends[1], []).append(ends[0])
        self._indicators = shelf.by_id("indicators", "indicator_id")

    @cached_property
    def every(self) -> Sequence[ChainView]:
        """Return every chain: newest year first, then by place, then as the text runs."""
        rows = [
            row
            for row in self._shelf.rows("chains")
            if text(row, "target_statement_id") in self._statements
        ]
        ordered = sorted(rows, key=self._order)
        return tuple(self._view(row) for row in ordered)

    @cached_property
    def ledgers(self) -> Mapping[tuple[str, str], Sequence[ChainView]]:
        """Return the chains by place and year."""
        found: dict[tuple[str, str], list[ChainView]] = {}
        for chain in self.every:
            found.setdefault((chain.place_id, chain.year), []).append(chain)
        return found

    @cached_property
    def example(self) -> Example | None:
        """Return the newest promise of one indicator that is known from target to outcome.

        Most measures first, the total product of a place before other
        indicators; a promise from a spun capture is never chosen.
        """
        found: dict[tuple[str, str, str], dict[str, ChainView]] = {}
        for c in self.every:
            if c.progress and c.outcome and c.verdict in ("met", "exceeded", "missed"):
                found.setdefault((c.indicator_id, c.place_id, c.year), {}).setdefault(c.measure, c)
        if not found:
            return None
        best = max(found, key=lambda key: (key[0] == _FIRST, len(found[key]), key[2], key))
        return Example(tuple(chain for _, chain in sorted(found[best].items())))

    def scores(self, chains: Sequence[ChainView]) -> list[tuple[str, str, int]]:
        """Return (verdict, glyph, how many) of the verdicts that occur."""
        counted = Counter(chain.verdict for chain in chains)
        return [(code, GLYPHS[code], counted[code]) for code in ORDER if counted[code]]

    def _order(self, row: Row) -> tuple[int, str, str, int]:
        target = self._statements.get(text(row, "target_statement_id"), {})
        document = text(target, "document_id")
        return (
            -int(year_of(row) or 0),
            text(row, "place_id"),
            document,
            number(target, "raw_start"),
        )

    def _side(self, row: Row, column: str) -> Side | None:
        return self._side_of(text(row, f"{column}_statement_id"))

    def _side_of(self, statement_id: str) -> Side | None:
        statement = self._statements.get(statement_id)
        if statement is None:
            return None
        document = text(statement, "document_id")
        return Side(
            text(statement, "quote_zh"),
            document,
            anchor("p", text(statement, "paragraph_id"), document),
            figure_of(statement, self._renderer.language),
            text(statement, "period"),
            text(statement, "quote_en") if self._renderer.language == "en" else "",
        )

    def _view(self, row: Row) -> ChainView:
        language = self._renderer.language
        target = self._statements[text(row, "target_statement_id")]
        side = self._side(row, "target")
        assert side is not None
        place, year = text(row, "place_id"), year_of(row)
        chain_id = text(row, "chain_id")
        indicator = self._indicators.get(text(row, "indicator_id"))
        verdict = text(row, "verdict") or "open"
        written = text(target, "action_zh") + text(target, "indicator_zh").removeprefix(
            text(target, "action_zh")
        )
        task = self._shelf.tasks.get(text(target, "task_id"))
        return ChainView(
            chain_id=chain_id,
            anchor=chain_id.rpartition("/")[2],
            place_id=place,
            place=name(self._shelf.places.get(place), language) or place,
            year=year,
            period=text(row, "period"),
            indicator_id=text(row, "indicator_id"),
            indicator=name(indicator, language) if indicator else written,
            theme=text(indicator or {}, "theme"),
            measure=text(target, "measure"),
            target=side,
            progress=self._side(row, "progress"),
            outcome=self._side(row, "outcome"),
            verdict=verdict,
            strict=text(row, "verdict_strict") or "open",
            glyph=GLYPHS.get(verdict, "?"),
            reason=text(row, f"reason_{language}"),
            agencies=self._agencies(text(target, "task_id")),
            official=person(task, "lead_official", language) if task else "",
            restated=tuple(
                filter(
                    None,
                    map(self._side_of, self._restated.get(text(target, "statement_id"), ())),
                )
            ),
            task=self._task(task),
        )

    def _task(self, task: Row | None) -> tuple[str, str, str] | None:
        if task is None:
            return None
        document = text(task, "document_id")
        return document, anchor("t", text(task, "task_id"), document), text(task, "number")

    def _agencies(self, task_id: str) -> tuple[tuple[str, str, str], ...]:
        found: dict[tuple[str, str, str], None] = {}
        for part in self._shelf.task_agencies.get(task_id, ()):
            agency = self._shelf.agencies.get(text(part, "agency_id"))
            shown = name(agency, self._renderer.language) if agency else text(part, "agency_zh")
            found[text(part, "agency_id") if agency else "", shown, text(part, "role")] = None
        return tuple(found)


def year_of(row: Row) -> str:
    """Return the last year of a chain's period, in whose ledger it stands."""
    return text(row, "period").rsplit("/", 1)[-1][:4]


def figure_of(statement: Row, language: str) -> str:
    """Return the figure of a statement: as written in Chinese, in normal units in English.

    The comparator stands before it as a sign (≈, ≥, >, ≤); a fall of a rate is negative.
    """
    value = text(statement, "value")
    if not value:
        return ""
    falls = text(statement, "direction") == "down" and text(statement, "measure") == "growth_rate"
    minus = "-" if falls and not value.startswith("-") else ""
    sign = SIGNS.get(text(statement, "comparator"), "") + minus
    high = text(statement, "value_high")
    if language == "zh":
        shown = f"{float(value):.12g}" + (f"–{float(high):.12g}" if high else "")
        return sign + shown + text(statement, "unit_zh")
    unit = text(statement, "unit_norm")
    shown = amount_en(float(text(statement, "value_norm") or value), unit)
    if high:
        shown += f"–{amount_en(float(text(statement, 'value_high_norm') or high), unit)}"
    return sign + shown
