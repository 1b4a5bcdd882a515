"""What can be found: documents, places, agencies, indicators, terms, headings, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_site.publish.pages_glossary import term_anchor
from build_site.publish.pages_indicators import shown_indicators
from build_site.publish.pages_names import person
from build_site.publish.pages_places import shown_places
from build_site.publish.pages_render import Renderer
from build_site.publish.pages_reports import document_title
from build_site.publish.pages_shelf import Shelf, anchor, name, number, text
from build_site.publish.row import Row, Tables
from build_site.vocab.glossary import Term, load_glossary
from build_site.vocab.labels import load_labels


@dataclass(frozen=True, slots=True)
class Record:
    """One thing a search can find; `url` is relative to the language's home."""

    kind: str  # document | place | agency | indicator | term | section | paragraph
    title: str
    heading: str
    url: str
    text: str  # what is shown and searched
    hidden: str = ""  # searched as well: the other language's words

    @property
    def searched(self) -> str:
        """Return all text that finds this record; lines keep phrases apart."""
        return f"{self.text}\n{self.hidden}" if self.hidden else self.text

    @property
    def shown(self) -> list[str]:
        """Return the row of the records file."""
        return [self.kind, self.title, self.heading, self.url, self.text, self.hidden]


def records(tables: Tables, language: str) -> list[Record]:
    """Return everything that can be found in one language, best first."""
    shelf = Shelf(tables)
    renderer = Renderer(load_labels(), language)
    titles: list[Record] = []
    headings: list[Record] = []
    body: list[Record] = []
    for row in shelf.documents.values():
        title = document_title(shelf, row, renderer)
        titles.append(_document(shelf, row, title, renderer))
        _inside(shelf, row, title, language, headings, body)
    titles += [_place(shelf, place, language) for place in shown_places(shelf)]
    titles += [_agency(shelf, row, language) for row in shelf.agencies.values()]
    # Behind the texts: who types 收入 wants the paragraphs that speak of it.
    words = [_indicator(row, language) for row in shown_indicators(shelf)]
    words += [_term(term, language) for term in load_glossary()]
    return titles + headings + body + words


def _other(language: str) -> str:
    return "en" if language == "zh" else "zh"


def _document(shelf: Shelf, row: Row, title: str, renderer: Renderer) -> Record:
    place = shelf.places.get(text(row, "place_id"))
    also = [text(row, f"title_{_other(renderer.language)}"), text(row, "year")]
    also += [text(place, "name_zh"), text(place, "name_en")] if place else []
    also += [text(row, "speaker_zh"), person(row, "speaker", "en"), text(row, "meeting_zh")]
    kind = renderer.word("kind", text(row, "kind"))
    return Record(
        "document",
        title,
        kind,
        f"reports/{text(row, 'document_id')}/",
        title,
        "\n".join(dict.fromkeys(word for word in also if word)),
    )


def _place(shelf: Shelf, place_id: str, language: str) -> Record:
    row = shelf.places[place_id]
    shown = name(row, language)
    hidden = text(row, f"name_{_other(language)}")
    return Record("place", shown, "", f"places/{place_id}/", shown, hidden)


def _agency(shelf: Shelf, row: Row, language: str) -> Record:
    shown = name(row, language)
    place = name(shelf.places.get(text(row, "place_id")), language)
    written = sorted(
        {text(part, "agency_zh") for part in shelf.agency_tasks.get(text(row, "agency_id"), ())}
    )
    hidden = [text(row, f"name_{_other(language)}"), *written]
    return Record(
        "agency",
        shown,
        place,
        f"agencies/{text(row, 'agency_id')}/",
        shown,
        "\n".join(word for word in dict.fromkeys(hidden) if word and word != shown),
    )


def _indicator(row: Row, language: str) -> Record:
    shown = name(row, language)
    hidden = [name(row, _other(language)), *text(row, "aliases_zh").split(";")]
    return Record(
        "indicator",
        shown,
        "",
        f"indicators/{text(row, 'indicator_id')}/",
        shown,
        "\n".join(word for word in dict.fromkeys(hidden) if word and word != shown),
    )


def _term(term: Term, language: str) -> Record:
    shown, hidden = (term.zh, term.en) if language == "zh" else (term.en, term.zh)
    return Record("term", shown, term.note_en, f"glossary/#{term_anchor(term.zh)}", shown, hidden)


def _inside(
    shelf: Shelf,
    document: Row,
    title: str,
    language: str,
    headings: list[Record],
    body: list[Record],
) -> None:
    document_id = text(document, "document_id")
    page = f"reports/{document_id}/"
    known: dict[str, str] = {}
    for row in shelf.sections.get(document_id, ()):
        zh = text(row, "heading_zh") or text(row, "title_zh")
        shown = (text(row, "title_en") or zh) if language == "en" else zh
        known[text(row, "section_id")] = shown
        at = anchor("s", text(row, "section_id"), document_id)
        hidden = zh if shown != zh else ""
        headings.append(Record("section", title, "", f"{page}#{at}", shown, hidden))
    for row in sorted(shelf.paragraphs.get(document_id, ()), key=lambda r: number(r, "raw_start")):
        zh = text(row, "text_zh")
        shown = (text(row, "text_en") or zh) if language == "en" else zh
        at = anchor("p", text(row, "paragraph_id"), document_id)
        above = known.get(text(row, "section_id"), "")
        hidden = zh if shown != zh else ""
        body.append(Record("paragraph", title, above, f"{page}#{at}", shown, hidden))


def names(tables: Tables) -> Sequence[Sequence[str]]:
    """Return groups of names that stand for each other: indicators, agencies, glossary terms."""
    groups: list[list[str]] = []
    for row in tables.get("indicators", ()):
        groups.append(
            [text(row, "name_zh"), text(row, "name_en"), *text(row, "aliases_zh").split(";")]
        )
    groups += [[term.zh, term.en] for term in load_glossary()]
    written: dict[str, list[str]] = {}
    for part in tables.get("task_agencies", ()):
        written.setdefault(text(part, "agency_id"), []).append(text(part, "agency_zh"))
    for row in tables.get("agencies", ()):
        known = [text(row, "name_zh"), text(row, "name_en")]
        groups.append([*known, *sorted(set(written.get(text(row, "agency_id"), ())))])
    unique = {tuple(dict.fromkeys(word for word in group if word)): None for group in groups}
    return [list(group) for group in unique if len(group) > 1]
