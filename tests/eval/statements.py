"""Precision and recall of extracted statements against hand-made gold.

`python -m tests.eval.statements [GOLD.jsonl] [--captures DIR] [--errors]`

Five samples: `dev`, which the rules were developed on, read from the captures;
`held`, read from whole published paragraphs of other documents by a second
annotator; `elsewhere`, `unusual` and `later`, sentences in the manner of other
places and years by a third (`gold/README.md`).

The gold is complete for the paragraphs its rows come from: a statement found
between the first and the last row of a paragraph (in `held`: anywhere in it)
that no row accounts for counts against precision, unless a row is optional.
Values are compared in their normal unit, together with the measure;
comparator, kind, period and indicator on those found.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_site.extract import extract_statements
from build_site.extract.reading import folded
from build_site.extract.subjects import indicator_id
from build_site.model.report import Kind, Role
from build_site.model.statement import Context, ParagraphText, Statement

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "statements.jsonl"
HELD = HERE / "gold" / "statements-held.jsonl"
ELSEWHERE = HERE / "gold" / "statements-elsewhere.jsonl"
UNUSUAL = HERE / "gold" / "statements-unusual.jsonl"
LATER = HERE / "gold" / "statements-later.jsonl"
FLOORS = HERE / "floors.toml"
FIELDS = ("comparator", "kind", "period", "indicator")
Row = dict[str, Any]


@dataclass
class Score:
    """Counts of one evaluation; `right` counts the fields of the statements found."""

    found: int = 0
    gold: int = 0
    made: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    judged: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return found / made."""
        return self.found / self.made if self.made else 0.0

    @property
    def recall(self) -> float:
        """Return found / gold."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def accuracy(self, name: str) -> float:
        """Return how often a field is right on the statements found."""
        return self.right[name] / self.judged[name] if self.judged[name] else 0.0


def context_of(row: Row) -> tuple[Context, ParagraphText]:
    """Return the context of a gold row's document, and a paragraph without text."""
    doc, section = row["doc"], row["section"]
    year = int(next(part for part in doc.split("-") if part.isdigit()))
    if "h1" in doc:
        role = Role.PROGRESS if "推进" in section else Role.TARGET
        return Context(Kind.PROGRESS_TABLE, year, "半年度完成情况汇总表"), ParagraphText("", role)
    title = {"一": f"{year - 1}年工作回顾", "二": f"{year}年重点任务"}[section.split("/")[0]]
    return Context(Kind.WORK_REPORT, year), ParagraphText("", Role.PROSE, (title,))


def gold_kind(row: Row) -> str:
    """Return the kind that a gold role means."""
    role = str(row["role"])
    return "actual" if role == "result" else role


def gold_period(row: Row) -> str:
    """Return a gold period as the dataset writes it: 2023H1 → 2023-H1."""
    period = str(row["period"])
    return f"{period[:4]}-{period[4:]}" if period[4:5] in ("H", "Q") else period


def _same(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def _accepted(row: Row, name: str) -> set[Any]:
    """Return the reading of a field and the others that a fair reader would accept."""
    other = row.get(f"{name}_alt") or []
    return {row[name], *([other] if isinstance(other, str) else other)}


def _same_value(row: Row, made: Statement) -> bool:
    """Return whether the values agree.

    In their normal unit; as written where the row names none; or a second
    reading of a share or multiple (三分之二, 增长1.1倍), as written or normalised.
    """
    if row.get("as_written"):
        return _same(made.value, row["value"]) and made.unit_zh == row["unit"]
    if _same(made.value_norm, row["value_norm"]):
        return True
    others = row.get("value_alt", ())
    return any(_same(made.value_norm, v) or _same(made.value, v) for v in others)


def _fits(row: Row, made: Statement, offset: int) -> bool:
    """Return whether a statement is the one a row describes: place, measure and value."""
    start, end = row["raw_offset"] if "raw_offset" in row else row["offset"]
    if not (made.quote.start + offset < end and start < made.quote.end + offset):
        return False
    if made.figure and not start <= made.figure.start + offset < end:
        return False
    if made.measure not in _accepted(row, "measure"):
        return False
    if row.get("value_low") is not None:
        return _same(made.value, row["value_low"]) and _same(made.value_high, row["value_high"])
    return _same_value(row, made)


def _windows(rows: list[Row], text: str) -> list[tuple[int, int, list[Row]]]:
    """Return (start, end, rows) of each annotated paragraph, widened to whole sentences."""
    by_place: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_place[row["doc"], row["section"]].append(row)
    out = []
    for group in by_place.values():
        first = min(r["raw_offset"][0] for r in group)
        last = max(r["raw_offset"][1] for r in group)
        start = max(text.rfind(mark, 0, first) for mark in "。\n:：") + 1
        ends = [text.find(mark, last) for mark in "。\n"]
        end = min((e for e in ends if e >= 0), default=len(text))
        out.append((start, end, group))
    return out


def _judge(score: Score, row: Row, made: Statement) -> None:
    """Compare the fields of one pair."""
    facts = {
        "comparator": (made.comparator, _accepted(row, "comparator")),
        "kind": (made.kind, {gold_kind(row)}),
        "period": (made.period, {gold_period(row)} | _accepted(row, "period")),
    }
    known = indicator_id(row["indicator_zh"])
    if known:
        facts["indicator"] = (made.indicator_id, {known})
    for name, (got, accepted) in facts.items():
        score.judged[name] += 1
        if got in accepted:
            score.right[name] += 1
        else:
            score.errors.append(f"{name}: {row['quote']} : {got} instead of {accepted}")


def _pair(score: Score, rows: list[Row], made: list[Statement], offset: int, text: str) -> None:
    """Match the rows of one paragraph with the statements made from it, and count."""
    left = list(made)
    optional = 0
    for row in sorted(rows, key=lambda r: bool(r.get("optional"))):
        fits = [m for m in left if _fits(row, m, offset)]
        known = indicator_id(row["indicator_zh"])
        fits.sort(key=lambda m: (m.indicator_id != known, m.comparator != row["comparator"]))
        if fits:
            left.remove(fits[0])
        if row.get("optional"):
            optional += bool(fits)
        elif fits:
            score.found += 1
            _judge(score, row, fits[0])
        else:
            what = f"{row['indicator_zh']} {row['value']} {row['measure']}"
            score.errors.append(f"not found: {row['quote']} : {what}")
    score.gold += sum(not row.get("optional") for row in rows)
    score.made += len(made) - optional
    for m in left:
        quote = m.quote.of(text)
        score.errors.append(
            f"not in gold: {quote} : {m.indicator_zh} {m.value} {m.measure} {m.comparator}"
        )


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def evaluate(gold: Path = GOLD, captures: Path = Path("seeds")) -> Score:
    """Return the score of the extraction on a gold file; captures are read raw, width folded."""
    by_file: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(gold):
        by_file[row["file"]].append(row)
    score = Score()
    for name, group in by_file.items():
        path = min(captures.glob(f"{name}_*.txt"))
        text = path.read_text(encoding="utf-8")
        for start, end, inside in _windows(group, text):
            context, empty = context_of(inside[0])
            paragraph = ParagraphText(text[start:end], empty.role, empty.section_titles)
            assert len(folded(paragraph.text)) == end - start
            made = extract_statements([paragraph], context)[0]
            _pair(score, inside, list(made), start, paragraph.text)
    return score


def evaluate_held(gold: Path = HELD) -> Score:
    """Return the score on whole published paragraphs; their text stands beside the gold file."""
    by_paragraph: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(gold):
        by_paragraph[row["paragraph"]].append(row)
    score = Score()
    for place in _rows(gold.with_suffix(".paragraphs.jsonl")):
        context = Context(Kind(place["kind"]), place["year"], place["title"])
        paragraph = ParagraphText(
            place["text"], Role(place["role"]), tuple(place["section_titles"])
        )
        made = extract_statements([paragraph], context)[0]
        _pair(score, by_paragraph[place["paragraph"]], list(made), 0, paragraph.text)
    return score


def floors(sample: str = "statements") -> dict[str, float]:
    """Return the floors below which no figure of a sample may fall."""
    table: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[sample]
    return table


def _show(name: str, score: Score, errors: bool) -> None:
    """Print the table of one sample."""
    print(f"{name}: {score.gold} in the gold, {score.made} made, {score.found} right")
    print(f"{'precision':<12}{score.precision:.3f}")
    print(f"{'recall':<12}{score.recall:.3f}")
    print(f"{'F1':<12}{score.f1:.3f}")
    for key in FIELDS:
        print(f"{key:<12}{score.accuracy(key):.3f}  ({score.right[key]}/{score.judged[key]})")
    if errors:
        print(*score.errors, sep="\n")


def main() -> None:
    """Print the tables, and the errors when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--captures", type=Path, default=Path("seeds"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    _show("statements (dev)", evaluate(options.gold, options.captures), options.errors)
    _show("statements (held)", evaluate_held(), options.errors)
    _show("statements (elsewhere)", evaluate_held(ELSEWHERE), options.errors)
    _show("statements (unusual)", evaluate_held(UNUSUAL), options.errors)
    _show("statements (later)", evaluate_held(LATER), options.errors)


if __name__ == "__main__":
    main()
