"""What was done to each capture: defects, edits by rule, removed furniture, certificate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from build_site.publish.pages_apparatus import one_language
from build_site.publish.pages_names import defect_name
from build_site.publish.pages_render import Page, Renderer
from build_site.publish.pages_reports import document_title
from build_site.publish.pages_shelf import Shelf, anchor, flag, number, text
from build_site.publish.row import Row

_SHOWN = 200  # rows of conjectures on a page; the table holds them all


def edit_pages(shelf: Shelf, renderer: Renderer) -> Iterator[Page]:
    """Yield the list of captures and the page of each."""
    captures = sorted(shelf.captures)
    documents = shelf.grouped("documents", "capture_id")
    yield renderer.page(
        "edits.md.j2",
        "edits",
        renderer.say("edits.title"),
        captures=[
            {
                "id": capture,
                "row": shelf.captures[capture],
                "edits": sum(1 for e in shelf.capture_edits.get(capture, ()) if not removed(e)),
                "removed": sum(1 for e in shelf.capture_edits.get(capture, ()) if removed(e)),
                "titles": [
                    (text(d, "document_id"), document_title(shelf, d, renderer))
                    for d in documents.get(capture, ())
                    if flag(d, "published")
                ],
            }
            for capture in captures
        ],
        hide=("navigation", "toc"),
    )
    for capture in captures:
        yield _capture_page(shelf, capture, documents.get(capture, ()), renderer)


def removed(edit: Row) -> bool:
    """Return whether a row logs a removed run, whose text is not republished."""
    return bool(text(edit, "sha256"))


def _capture_page(shelf: Shelf, capture: str, documents: Sequence[Row], renderer: Renderer) -> Page:
    row = shelf.captures[capture]
    edits = shelf.capture_edits.get(capture, ())
    kept = [e for e in edits if not removed(e)]
    doubtful = [e for e in kept if text(e, "certainty") != "mechanical"]
    ids = {text(d, "document_id") for d in documents}
    findings = [f for f in shelf.rows("findings") if text(f, "document_id") in ids]
    findings += [f for f in shelf.rows("findings") if text(f, "capture_id") == capture]
    unique = list({text(f, "finding_id"): f for f in findings}.values())
    return renderer.page(
        "edit.md.j2",
        f"edits/{capture}",
        f"{renderer.say('edits.title')}{renderer.say('site.colon')}{capture}",
        capture=capture,
        row=row,
        defects=[defect_name(d, renderer) for d in text(row, "defects").split(";") if d],
        documents=[_document(shelf, d, renderer) for d in documents],
        rules=_by_rule(kept),
        removed=_by_category(edits),
        examples=[_example(shelf, e) for e in doubtful[:_SHOWN]],
        known_rules=shelf.rule_names,
        findings=[
            (text(f, "severity"), text(f, f"message_{renderer.language}"))
            for f in unique
            if not text(f, "check").startswith("numeral")
        ],
        certificates=[
            text(f, f"message_{renderer.language}")
            for f in unique
            if text(f, "check").startswith("numeral")
        ],
    )


def _document(shelf: Shelf, row: Row, renderer: Renderer) -> Mapping[str, object]:
    published = flag(row, "published")
    return {
        "id": text(row, "document_id"),
        # a withheld text keeps even its title to itself: it may be an advert
        "title": document_title(shelf, row, renderer)
        if published
        else renderer.word("kind", text(row, "kind")),
        "published": published,
        "reason": one_language(text(row, "reason_withheld"), renderer.language),
        "position": text(row, "position"),
    }


def _by_rule(edits: Sequence[Row]) -> list[tuple[str, int]]:
    counts = Counter(rule for e in edits for rule in text(e, "rules").split(";") if rule)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _by_category(edits: Sequence[Row]) -> list[tuple[str, int, int]]:
    runs: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for edit in edits:
        if removed(edit):
            category = text(edit, "category") or text(edit, "rules") or "furniture"
            runs[category] += 1
            size[category] += number(edit, "raw_end") - number(edit, "raw_start")
    return [(category, runs[category], size[category]) for category in sorted(runs)]


def _example(shelf: Shelf, edit: Row) -> Mapping[str, str]:
    document_id, paragraph_id = text(edit, "document_id"), text(edit, "paragraph_id")
    known = document_id in shelf.documents and bool(paragraph_id)
    return {
        "before": text(edit, "before"),
        "after": text(edit, "after"),
        "certainty": text(edit, "certainty"),
        "rules": text(edit, "rules"),
        "document_id": document_id if known else "",
        "at": anchor("p", paragraph_id, document_id) if known else "",
        "offset": text(edit, "raw_start"),
    }
