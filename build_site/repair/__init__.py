"""Document → Document: undo what happened to a text on its way to us, edit by edit."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from build_site.model.capture import Correction
from build_site.model.text import Document, Lacuna
from build_site.repair import rules as _rules
from build_site.repair.correct import corrected
from build_site.repair.losses import lacunae_of
from build_site.repair.rule import Rule, registered


def all_rules() -> tuple[Rule, ...]:
    """Return every rule of repair/rules, in order of application; a new file is found by itself."""
    for module in iter_modules(_rules.__path__):
        import_module(f"{_rules.__name__}.{module.name}")
    return registered()


def lacunae(document: Document) -> tuple[Lacuna, ...]:
    """Return the places of a repaired document where something is known to be missing, in order."""
    # the repair of a flattened table heals many of the scars that give it away
    flattened = any(step.rule == "lost_marks" for step in document.passes)
    return tuple(lacunae_of(document.text, flattened=flattened))


def repair(document: Document, corrections: Sequence[Correction] = ()) -> Document:
    """Return the document after every rule, then the corrections of its sidecar."""
    for one in all_rules():
        document = document.edited(one.name, one.find(document.text), one.certainty)
    return corrected(document, corrections)
