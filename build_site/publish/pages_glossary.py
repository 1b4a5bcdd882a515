"""The glossary page, from the vocabulary that translations are held to."""

from __future__ import annotations

from collections.abc import Iterator

from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_shelf import Shelf
from build_site.vocab.glossary import load_glossary


def glossary_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the glossary page."""
    yield renderer.page(
        "glossary.md.j2",
        "glossary",
        renderer.say("glossary.title"),
        terms=load_glossary(),
        hide=("navigation", "toc"),
    )
