"""Recall, traps and verdicts of links against hand-made gold.

`python -m tests.eval.links [GOLD.jsonl] [--root DIR] [--errors] [--write-golden]`

A gold link counts as found if a chain ties a target and an outcome whose
quotes overlap those of the gold and whose numbers are its numbers; a chain
whose verdict is `not_comparable` shows a near-miss beside the promise and is
counted only where the gold accepts that verdict. A trap is sprung by any row
of the links table between its two sides. Verdicts are judged on links found.
"""

from __future__ import annotations

import argparse
import json
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
    judged: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Return found / gold."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def verdicts(self) -> float:
        """Return how many verdicts on the links found a fair reader accepts."""
        return self.right / self.judged if self.judged else 0.0


def claims_in(root: Path) -> tuple[Claim, ...]:
    """Return the claims of all captures below `root`/seeds."""
    found = editions(root, lambda *_: None)
    return claims_of(name_documents(found), statements_in(found))


def _document(doc: str) -> str:
    """Return how the documents that a gold row names end: ningbo-2019 → ningbo/2019."""
    return doc.replace("huzhou-2023-h1", "huzhou/2023/progress-h1").replace("-", "/", 1)


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char == ".")


def _is(side: Row, claim: Claim) -> bool:
    """Say whether a claim is one side of a gold row: document, words and number."""
    if not claim.document_id.endswith(_document(side["doc"])):
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
            sprung = [one for one in linked.links if _ties(one, row, by_id)]
            score.sprung += bool(sprung)
            if sprung:
                score.errors.append(f"trap {row['id']}: {row['a']['quote']} | {row['b']['quote']}")
            continue
        _judge(score, row, linked, by_id)
    return score


def _judge(score: Score, row: Row, linked: Linked, by_id: dict[str, Claim]) -> None:
    """Count one gold link."""
    mine = [c for c in linked.chains if _is(row["target"], by_id[c.target_statement_id])]
    if row["outcome"] is None:
        wrong = [c for c in mine if c.outcome_statement_id]
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
    if tied[0].verdict in row["verdict_accept"]:
        score.right += 1
    else:
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


def floors() -> dict[str, float]:
    """Return the floors below which no figure may fall."""
    table: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["links"]
    return table


def main() -> None:
    """Print the table, and the errors when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--write-golden", action="store_true", help="bring tests/golden up to date")
    options = parser.parse_args()
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
    if options.errors:
        print(*score.errors, sep="\n")


if __name__ == "__main__":
    main()
