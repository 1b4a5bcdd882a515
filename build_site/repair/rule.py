"""What a repair rule is: a function that yields edits, with its reason and examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from build_site.model.text import Certainty, Edit


class Stage(IntEnum):
    """The order of rules. Rules of one stage commute."""

    BYTES = 1  # damage done to the bytes, undone by re-encoding
    CHARACTERS = 2  # glosses, entities, invisible characters
    SCRIPT = 3  # Traditional to Simplified
    SPACING = 4  # spaces and breaks inside words and numbers
    PUNCTUATION = 5  # full-width marks, quotation marks
    WORDS = 6  # substituted words
    LOSSES = 7  # marks lost where formatting runs met


Find = Callable[[str], Iterator[Edit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A repair rule. `repairs` and `leaves` : examples that tests run."""

    name: str
    stage: Stage
    certainty: Certainty
    zh: str
    en: str
    repairs: Mapping[str, str]
    leaves: tuple[str, ...]
    find: Find


_registry: dict[str, Rule] = {}


def rule(
    *,
    zh: str,
    en: str,
    stage: Stage,
    certainty: Certainty,
    repairs: Mapping[str, str],
    leaves: tuple[str, ...],
) -> Callable[[Find], Find]:
    """Register a function text → edits as a repair rule under its own name.

    The first line of its docstring is what the rule does; `zh` and `en` are
    what readers of the site see.
    """

    def register(find: Find) -> Find:
        name = find.__name__
        if name in _registry:
            raise ValueError(f"two rules are called {name}")
        _registry[name] = Rule(name, stage, certainty, zh, en, repairs, leaves, find)
        return find

    return register


def registered() -> tuple[Rule, ...]:
    """Return all registered rules by stage, then name."""
    return tuple(sorted(_registry.values(), key=lambda r: (r.stage, r.name)))
