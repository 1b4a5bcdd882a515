"""What a second reader found in samples of the English, on the method page.

From docs/translations/en/review.csv: one row per sampled text with the columns
sample (its number), document_id, zh, en_before, en_after, finding (none, style,
term, meaning, figure) and reviewed_on.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from build_site.model.capture import InputError
from build_site.publish.pages_render import foreign
from build_site.publish.wide_table import wide_table
from build_site.vocab.labels import load_labels

Sampled = Mapping[str, str]
PLACE = "<div data-wr-review></div>"
FINDINGS = ("none", "style", "term", "meaning", "figure")
_HEADS = ("sample", "document", "zh", "before", "after", "finding")
_COLUMNS = {"sample", "document_id", "zh", "en_before", "en_after", "finding", "reviewed_on"}


def read_review(file: Path) -> tuple[Sampled, ...]:
    """Return the sampled texts, none if there is no such file.

    Raises InputError with the line if a column is missing or a finding is of no known class.
    """
    if not file.is_file():
        return ()
    with file.open(encoding="utf-8", newline="") as lines:
        rows = tuple(csv.DictReader(lines))
    for number, row in enumerate(rows, 2):
        if set(row) < _COLUMNS or row["finding"] not in FINDINGS:
            problem = f"{row.get('finding')!r} is no class of finding, or a column is missing"
            raise InputError(file.name, problem, f"Say one of {', '.join(FINDINGS)}", number)
    return rows


def with_review(html: str, rows: Sequence[Sampled], language: str) -> str:
    """Return a page with the review in the place kept for it."""
    return html.replace(PLACE, str(_section(rows, language)), 1)


def _section(rows: Sequence[Sampled], language: str) -> Markup:
    labels = load_labels()
    if not rows:
        return Markup("<p>{}</p>").format(labels.say("review.none", language))
    samples = sorted({row["sample"] for row in rows}, key=int)
    said = [
        _summary([row for row in rows if row["sample"] == sample], language) for sample in samples
    ]
    caption = labels.say("review.caption", language)
    table = wide_table(
        caption,
        [labels.say(f"review.{name}", language) for name in _HEADS],
        [_cells(row, language) for row in rows],
    )
    return Markup("<p>{}</p><ol>{}</ol><details><summary>{}</summary>{}</details>").format(
        labels.say("review.intro", language),
        Markup("").join(Markup("<li>{}</li>").format(one) for one in said),
        caption,
        table,
    )


def _summary(rows: Sequence[Sampled], language: str) -> str:
    """Say how many texts of one sample were read, when, and what was found."""
    labels = load_labels()
    counts = Counter(row["finding"] for row in rows)
    found = "; ".join(
        f"{labels.word('finding_class', name, language)} {counts[name]}" for name in FINDINGS
    )
    date = max(row["reviewed_on"] for row in rows)
    return labels.say("review.summary", language, count=len(rows), date=date, found=found)


def _cells(row: Sampled, language: str) -> tuple[str, ...]:
    return (
        row["sample"],
        foreign(row["document_id"], language),
        _in("zh", row["zh"], language),
        _in("en", row["en_before"], language),
        # the same words twice would only hide what was changed
        _in("en", row["en_after"] if row["en_after"] != row["en_before"] else "", language),
        load_labels().word("finding_class", row["finding"], language),
    )


def _in(written: str, words: str, language: str) -> Markup:
    """Return words of a known language, marked where the page speaks another."""
    if written == language:
        return Markup("{}").format(words)
    return Markup('<span lang="{}">{}</span>').format(written, words)
