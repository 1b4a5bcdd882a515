"""The list of repair rules and a page for each, from the registry given as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_shelf import Shelf, text


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What readers see of a repair rule. `stage` and `certainty` are lower-case code words."""

    name: str
    stage: str
    certainty: str
    zh: str
    en: str
    repairs: Mapping[str, str]
    leaves: Sequence[str]


def rule_pages(shelf: Shelf, renderer: Renderer, rules: Sequence[RuleFacts]) -> Iterator[Page]:
    """Yield the list of rules and the page of each, in the order given."""
    used = Counter(r for e in shelf.rows("edits") for r in text(e, "rules").split(";") if r)
    listed = [_facts(rule, used[rule.name], renderer) for rule in rules]
    yield renderer.page(
        "rules.md.j2",
        "rules",
        renderer.say("rules.title"),
        rules=listed,
        hide=("navigation", "toc"),
    )
    for facts in listed:
        yield renderer.page("rule.md.j2", f"rules/{facts['name']}", str(facts["name"]), rule=facts)


def _facts(rule: RuleFacts, used: int, renderer: Renderer) -> Mapping[str, object]:
    return {
        "name": rule.name,
        "stage": renderer.word("stage", rule.stage),
        "certainty": renderer.word("certainty", rule.certainty),
        "does": rule.zh if renderer.language == "zh" else rule.en,
        "repairs": list(rule.repairs.items()),
        "leaves": list(rule.leaves),
        "used": used,
    }
