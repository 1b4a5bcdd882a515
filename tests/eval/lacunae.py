"""Precision and recall of what is restored and marked as lost, against a hand-made list.

`python -m tests.eval.lacunae [GOLD.tsv ...] [--seed FILE] [--errors]`

Without a list the four samples of the flattened table are scored, then clean reports that
our own flattener damaged. A list names
each lost character by line and offset in the capture, with its certainty. It is
complete for the lines from its first to its last: marks made there that no row
accounts for count against precision. A character is found if something is
restored or marked within two code points of it with the same character, or of
the same kind where the reading is open.
"""

from __future__ import annotations

import argparse
import csv
import random
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from build_site.model.text import Document, Span
from build_site.repair import lacunae, lost_counters, lost_stops, quote_places, quote_terms, repair
from build_site.vocab.flattening import often_quoted_terms, quoted_terms
from tests.eval.flattener import Loss, flattened
from tests.eval.pair_places import clean_texts, learned

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "lacunae-001.tsv"
HELD = HERE / "gold" / "lacunae-001-held.tsv"
THIRD = HERE / "gold" / "lacunae-001-third.tsv"
LIVELIHOOD = HERE / "gold" / "lacunae-001-livelihood.tsv"
FLOORS = HERE / "floors.toml"
SEED = Path("seeds/001_b82c4cc453275fd4.txt")
RULE = "lost_marks"
REACH = 2  # code points: an editor may put a mark on either side of another
_CLASSES = {"。": ".", "，": ".", ",": ".", "；": ".", ";": ".", "、": ".", "（": "(", "）": ")"}
_SHORTEST = 5_000  # code points: damage to less may be too little to be told from slips
_WHOLE_WORDS = 12  # code points: how far the place of half a quotation may be open


@dataclass
class Score:
    """Counts of one evaluation; `errors` say what was missed and what was too much."""

    certain: int = 0
    certain_found: int = 0
    likely: int = 0
    likely_found: int = 0
    made: int = 0
    wrong: int = 0
    errors: list[str] = field(default_factory=list)
    by_way: dict[str, list[int]] = field(default_factory=dict)  # way -> right, made

    def add(self, other: Score) -> None:
        """Add the counts of another evaluation."""
        self.certain += other.certain
        self.certain_found += other.certain_found
        self.likely += other.likely
        self.likely_found += other.likely_found
        self.made += other.made
        self.wrong += other.wrong
        self.errors += other.errors
        for way, (right, made) in other.by_way.items():
            count = self.by_way.setdefault(way, [0, 0])
            count[0] += right
            count[1] += made

    @property
    def recall(self) -> float:
        """Return the share of certain losses found."""
        return self.certain_found / self.certain if self.certain else 0.0

    @property
    def recall_likely(self) -> float:
        """Return the share of likely losses found."""
        return self.likely_found / self.likely if self.likely else 0.0

    @property
    def precision(self) -> float:
        """Return the share of marks that the list accounts for."""
        return 1 - self.wrong / self.made if self.made else 0.0

    def right(self, way: str) -> tuple[int, int, float]:
        """Return marks right, marks made and their share for `restored` or `lacuna`."""
        right, made = self.by_way.get(way, [0, 0])
        return right, made, right / made if made else 0.0


@dataclass
class _Mark:
    at: int  # code point of the capture before which something is missing
    what: str
    how: str  # restored or lacuna
    used: bool = False


def _kind(char: str) -> str:
    return _CLASSES.get(char, char)


def marks_of(text: str, name: str = "") -> list[_Mark]:
    """Return one mark per character restored or marked as lost, with its place in the capture."""
    document = repair(Document(name, text))
    made: list[_Mark] = []
    for change in document.changes():
        if RULE not in change.rules:
            continue
        after, before = change.text.of(document.text), change.raw.of(document.raw)
        for char in _added(before, after):
            made.append(_Mark(change.raw.end, char, "restored"))
    for lacuna in lacunae(document):
        at = document.raw_span(Span(lacuna.start, lacuna.start)).start
        made += [_Mark(at, char, "lacuna") for char in lacuna.likely]
    return made


def _added(before: str, after: str) -> str:
    """Return the characters of `after` that `before` has none of, in order."""
    width = str.maketrans(",;:()%", "，；：（）%")
    left = list(before.translate(width))
    out = []
    for char in after:
        if left and char == left[0]:
            left.pop(0)
        else:
            out.append(char)
    return "".join(out)


def evaluate(gold: Path = GOLD, seed: Path = SEED) -> Score:
    """Return the score of the repaired capture against a list of lost characters."""
    with gold.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    raw = seed.read_bytes().decode("utf-8")
    starts = [0]
    for line in raw.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    first = starts[min(int(row["line"]) for row in rows) - 1]
    last = starts[max(int(row["line"]) for row in rows)]
    made = [mark for mark in marks_of(raw, seed.stem) if first <= mark.at < last]
    losses = [
        Loss(starts[int(row["line"]) - 1] + int(row["offset"]), char, row["certainty"], row["kind"])
        for row in rows
        for char in row["lost"]
    ]
    return tally(raw, losses, made)


def tally(raw: str, losses: Sequence[Loss], made: Sequence[_Mark]) -> Score:
    """Return the score of the marks `made` in a damaged text against what it lost."""
    score = Score(made=len(made))
    for loss in losses:
        hit = _hit(loss, made)
        if hit:
            hit.used = True
        else:
            score.errors.append(f"missed {loss.lost} ({loss.certainty}): {_near(raw, loss.at)}")
        if loss.certainty == "certain":
            score.certain += 1
            score.certain_found += hit is not None
        else:
            score.likely += 1
            score.likely_found += hit is not None
    for mark in made:
        count = score.by_way.setdefault(mark.how, [0, 0])
        count[0] += mark.used
        count[1] += 1
        if not mark.used:
            score.wrong += 1
            score.errors.append(f"too much {mark.what}: {_near(raw, mark.at)}")
    return score


def _hit(loss: Loss, made: Sequence[_Mark]) -> _Mark | None:
    """Return the nearest mark not used yet that accounts for a loss."""
    reach = _WHOLE_WORDS if loss.lost in "“”" else REACH
    near = [mark for mark in made if not mark.used and abs(mark.at - loss.at) <= reach]
    same = [mark for mark in near if _kind(mark.what) == _kind(loss.lost)]
    if same:
        return min(same, key=lambda mark: abs(mark.at - loss.at))
    if loss.kind in ("unit", "quote+unit", "date"):
        return next((mark for mark in near if mark.what not in "“”"), None)
    return None


def _near(raw: str, at: int) -> str:
    return repr(raw[max(0, at - 10) : at] + "|" + raw[at : at + 8])


def flattened_by_us(seeds: Sequence[int] = (1, 2)) -> Score:
    """Return the score on clean reports that our own flattener damaged.

    For each report the counts and the quoted names are those of the other reports:
    what it shows itself may not help.
    """
    texts = clean_texts()
    whole = Score()
    for name, text in texts.items():
        others = [other for key, other in texts.items() if key != name]
        if len(text) < _SHORTEST:
            continue
        for dice in seeds:
            damaged, losses = flattened(text, random.Random(dice))
            with _learned_from(others, text):
                made = marks_of(damaged, name)
            whole.add(tally(damaged, losses, made))
    return whole


@contextmanager
def _learned_from(others: Sequence[str], text: str) -> Iterator[None]:
    """Let the rules know what `others` show, and no quoted name that only `text` shows."""
    places = learned(others)
    known = "\n".join(others)
    with ExitStack() as stack:
        for module in (quote_places, lost_counters, lost_stops):
            stack.enter_context(patch.object(module, "pair_places", lambda: places))
        for name, terms in (
            ("quoted_terms", quoted_terms()),
            ("often_quoted_terms", often_quoted_terms()),
        ):
            met = frozenset(t for t in terms if f"“{t}”" in known or f"“{t}”" not in text)
            stack.enter_context(patch.object(quote_terms, name, lambda met=met: met))
        quote_terms.forget()
        yield
    quote_terms.forget()


def floors(sample: str = "lacunae") -> dict[str, float]:
    """Return the scores of a sample that a change must not fall below."""
    return dict(tomllib.loads(FLOORS.read_text(encoding="utf-8"))[sample])


def main() -> None:
    """Print a table of scores for each list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--seed", type=Path, default=SEED)
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    for gold in chosen.gold or (GOLD, HELD, THIRD, LIVELIHOOD):
        _print(gold.name, evaluate(gold, chosen.seed), errors=chosen.errors)
    if not chosen.gold:
        _print("clean reports flattened by us", flattened_by_us(), errors=chosen.errors)


def _print(name: str, score: Score, *, errors: bool) -> None:
    print(name)
    for what, part, whole, share in (
        ("certain losses found", score.certain_found, score.certain, score.recall),
        ("likely losses found", score.likely_found, score.likely, score.recall_likely),
        ("marks right", score.made - score.wrong, score.made, score.precision),
        ("  restored", *score.right("restored")),
        ("  marked as lost", *score.right("lacuna")),
    ):
        print(f"{what:22} {part}/{whole}  {share:.3f}")
    if errors:
        print(*score.errors, sep="\n")


if __name__ == "__main__":
    main()
