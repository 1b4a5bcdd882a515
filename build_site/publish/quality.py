"""The table of measured quality on the method page, from dataset/quality.json.

The file is a list of rows with the keys measure_zh, measure_en, value, floor,
date and either sample or sample_zh and sample_en; whoever measures writes it. It
is optional: without it the page says that this build holds no measurements.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import Markup, escape

from build_site.model.capture import InputError
from build_site.publish.pages_render import foreign
from build_site.publish.wide_table import wide_table
from build_site.vocab.labels import load_labels

Measure = Mapping[str, object]
PLACE = "<div data-wr-quality></div>"
_COLUMNS = ("measure", "value", "floor", "sample", "date")


def read_quality(file: Path) -> tuple[Measure, ...]:
    """Return the measured rows, none if there is no such file.

    Raises InputError if the file is no list of rows with a measure and a value.
    """
    if not file.is_file():
        return ()
    rows = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(rows, list):
        raise InputError(file.name, "it is no list of rows", "Write a JSON list of objects.")
    for index, row in enumerate(rows):
        if not isinstance(row, dict) or not {"measure_zh", "measure_en", "value"} <= set(row):
            raise InputError(
                file.name, f"row {index + 1} lacks a key", "Give measure_zh, measure_en, value."
            )
    return tuple(rows)


def with_quality(html: str, rows: Sequence[Measure], language: str) -> str:
    """Return a page with the table of `rows` in the place kept for it."""
    return html.replace(PLACE, str(_table(rows, language)), 1)


def _table(rows: Sequence[Measure], language: str) -> Markup:
    labels = load_labels()
    if not rows:
        return Markup("<p>{}</p>").format(labels.say("quality.none", language))
    return wide_table(
        labels.say("quality.caption", language),
        [labels.say(f"quality.{column}", language) for column in _COLUMNS],
        [[_cell(row, column, language) for column in _COLUMNS] for row in rows],
        row_heads=True,
    )


def _cell(row: Measure, column: str, language: str) -> Markup:
    value = row.get(f"{column}_{language}", row.get(column))
    return escape("") if value is None else foreign(str(value), language)
