"""The measurements of the method page: `python -m tests.eval [--write] [--date DATE]`.

Prints one line per measure: value, floor, what is measured, on what. Ends with
1 if a floor is not kept. `--write` brings dataset/quality.json, which the
method page shows, up to date.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.eval.quality import MEASURED_ON, all_rows, table, write


def main() -> int:
    """Print the table; return 1 if a floor is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write dataset/quality.json")
    parser.add_argument("--date", default=MEASURED_ON, help="day of the measurement, ISO 8601")
    parser.add_argument("--language", choices=("zh", "en"), default="en")
    options = parser.parse_args()
    rows = all_rows(Path())
    lines = table(rows, options.date)
    for line in lines:
        measure, sample = line[f"measure_{options.language}"], line[f"sample_{options.language}"]
        print(f"{line['value']!s:>9}  {line['floor']!s:9}  {measure}  [{sample}]")
    print(f"measured on {options.date}")
    if options.write:
        print(f"written: {write(rows, Path(), options.date)}")
    low = [row for row in rows if not row.holds]
    for row in low:
        print(f"floor not kept: {row.en}: {row.shown}, floor {row.floor_shown}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
