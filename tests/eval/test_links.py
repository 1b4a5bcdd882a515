"""Links and verdicts stay above their floors; the chains of one place and year, line by line."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from build_site.link import Linked, link
from build_site.model.claim import Claim
from build_site.model.link import Link
from tests.eval.links import (
    GOLDEN,
    GOLDEN_OF,
    INVENTED,
    chain_lines,
    claims_in,
    evaluate,
    floors,
)


@pytest.fixture(scope="module")
def claims() -> Sequence[Claim]:
    return claims_in(Path())


@pytest.fixture(scope="module")
def linked(claims: Sequence[Claim]) -> Linked:
    return link(claims)


def test_links_and_verdicts_stay_above_their_floors(
    claims: Sequence[Claim], linked: Linked
) -> None:
    score = evaluate(claims, linked)
    floor = floors()
    assert score.gold >= 51 and score.traps >= 5
    assert score.sprung == 0, score.errors
    assert score.recall >= floor["recall"], score.errors
    assert score.verdicts >= floor["verdicts"], score.errors


def test_links_of_invented_reports_stay_above_their_floors() -> None:
    found = claims_in(INVENTED)
    score = evaluate(found, link(found), INVENTED / "links.jsonl")
    floor = floors("links_invented")
    assert score.gold >= 350 and score.traps >= 162 and score.half >= 65 and score.silent >= 33
    assert score.sprung <= floor["traps"], score.errors
    assert score.recall >= floor["recall"], score.errors
    assert score.precision >= floor["precision"], score.errors
    assert score.verdicts >= floor["verdicts"], score.errors
    assert score.strict >= floor["verdicts"] * score.judged, score.errors
    assert score.half_found >= floor["half_year"] * score.half, score.errors
    assert score.paced_right >= floor["half_way"] * score.paced, score.errors
    assert score.silent_kept >= floor["unanswered"] * score.silent, score.errors


def test_the_scorer_notices_a_trap_and_a_lost_chain(
    claims: Sequence[Claim], linked: Linked
) -> None:
    pork = [c for c in claims if "生猪饲养量140" in c.quote or "全年出栏87.4" in c.quote]
    trap = Link(pork[0].statement_id, pork[1].statement_id, "outcome_of", "", 1.0, "")
    assert evaluate(claims, replace(linked, links=(*linked.links, trap))).sprung == 1
    assert evaluate(claims, replace(linked, chains=())).recall == 0.0


def test_no_verdict_rests_on_a_reworded_capture(claims: Sequence[Claim], linked: Linked) -> None:
    spun = {claim.statement_id for claim in claims if claim.grade == "spun"}
    assert spun
    for chain in linked.chains:
        if spun & {chain.target_statement_id, chain.outcome_statement_id}:
            assert chain.verdict == ""


def test_a_target_never_stands_where_an_outcome_belongs(
    claims: Sequence[Claim], linked: Linked
) -> None:
    kinds = {claim.statement_id: claim.statement.kind for claim in claims}
    for chain in linked.chains:
        assert kinds[chain.target_statement_id] == "target"
        assert kinds.get(chain.progress_statement_id, "progress") == "progress"
        assert kinds.get(chain.outcome_statement_id, "actual") == "actual"


def test_the_chains_of_huzhou_2023_are_those_of_the_golden_file(
    claims: Sequence[Claim], linked: Linked
) -> None:
    assert (
        chain_lines(claims, linked, *GOLDEN_OF) == GOLDEN.read_text(encoding="utf-8").splitlines()
    )
