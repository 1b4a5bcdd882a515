"""How vocab/pair_places.csv is made: where pairs of characters stand in clean reports.

`python -m tests.eval.pair_places` writes it anew from the clean captures in seeds/.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from build_site.build import edition_at
from build_site.read import captures_in
from build_site.vocab.pair_places import COLUMNS, FILE, PairPlaces

CLEAN = ("000", "002", "003")  # neither flattened nor spun
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_COUNTER = "[余多]?[个家所名项座条套户处张辆台件人](?:以上|左右|以内)?"
_PATTERNS = {
    "anywhere": f"(?=([{_HAN}]{{2}}))",
    "before_quote": f"([{_HAN}]{{2}})“",
    "after_quote": f"”([{_HAN}]{{2}})",
    "clause_start": rf"[，。；\n][ \u3000]*([{_HAN}]{{2}})",
    "clause_end": f"([{_HAN}]{{2}})[，。；]",
    "after_figure": f"[0-9][%％]([{_HAN}]{{2}})|[0-9]{_COUNTER}([{_HAN}]{{2}})",
    "counted_before": f"([{_HAN}]{{2}})[0-9]+{_COUNTER}[，。；、]",
    "counted_behind": f"([{_HAN}]{{2}})[0-9]+{_COUNTER}[{_HAN}“]",
}
_FEWEST = 2  # times in one of the places, to be listed


def learned(texts: Iterable[str]) -> PairPlaces:
    """Return how often pairs of characters stand in each place of `texts`."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _PATTERNS}
    for text in texts:
        for name, pattern in _PATTERNS.items():
            counts[name].update(m[m.lastindex or 1] for m in re.finditer(pattern, text))
    kept = {p for n, c in counts.items() if n != "anywhere" for p, k in c.items() if k >= _FEWEST}
    rows = {pair: tuple(counts[name][pair] for name in COLUMNS) for pair in sorted(kept)}
    return PairPlaces(rows, tuple(counts[name].total() for name in COLUMNS))


def clean_texts() -> dict[str, str]:
    """Return the clean reports of seeds/ as published, by capture and number."""
    out: dict[str, str] = {}
    for path in captures_in(Path("seeds")):
        if not path.name.startswith(CLEAN):
            continue
        edition = edition_at(path)
        for report in edition.reports:
            text = report.piece.span.of(edition.capture.document.text)
            out[f"{path.name[:3]}.{report.piece.position}"] = text
    return out


def main() -> None:
    """Write the table of the vocabulary."""
    found = learned(clean_texts().values())
    with FILE.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("pair", *COLUMNS))
        out.writerow(("", *found.totals))
        out.writerows((pair, *row) for pair, row in found.rows.items())


if __name__ == "__main__":
    main()
