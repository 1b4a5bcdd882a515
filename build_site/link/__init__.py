"""Statement ↔ statement: promises, what became of them, series, ladder of places, verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from build_site.link.chains import Linked, chains
from build_site.link.scopes import carried
from build_site.link.series import ladder, restated, series
from build_site.link.verdict import Verdict, verdict
from build_site.model.claim import Claim

__all__ = ["Linked", "Verdict", "link", "verdict"]


def link(claims: Sequence[Claim]) -> Linked:
    """Return the chains of all promises and every link between claims, each pair once."""
    claims = tuple(carried(claims))
    made = chains(claims)
    every = [*made.links, *series(claims), *ladder(claims), *restated(claims)]
    once = {(one.from_statement_id, one.to_statement_id, one.relation): one for one in every}
    return Linked(made.chains, tuple(once.values()))
