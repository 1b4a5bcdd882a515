"""The glossary page, from the vocabulary that translations are held to."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_shelf import Shelf
from build_site.vocab.glossary import load_glossary


def term_anchor(zh: str) -> str:
    """Return the ASCII anchor of a term: a fingerprint, so that it stays when terms are added."""
    return f"t-{sha256(zh.encode()).hexdigest()[:8]}"


def glossary_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the glossary page."""
    yield renderer.page(
        "glossary.md.j2",
        "glossary",
        renderer.say("glossary.title"),
        terms=[(term_anchor(term.zh), term) for term in load_glossary()],
        hide=("navigation", "toc"),
    )
