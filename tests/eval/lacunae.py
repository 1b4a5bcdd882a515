"""Precision and recall of what is restored and marked as lost, against a hand-made list.

`python -m tests.eval.lacunae [GOLD.tsv ...] [--seed FILE] [--errors]`

Without a list both samples are scored, the first and the held one. A list names
each lost character by line and offset in the capture, with its certainty. It is
complete for the lines from its first to its last: marks made there that no row
accounts for count against precision. A character is found if something is
restored or marked within two code points of it with the same character, or of
the same kind where the reading is open.
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from build_site.model.text import Document, Span
from build_site.repair import lacunae, repair

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "lacunae-001.tsv"
HELD = HERE / "gold" / "lacunae-001-held.tsv"
FLOORS = HERE / "floors.toml"
SEED = Path("seeds/001_b82c4cc453275fd4.txt")
RULE = "lost_marks"
REACH = 2  # code points: an editor may put a mark on either side of another
_CLASSES = {"。": ".", "，": ".", ",": ".", "；": ".", ";": ".", "、": ".", "（": "(", "）": ")"}
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


def marks_of(seed: Path) -> list[_Mark]:
    """Return one mark per character restored or marked as lost, with its place in the capture."""
    document = repair(Document(seed.stem, seed.read_bytes().decode("utf-8")))
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
    made = [mark for mark in marks_of(seed) if first <= mark.at < last]
    score = Score(made=len(made))
    for row in rows:
        at = starts[int(row["line"]) - 1] + int(row["offset"])
        for char in row["lost"]:
            hit = min(
                (
                    mark
                    for mark in made
                    if not mark.used
                    and _kind(mark.what) == _kind(char)
                    and abs(mark.at - at) <= (_WHOLE_WORDS if char in "“”" else REACH)
                ),
                key=lambda mark: abs(mark.at - at),
                default=None,
            )
            if hit is None and row["kind"] in ("unit", "quote+unit", "date"):
                hit = next(
                    (
                        m
                        for m in made
                        if not m.used and abs(m.at - at) <= REACH and m.what not in "“”"
                    ),
                    None,
                )
            if hit:
                hit.used = True
            else:
                score.errors.append(f"missed {char} ({row['certainty']}): {row['raw_context']}")
            if row["certainty"] == "certain":
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
            near = raw[max(0, mark.at - 10) : mark.at] + "|" + raw[mark.at : mark.at + 8]
            score.errors.append(f"too much {mark.what}: {near!r}")
    return score


def floors(sample: str = "lacunae") -> dict[str, float]:
    """Return the scores of a sample that a change must not fall below."""
    return dict(tomllib.loads(FLOORS.read_text(encoding="utf-8"))[sample])


def main() -> None:
    """Print a table of scores for each list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path, default=[GOLD, HELD])
    parser.add_argument("--seed", type=Path, default=SEED)
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    for gold in chosen.gold:
        score = evaluate(gold, chosen.seed)
        print(gold.name)
        for name, part, whole, share in (
            ("certain losses found", score.certain_found, score.certain, score.recall),
            ("likely losses found", score.likely_found, score.likely, score.recall_likely),
            ("marks right", score.made - score.wrong, score.made, score.precision),
            ("  restored", *score.right("restored")),
            ("  marked as lost", *score.right("lacuna")),
        ):
            print(f"{name:22} {part}/{whole}  {share:.3f}")
        if chosen.errors:
            print(*score.errors, sep="\n")


if __name__ == "__main__":
    main()
