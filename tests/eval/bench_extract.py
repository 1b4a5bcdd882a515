"""How fast statements are extracted: `python -m tests.eval.bench_extract` prints MB per second."""

from __future__ import annotations

import time
from pathlib import Path

from build_site.extract import extract_statements
from build_site.model.report import Kind
from build_site.model.statement import Context, ParagraphText


def main() -> None:
    """Time the captures as they are, once and at four times the length."""
    captures = sorted(Path("seeds").glob("*.txt"))
    lines = [line for p in captures for line in p.read_text(encoding="utf-8").splitlines()]
    context = Context(Kind.WORK_REPORT, 2020)
    extract_statements([ParagraphText("预热1个。")], context)
    for times in (1, 4):
        paragraphs = [ParagraphText(line * times) for line in lines]
        size = sum(len(p.text.encode()) for p in paragraphs) / 1e6
        start = time.process_time()
        found = sum(map(len, extract_statements(paragraphs, context)))
        took = time.process_time() - start
        print(f"{size:6.2f} MB  {took:6.2f} s  {size / took:5.2f} MB/s  {found} statements")


if __name__ == "__main__":
    main()
