"""The list of indicators, and a page for each that a document speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from build_site.publish.charts import Bar, target_chart
from build_site.publish.pages_chains import Chains, ChainView, figure_of, year_of
from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_shelf import Shelf, anchor, name, text
from build_site.publish.row import Row

_CHARTED = {"level": 0, "growth_rate": 1, "share": 2, "count": 3, "ratio": 4}
_MOST = 40  # lines of a chart
_KINDS = ("target", "progress", "actual")


def shown_indicators(shelf: Shelf) -> list[Row]:
    """Return the indicators that have a page: those of a statement or of a chain.

    A chain may know what is measured where its statements only say it in passing.
    """
    said = {
        text(row, "indicator_id") for name in ("statements", "chains") for row in shelf.rows(name)
    }
    return [row for row in shelf.rows("indicators") if text(row, "indicator_id") in said]


def indicator_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the list of indicators that occur, and the page of each."""
    chains = Chains(shelf, renderer)
    by_indicator: dict[str, list[ChainView]] = defaultdict(list)
    for chain in chains.every:
        by_indicator[chain.indicator_id].append(chain)
    statements = shelf.grouped("statements", "indicator_id")
    shown = shown_indicators(shelf)
    themes: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    for row in shown:
        key = text(row, "indicator_id")
        entry = (
            key,
            name(row, renderer.language),
            len(statements.get(key, ())),
            len(by_indicator[key]),
        )
        themes[text(row, "theme")].append(entry)
    yield renderer.page(
        "indicators.md.j2",
        "indicators",
        renderer.say("indicators.title"),
        themes=[(renderer.word("theme", theme), found) for theme, found in sorted(themes.items())],
        count=len(shown),
        hide=("navigation", "toc"),
    )
    for row in shown:
        key = text(row, "indicator_id")
        yield renderer.page(
            "indicator.md.j2",
            f"indicators/{key}",
            name(row, renderer.language),
            row=row,
            other=name(row, "en" if renderer.language == "zh" else "zh"),
            other_language="en" if renderer.language == "zh" else "zh",
            aliases=[a for a in text(row, "aliases_zh").split(";") if a],
            chains=by_indicator[key],
            series=_series(shelf, statements.get(key, ()), renderer),
        )


def _series(shelf: Shelf, rows: Sequence[Row], renderer: Renderer) -> list[Mapping[str, object]]:
    """Return chart and table of each measure and measure unit of an indicator."""
    groups: dict[tuple[int, str, str], dict[tuple[str, str], dict[str, Row]]] = {}
    for row in rows:
        measure = text(row, "measure")
        document = shelf.documents.get(text(row, "document_id"))
        whole = document is not None and text(document, "place_id") == text(row, "place_id")
        if measure not in _CHARTED or not text(row, "value_norm") or not whole:
            continue
        if text(row, "comparator") in ("increase", "decrease") or text(row, "kind") == "baseline":
            continue
        key = (_CHARTED[measure], measure, text(row, "unit_norm"))
        place = (text(row, "place_id"), year_of(row))
        cell = groups.setdefault(key, {}).setdefault(place, {})
        known = cell.get(text(row, "kind"))
        if known is None or (text(known, "comparator") != "eq" == text(row, "comparator")):
            cell[text(row, "kind")] = row
    return [
        _one_series(shelf, key[1], cells, renderer)
        for key, cells in sorted(groups.items(), key=lambda item: item[0])
    ]


def _one_series(
    shelf: Shelf,
    measure: str,
    cells: Mapping[tuple[str, str], Mapping[str, Row]],
    renderer: Renderer,
) -> Mapping[str, object]:
    lines = sorted(cells.items(), key=lambda item: item[0])[:_MOST]
    names = {p: name(shelf.places.get(p), renderer.language) or p for (p, _), _ in lines}
    signs = [{k: _signed(found.get(k)) for k in _KINDS} for _, found in lines]
    most = max((abs(v) for sign in signs for v in sign.values() if v is not None), default=0.0)
    scale, word = _scale(most, measure, next(iter(lines[0][1].values())))
    bars = [
        Bar(
            f"{names[place]} {year}",
            *(None if sign[k] is None else float(f"{sign[k] / scale:.6g}") for k in _KINDS),  # type: ignore[operator]
        )
        for ((place, year), _), sign in zip(lines, signs, strict=True)
    ]
    title = renderer.say(
        "indicators.chart",
        measure=renderer.word("measure", measure),
        unit=renderer.word("unit", word),
    )
    words = tuple(renderer.say(f"targets.{kind}") for kind in ("target", "progress", "outcome"))
    return {
        "measure": measure,
        "title": title,
        "svg": target_chart(bars, title, (words[0], words[1], words[2])),
        "rows": [
            (
                place,
                names[place],
                year,
                [_cell(shelf, found.get(kind), renderer) for kind in _KINDS],
            )
            for (place, year), found in lines
        ],
    }


def _scale(most: float, measure: str, row: Row) -> tuple[float, str]:
    """Return what to divide by and the unit that is then shown: money in 亿元 (1e8)."""
    unit = text(row, "unit_norm")
    if unit in ("CNY", "USD") and most >= 1e8:
        return 1e8, f"{unit}-1e8"
    return 1.0, "percent" if measure in ("growth_rate", "share") else unit or measure


def _signed(row: Row | None) -> float | None:
    if row is None:
        return None
    value = float(text(row, "value_norm"))
    falls = text(row, "measure") == "growth_rate" and text(row, "direction") == "down"
    return -abs(value) if falls else value


def _cell(shelf: Shelf, row: Row | None, renderer: Renderer) -> Mapping[str, str] | None:
    if row is None:
        return None
    document = text(row, "document_id")
    grade = shelf.grade(shelf.documents[document])
    return {
        "figure": figure_of(row, renderer.language),
        "document_id": document,
        "anchor": anchor("p", text(row, "paragraph_id"), document),
        "grade": renderer.word("grade", grade) if grade == "spun" else "",
    }
