"""How fast statements are extracted: `python -m tests.eval.bench_extract` prints MB per second.

Beside it how fast quantities alone are read, which is what other libraries do.
With --json it times the lines given as a JSON array on standard input and
prints what `make compare` reads: an environment without this project's
dependencies can thus measure it beside other libraries.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from build_site.extract import extract_statements
from build_site.extract.figures import figures
from build_site.extract.memo import forget
from build_site.extract.reading import folded, masked
from build_site.model.report import Kind
from build_site.model.statement import Context, ParagraphText

REPEATS = 3  # runs of which the fastest is taken

Extract = Callable[[Sequence[str]], int]
"""Reads lines and says how many it found."""


def statements(lines: Sequence[str]) -> int:
    """Read whole statements: subject, measure, kind and period of every value."""
    paragraphs = [ParagraphText(line) for line in lines]
    return sum(map(len, extract_statements(paragraphs, Context(Kind.WORK_REPORT, 2020))))


def quantities(lines: Sequence[str]) -> int:
    """Read quantities only: value, unit, comparator and place, of what and when left out."""
    return sum(len(list(figures(masked(folded(line))[1]))) for line in lines)


READERS: dict[str, Extract] = {"statements": statements, "quantities": quantities}


def timed(extract: Extract, lines: Sequence[str]) -> tuple[float, int]:
    """Return the CPU seconds of the fastest run over the lines, and how many it found.

    Word lists are loaded before the clock starts, as they are for every library compared.
    """
    extract(["预热1个，全省第一，增长。"])
    runs = []
    for _ in range(REPEATS):
        forget()  # a run must not profit from what the one before remembered
        start = time.process_time()
        found = extract(lines)
        runs.append(time.process_time() - start)
    return min(runs), found


def main() -> None:
    """Time the captures as they are, once and at four times the length; or lines given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="lines from stdin, result as JSON")
    if parser.parse_args().json:
        given = json.load(sys.stdin)
        print(json.dumps({name: timed(extract, given) for name, extract in READERS.items()}))
        return
    captures = sorted(Path("seeds").glob("*.txt"))
    lines = [line for p in captures for line in p.read_text(encoding="utf-8").splitlines()]
    for times in (1, 4):
        longer = [line * times for line in lines]
        size = sum(len(line.encode()) for line in longer) / 1e6
        for name, extract in READERS.items():
            took, found = timed(extract, longer)
            print(f"{size:6.2f} MB  {took:6.2f} s  {size / took:5.2f} MB/s  {found} {name}")


if __name__ == "__main__":
    main()
