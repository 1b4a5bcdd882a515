"""Text read one byte late on purpose: how much is undone exactly, how much is misread.

`python -m tests.eval.slips`

Sentences of one half of a collection are damaged; the language model has read only the
other half. What is left open keeps its question mark and counts for neither.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unittest.mock import patch

from build_site.repair.rules import byte_slip
from build_site.repair.rules.traditional_to_simplified import simplified
from build_site.repair.spin_model import LanguageModel, count_ngrams
from tests.repair.test_byte_slip import LOST, cases, halves, plain, repaired, wide


class Slips(NamedTuple):
    """Counts of damaged sentences."""

    made: int
    exact: int
    misread: int


def measure(number: int = 300) -> Slips:
    """Return the counts for `number` damaged sentences of each half."""
    made = exact = misread = 0
    for sentences, other in halves():
        model = LanguageModel(count_ngrams([wide(other)]))
        with patch.object(byte_slip, "official_prose", lambda model=model: model):
            for damaged, clean in cases(number, sentences):
                made += 1
                restored = repaired(damaged)
                result = plain(restored)
                if simplified(result) == simplified(clean):
                    exact += 1
                elif restored != damaged:
                    left_open = ".{0,4}".join(map(re.escape, LOST.split(result)))
                    misread += re.fullmatch(left_open, clean) is None
    return Slips(made, exact, misread)


if __name__ == "__main__":
    print(measure())
