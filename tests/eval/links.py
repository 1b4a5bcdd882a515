"""Recall, traps and verdicts of links against hand-made gold.

`python -m tests.eval.links [GOLD.jsonl] [--root DIR] [--invented] [--errors] [--write-golden]`

A gold link counts as found if a chain ties a target and an outcome whose
quotes overlap those of the gold and whose numbers are its numbers; a chain
whose verdict is `not_comparable` shows a near-miss beside the promise and is
counted only where the gold accepts that verdict. A trap is sprung by any row
of the links table between its two sides. Verdicts are judged on links found.
Half-year figures (`progress`) are found by a link; a promise without an outcome
is wrong if a chain holds one; pairs that are `open` count neither way. Precision
is the share of the links from targets that the gold knows.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_site.build import editions, statements_in
from build_site.link import Linked, link
from build_site.model.claim import Claim
from build_site.model.link import Link
from build_site.publish.claims import claims_of
from build_site.publish.identify import name_documents

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "links.jsonl"
INVENTED = HERE / "gold" / "links-invented"  # reports that nobody gave, and their links.jsonl
FLOORS = HERE / "floors.toml"
GOLDEN = HERE.parent / "golden" / "chains-huzhou-2023.tsv"
GOLDEN_OF = ("zhejiang/huzhou", "2023")
Row = dict[str, Any]


@dataclass
class Score:
    """Counts of one evaluation."""

    gold: int = 0
    found: int = 0
    traps: int = 0
    sprung: int = 0
    right: int = 0
    strict: int = 0
    judged: int = 0
    half: int = 0  # half-year figures in the gold
    half_found: int = 0
    paced: int = 0  # verdicts half-way that the rule decides
    paced_right: int = 0
    silent: int = 0  # promises that no later figure answers
    silent_kept: int = 0
    made: int = 0
    known: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Return found / gold."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """Return the share of the links made from targets that the gold knows."""
        return self.known / self.made if self.made else 0.0

    @property
    def verdicts(self) -> float:
        """Return how many verdicts on the links found a fair reader accepts."""
        return self.right / self.judged if self.judged else 0.0


def claims_in(root: Path) -> tuple[Claim, ...]:
    """Return the claims of all captures below `root`/seeds."""
    found = editions(root, lambda *_: None)
    return claims_of(name_documents(found), statements_in(found))


def _documents(doc: str) -> tuple[str, ...]:
    """Return how the documents that a gold row names end: ningbo-2019 → ningbo/2019.

    A promise that a progress table repeats names both documents: `x-2023|x-2023-h1`.
    """
    ends = [re.sub(r"-h1$", "/progress-h1", one).replace("-", "/", 1) for one in doc.split("|")]
    return tuple(ends)


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char == ".")


def _is(side: Row, claim: Claim) -> bool:
    """Say whether a claim is one side of a gold row: document, words and number."""
    if not claim.document_id.endswith(_documents(side["doc"])):
        return False
    ours, gold = _plain(claim.quote), _plain(side["quote"])
    if ours not in gold and gold not in ours and not _overlap(ours, gold):
        return False
    value = side.get("value")
    if value is None or claim.statement.value is None:
        return value is None
    return bool(abs(claim.statement.value - value) < 1e-9)


def _overlap(ours: str, gold: str) -> bool:
    """Say whether one ends as the other begins, over at least six characters."""
    return any(
        first.endswith(second[:size])
        for first, second in ((ours, gold), (gold, ours))
        for size in range(6, min(len(first), len(second)) + 1)
    )


def _ties(one: Link, row: Row, by_id: dict[str, Claim]) -> bool:
    """Say whether a link ties the two sides of a trap, in either direction."""
    ends = (by_id[one.from_statement_id], by_id[one.to_statement_id])
    return any(_is(row["a"], a) and _is(row["b"], b) for a, b in (ends, ends[::-1]))


def evaluate(claims: Sequence[Claim], linked: Linked, gold: Path = GOLD) -> Score:
    """Return the score of links and chains on a gold file."""
    rows: list[Row] = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line]
    by_id = {claim.statement_id: claim for claim in claims}
    score = Score()
    for row in rows:
        if row["role"] == "must_not_link":
            score.traps += 1
            sprung = [
                one
                for one in linked.links
                if row.get("relation", "") in ("", one.relation) and _ties(one, row, by_id)
            ]
            score.sprung += bool(sprung)
            if sprung:
                score.errors.append(f"trap {row['id']}: {row['a']['quote']} | {row['b']['quote']}")
            continue
        if row["role"] == "progress":
            _follow(score, row, linked, by_id)
        elif row["role"] == "link":
            _judge(score, row, linked, by_id)
    answers = [row for row in rows if row["role"] != "must_not_link" and row["outcome"]]
    for one in linked.links:
        if one.relation in ("outcome_of", "progress_of"):
            score.made += 1
            known = any(_answers(one, row, by_id) for row in answers)
            score.known += known
            if not known:
                ends = by_id[one.from_statement_id].quote, by_id[one.to_statement_id].quote
                score.errors.append(f"not in the gold: {' | '.join(ends)}")
    return score


def _answers(one: Link, row: Row, by_id: dict[str, Claim]) -> bool:
    """Say whether a link ties the target of a row to what answers it."""
    from_, to = by_id[one.from_statement_id], by_id[one.to_statement_id]
    return _is(row["target"], from_) and _is(row["outcome"], to)


def _follow(score: Score, row: Row, linked: Linked, by_id: dict[str, Claim]) -> None:
    """Count one half-year figure of the gold."""
    score.half += 1
    links = (one for one in linked.links if one.relation == "progress_of")
    found = any(_answers(one, row, by_id) for one in links)
    score.half_found += found
    wanted: list[str] = row.get("verdict_accept", [])
    if found and wanted:
        mine = [
            c.verdict for c in linked.chains if _is(row["target"], by_id[c.target_statement_id])
        ]
        score.paced += 1
        score.paced_right += any(one in wanted for one in mine)
        if not any(one in wanted for one in mine):
            score.errors.append(f"{row['id']} half-way: {mine}, not {wanted}")
    if not found:
        quotes = f"{row['target']['quote']} | {row['outcome']['quote']}"
        score.errors.append(f"{row['id']} half-year figure not found: {quotes}")


def _judge(score: Score, row: Row, linked: Linked, by_id: dict[str, Claim]) -> None:
    """Count one gold link."""
    mine = [c for c in linked.chains if _is(row["target"], by_id[c.target_statement_id])]
    if row["outcome"] is None:
        score.silent += 1
        wrong = [c for c in mine if c.outcome_statement_id and c.verdict != "not_comparable"]
        score.silent_kept += not wrong
        if wrong:
            score.errors.append(f"{row['id']}: linked, but the gold knows no outcome")
        return
    score.gold += 1
    tied = [
        c
        for c in mine
        if c.outcome_statement_id
        and _is(row["outcome"], by_id[c.outcome_statement_id])
        and (c.verdict != "not_comparable" or "not_comparable" in row["verdict_accept"])
    ]
    if not tied:
        why = "no such target" if not mine else f"{mine[0].verdict} {mine[0].reason_zh}"
        quotes = f"{row['target']['quote']} | {row['outcome']['quote']}"
        score.errors.append(f"{row['id']} not found: {quotes}: {why}")
        return
    score.found += 1
    score.judged += 1
    score.right += tied[0].verdict in row["verdict_accept"]
    strict: list[str] = row.get("strict_accept", [])
    score.strict += tied[0].verdict_strict in (strict or row["verdict_accept"])
    if tied[0].verdict not in row["verdict_accept"]:
        score.errors.append(f"{row['id']}: {tied[0].verdict}, not {row['verdict_accept']}")


def chain_lines(claims: Sequence[Claim], linked: Linked, home: str, year: str) -> list[str]:
    """Return the chains of a place and year, one tab-separated line each."""
    quotes = {claim.statement_id: claim.quote for claim in claims} | {"": ""}
    return [
        "\t".join(
            (
                chain.indicator_id,
                quotes[chain.target_statement_id],
                quotes[chain.progress_statement_id],
                quotes[chain.outcome_statement_id],
                chain.verdict,
                chain.verdict_strict,
            )
        )
        for chain in linked.chains
        if chain.place_id == home and chain.period == year
    ]


def floors(section: str = "links") -> dict[str, float]:
    """Return the floors below which no figure may fall."""
    table: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[section]
    return table


def main() -> None:
    """Print the table, and the errors when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--invented", action="store_true", help="the invented reports")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--write-golden", action="store_true", help="bring tests/golden up to date")
    options = parser.parse_args()
    if options.invented:
        options.root, options.gold = INVENTED, INVENTED / "links.jsonl"
    claims = claims_in(options.root)
    linked = link(claims)
    if options.write_golden:
        lines = chain_lines(claims, linked, *GOLDEN_OF)
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    score = evaluate(claims, linked, options.gold)
    print(f"links: {score.gold} in the gold, {score.found} found; {score.traps} traps")
    print(f"{'recall':<12}{score.recall:.3f}")
    print(f"{'traps linked':<12} {score.sprung}")
    print(f"{'verdicts':<12}{score.verdicts:.3f}  ({score.right}/{score.judged})")
    if options.invented:
        print(f"{'strict':<12}{score.strict}/{score.judged}")
        print(f"{'half-year':<12}{score.half_found}/{score.half}")
        print(f"{'half-way':<12}{score.paced_right}/{score.paced}  (verdicts)")
        print(f"{'unanswered':<12}{score.silent_kept}/{score.silent}")
        print(f"{'precision':<12}{score.precision:.3f}  ({score.known}/{score.made})")
    if options.errors:
        print(*score.errors, sep="\n")


if __name__ == "__main__":
    main()
