"""All promises in one table, and the ledger of each place and year."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.publish.pages_chains import ORDER, Chains
from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_shelf import Shelf

_FIRST_OF_LEDGER = 30  # its rows are higher
_FIRST = 100  # rows shown before somebody asks for all: a phone lays out 1,300 in three seconds


def target_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the table of all chains and a ledger for each place and year that has one."""
    chains = Chains(shelf, renderer)
    every = chains.every
    verdicts = [code for code in ORDER if any(c.verdict == code for c in every)]
    yield renderer.page(
        "targets.md.j2",
        "targets",
        renderer.say("targets.title"),
        chains=every,
        first=_FIRST,
        scores=chains.scores(every),
        ledgers=[(*key, found[0].place, len(found)) for key, found in chains.ledgers.items()],
        facets={
            "place": sorted({(c.place_id, c.place) for c in every}),
            "year": sorted({(c.year, c.year) for c in every}, reverse=True),
            "verdict": [(code, renderer.word("verdict", code)) for code in verdicts],
            "theme": sorted(
                {(c.theme, renderer.word("theme", c.theme)) for c in every if c.theme},
                key=lambda pair: pair[1],
            ),
        },
        hide=("navigation", "toc"),
    )
    for (place, year), found in chains.ledgers.items():
        title = renderer.say("targets.ledger_title", place=found[0].place, year=year)
        yield renderer.page(
            "ledger.md.j2",
            f"targets/{place}/{year}",
            title,
            chains=found,
            first=_FIRST_OF_LEDGER,
            place=(place, found[0].place),
            year=year,
            scores=chains.scores(found),
            silent=[c for c in found if c.verdict == "not_reported"],
            spun=any(shelf.grade(shelf.documents[c.target.document_id]) == "spun" for c in found),
        )
