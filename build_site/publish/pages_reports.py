"""The list of documents, and a page for each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from html import escape

from build_site.publish.cite import Work, citations
from build_site.publish.pages_names import meeting, office, person
from build_site.publish.pages_paragraph import paragraph_view, status
from build_site.publish.pages_render import SITE, Page, Renderer
from build_site.publish.pages_shelf import Shelf, anchor, flag, name, number, text
from build_site.publish.pages_tasks import task_rows
from build_site.publish.row import Row
from build_site.publish.structured import report_facts, script_safe


def document_title(shelf: Shelf, row: Row, renderer: Renderer) -> str:
    """Return a document's title in the page's language; in English one is made if need be."""
    if renderer.language == "zh":
        return text(row, "title_zh") or _made_title(shelf, row, renderer)
    return text(row, "title_en") or _made_title(shelf, row, renderer)


def _made_title(shelf: Shelf, row: Row, renderer: Renderer) -> str:
    place = name(shelf.places.get(text(row, "place_id")), renderer.language)
    year = text(row, "year")
    kind = renderer.word("kind", text(row, "kind"))
    if renderer.language == "zh":
        return f"{place}{year}年{kind}" if year else f"{place}{kind}"
    return " ".join(part for part in (place, year, kind) if part)


def _place_name(shelf: Shelf, row: Row, renderer: Renderer) -> str:
    return name(shelf.places.get(text(row, "place_id")), renderer.language)


def report_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the list of documents and the page of each."""
    documents = [_listed(shelf, row, renderer) for row in shelf.documents.values()]
    facets = {
        key: sorted({(str(d[key]), str(d[f"{key}_name"])) for d in documents if d[key]})
        for key in ("place", "year", "level", "kind", "grade")
    }
    facets["year"].reverse()
    yield renderer.page(
        "reports.md.j2",
        "reports",
        renderer.say("reports.title"),
        documents=documents,
        facets=facets,
        hide=("navigation", "toc"),
    )
    for row in shelf.documents.values():
        yield _report_page(shelf, row, renderer)


def _listed(shelf: Shelf, row: Row, renderer: Renderer) -> Mapping[str, object]:
    place = shelf.places.get(text(row, "place_id"))
    level = text(place, "level") if place else ""
    grade = shelf.grade(row)
    return {
        "id": text(row, "document_id"),
        "title": document_title(shelf, row, renderer),
        "place": text(row, "place_id"),
        "place_name": name(place, renderer.language) or text(row, "place_id"),
        "year": text(row, "year"),
        "year_name": text(row, "year"),
        "level": level,
        "level_name": renderer.word("level", level),
        "kind": text(row, "kind"),
        "kind_name": renderer.word("kind", text(row, "kind")),
        "grade": grade,
        "grade_name": renderer.word("grade", grade),
    }


def _report_page(shelf: Shelf, row: Row, renderer: Renderer) -> Page:
    document_id = text(row, "document_id")
    title = document_title(shelf, row, renderer)
    paragraphs = shelf.paragraphs.get(document_id, ())
    edits = [e for e in shelf.document_edits.get(document_id, ()) if not text(e, "sha256")]
    known = Counter(status(p) for p in paragraphs)
    digest = sha256("\n".join(text(p, "text_zh") for p in paragraphs).encode()).hexdigest()
    capture = shelf.captures.get(text(row, "capture_id"), {})
    path = f"reports/{document_id}"
    translated = known["draft"] + known["reviewed"]
    work = _work(shelf, row, title, renderer)
    if renderer.language == "en" and translated:
        work = replace(work, translator=renderer.say("cite.translator"), draft=known["draft"] > 0)
    page = renderer.page(
        "report.md.j2",
        path,
        title,
        document=_listed(shelf, row, renderer),
        row=row,
        speaker=person(row, "speaker", renderer.language),
        speaker_title=office(row, "speaker", renderer.language),
        meeting=meeting(row, _place_name(shelf, row, renderer), renderer.language),
        acting=flag(row, "acting") and not _title_says_acting(row),
        chars=number(row, "chars"),
        capture=capture,
        edit_count=len(edits),
        conjectures=sum(1 for e in edits if text(e, "certainty") == "conjecture"),
        lacunae=len(shelf.document_lacunae.get(document_id, ())),
        findings=len(shelf.document_findings.get(document_id, ())),
        digest=digest,
        citations=citations(work, renderer.language),
        translated=translated,
        drafts=known["draft"],
        downloads=[(path.rpartition(".")[2], path) for _, path in _downloads(document_id)],
        rule_names=shelf.rule_names,
        paragraph_count=len(paragraphs),
        parts=_parts(shelf, row, renderer),
    )
    about = renderer.say("report.described", title=title, count=len(paragraphs))
    facts = report_facts(
        work,
        renderer.language,
        identifier=document_id,
        original=f"{SITE}{path}/",
        source=text(capture, "url") or text(capture, "file"),
        place=_place_name(shelf, row, renderer),
        dataset=renderer.address("data"),
        downloads=[(media, SITE + file) for media, file in _downloads(document_id)],
    )
    return replace(
        page,
        meta={
            **page.meta,
            "description": escape(about),
            "citation": _citation_tags(work, renderer.language),
            "jsonld": script_safe(facts),
        },
    )


def _title_says_acting(row: Row) -> bool:
    """Return whether the speaker's title itself says that the office is held provisionally."""
    return text(row, "speaker_title_zh").startswith("代")


def _citation_tags(work: Work, language: str) -> dict[str, str]:
    """Return what reference managers read; the theme's main.html turns it into meta tags."""
    fields = {
        "title": work.title,
        "author": work.author,
        "publication_date": work.date or work.year,
        "technical_report_institution": work.publisher,
        "language": language,
        "public_url": work.url,
    }
    return {key: value for key, value in fields.items() if value}


def _downloads(document_id: str) -> list[tuple[str, str]]:
    """Return media type and path of the files of a document."""
    return [
        ("text/markdown", f"dataset/text/{document_id}.md"),
        ("application/json", f"api/reports/{document_id}.json"),
        ("text/tab-separated-values", f"dataset/aligned/{document_id}.tsv"),
        ("application/x-tmx+xml", f"dataset/aligned/{document_id}.tmx"),
    ]


def _work(shelf: Shelf, row: Row, title: str, renderer: Renderer) -> Work:
    place = name(shelf.places.get(text(row, "place_id")), renderer.language)
    zh = renderer.language == "zh"
    body = (f"{place}人民政府" if zh else f"{place} People's Government") if place else ""
    return Work(
        key=text(row, "document_id").replace("/", "-"),
        title=title,
        author=person(row, "speaker", renderer.language) or body,
        publisher=body,
        year=text(row, "year"),
        date=text(row, "delivered_on") or text(row, "issued_on"),
        url=renderer.address(f"reports/{text(row, 'document_id')}"),
        person=bool(text(row, "speaker_zh")),
    )


def _parts(shelf: Shelf, row: Row, renderer: Renderer) -> list[Mapping[str, object]]:
    """Return the document as headings, paragraphs and task tables in the order of the text."""
    document_id = text(row, "document_id")
    things: list[tuple[int, int, Mapping[str, object]]] = []
    for section in shelf.sections.get(document_id, ()):
        things.append((number(section, "raw_start"), 0, _section(section, renderer)))
    tasks = shelf.document_tasks.get(document_id, ())
    for task in tasks:
        things.append((number(task, "raw_start"), 1, task_rows(shelf, task, document_id, renderer)))
    numbered = 0
    for paragraph in shelf.paragraphs.get(document_id, ()):
        if text(paragraph, "task_id"):
            continue
        numbered += 1
        things.append(
            (
                number(paragraph, "raw_start"),
                2,
                _paragraph(shelf, paragraph, document_id, numbered, renderer),
            )
        )
    things.sort(key=lambda thing: thing[:2])
    return _grouped([thing[2] for thing in things])


def _section(section: Row, renderer: Renderer) -> Mapping[str, object]:
    """Return a heading in the page's language; `other` is the same in the other, if known."""
    zh = text(section, "heading_zh") or text(section, "number") + text(section, "title_zh")
    en = text(section, "title_en")
    english = renderer.language == "en"
    return {
        "type": "section",
        "id": anchor("s", text(section, "section_id"), text(section, "document_id")),
        "level": min(6, max(2, number(section, "level") + 1)),
        "title": (en or zh) if english else zh,
        "chinese": english and not en,
        "other": (zh if english else en) if en else "",
    }


def _paragraph(
    shelf: Shelf, row: Row, document_id: str, count: int, renderer: Renderer
) -> Mapping[str, object]:
    return {
        "type": "paragraph",
        "number": count,
        "role": text(row, "role"),
        **paragraph_view(shelf, row, document_id, renderer),
    }


def _grouped(things: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Put neighbouring tasks into one table and neighbouring paragraphs into one block."""
    out: list[dict[str, object]] = []
    for thing in things:
        last = out[-1] if out else None
        if thing["type"] != "section" and last and last["type"] == thing["type"]:
            members = last["members"]
            assert isinstance(members, list)
            members.append(thing)
        elif thing["type"] == "section":
            out.append(dict(thing))
        else:
            out.append({"type": thing["type"], "members": [thing]})
    return list(out)
