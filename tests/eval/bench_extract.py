"""How fast statements are extracted: `python -m tests.eval.bench_extract` prints MB per second.

With --json it times the lines given as a JSON array on standard input and
prints what `make compare` reads: an environment without this project's
dependencies can thus measure it beside other libraries.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from build_site.extract import extract_statements
from build_site.model.report import Kind
from build_site.model.statement import Context, ParagraphText

REPEATS = 3  # runs of which the fastest is taken


def timed(lines: Sequence[str]) -> tuple[float, int]:
    """Return the CPU seconds of the fastest run over the lines, and how many statements it found.

    Word lists are loaded before the clock starts, as they are for every library compared.
    """
    context = Context(Kind.WORK_REPORT, 2020)
    extract_statements([ParagraphText("预热1个。")], context)
    paragraphs = [ParagraphText(line) for line in lines]
    runs = []
    for _ in range(REPEATS):
        start = time.process_time()
        found = sum(map(len, extract_statements(paragraphs, context)))
        runs.append(time.process_time() - start)
    return min(runs), found


def main() -> None:
    """Time the captures as they are, once and at four times the length; or lines given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="lines from stdin, result as JSON")
    if parser.parse_args().json:
        seconds, found = timed(json.load(sys.stdin))
        print(json.dumps({"seconds": seconds, "found": found}))
        return
    captures = sorted(Path("seeds").glob("*.txt"))
    lines = [line for p in captures for line in p.read_text(encoding="utf-8").splitlines()]
    for times in (1, 4):
        longer = [line * times for line in lines]
        size = sum(len(line.encode()) for line in longer) / 1e6
        took, found = timed(longer)
        print(f"{size:6.2f} MB  {took:6.2f} s  {size / took:5.2f} MB/s  {found} statements")


if __name__ == "__main__":
    main()
