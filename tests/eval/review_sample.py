"""Draw sentences of the English edition for a reader: `python -m tests.eval.review_sample 3 100`.

The first number is that of the sample and the seed, so that anyone can draw it
again from the same catalogues; the second says how many sentences. Prints the
rows of docs/translations/en/review.csv with the finding still to be written;
what stands there already is not drawn.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from build_site.translate.catalogue import load

CATALOGUES = Path("docs", "translations", "en")
COLUMNS = ("sample", "document_id", "zh", "en_before", "en_after", "finding", "reviewed_on")


def sentences(root: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (document_id, Chinese, English) of every translated sentence, headings included."""
    for document_id, texts in load(root).items():
        for zh, translation in texts.items():
            for pair in translation.pairs:
                yield document_id, pair.zh.of(zh), pair.en.of(translation.text)


def drawn(root: Path, sample: int, size: int) -> list[tuple[str, str, str]]:
    """Return `size` different sentences, the same ones for the same catalogues."""
    with (root / "review.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["zh"] for row in csv.DictReader(lines)}
    open_ones = sorted({one for one in sentences(root) if one[1] not in known})
    return random.Random(sample).sample(open_ones, size)


def main() -> None:
    """Print the sample as CSV."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sample", type=int, help="number of the sample, which is the seed, too")
    parser.add_argument("size", type=int, help="how many sentences")
    asked = parser.parse_args()
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for document_id, zh, en in drawn(CATALOGUES, asked.sample, asked.size):
        out.writerow((asked.sample, document_id, zh, en, "", "", ""))


if __name__ == "__main__":
    main()
