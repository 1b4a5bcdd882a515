"""The pipeline on one screen: calls the stages in order, knows nothing of their insides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from build_site.check import NumeralCertificate, certificates_of, check
from build_site.check.arithmetic import check_arithmetic
from build_site.check.grade import defects_of, grade_of
from build_site.extract import (
    context_of,
    extract_milestones,
    extract_statements,
    paragraph_texts,
)
from build_site.link import link
from build_site.link.collate import variants
from build_site.link.milestones import Event, answered
from build_site.model.capture import Capture
from build_site.model.publication import ParagraphKey, Publication, Variant
from build_site.model.report import Edition
from build_site.model.statement import Statement
from build_site.model.translation import Source
from build_site.publish.bundle import write_bundle as write_bundle
from build_site.publish.claims import claims_of
from build_site.publish.datapackage import validate
from build_site.publish.dataset import write_dataset
from build_site.publish.explain import explained as explained
from build_site.publish.html import build_html, read_tables
from build_site.publish.identify import NamedDocument, name_documents
from build_site.publish.live import serve_html
from build_site.publish.pages import GENERATED, write_pages
from build_site.publish.pages_rules import RuleFacts
from build_site.publish.plain import as_json as as_json
from build_site.publish.plain import as_markdown as as_markdown
from build_site.publish.register import read_register
from build_site.publish.row import Tables
from build_site.publish.tables import build_tables
from build_site.read import captures_in, read_bytes, read_capture
from build_site.repair import all_rules as all_rules
from build_site.repair import lacunae, repair
from build_site.repair.rules.traditional_to_simplified import simplified
from build_site.scale.executor import in_order
from build_site.scale.stamp import Stamp
from build_site.segment import segment
from build_site.structure import structure
from build_site.translate import catalogue
from build_site.translate.quality import Checked, check_document
from build_site.vocab.glossary import load_glossary
from build_site.vocab.release import load_release, load_retired

DEFAULT_SITE_URL = "http://127.0.0.1:8000/"
LANGUAGES = ("zh", "en")
CATALOGUES = Path("docs", "translations", "en")

Report = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of the pipeline made, in rows."""

    rows: Mapping[str, int]
    fresh: bool  # False: nothing had changed, nothing was done

    def __str__(self) -> str:
        rows = self.rows
        return (
            f"dataset/ {'built' if self.fresh else 'is up to date'}: "
            f"{rows['documents']} documents in {rows['captures']} captures, "
            f"{rows['paragraphs']} paragraphs, {rows['tasks']} tasks, {rows['edits']} edits"
        )


@dataclass(frozen=True, slots=True)
class Verified:
    """What `build-site check` found. `problems` are those that make it fail."""

    certificates: tuple[NumeralCertificate, ...]
    findings: Mapping[str, int]
    problems: tuple[str, ...]


def edition_of(capture: Capture) -> Edition:
    """Return what stands in a capture: repaired, taken apart, structured.

    Raises InputError if a correction of its sidecar does not fit.
    """
    document = repair(capture.document, capture.sidecar.corrections)
    segmentation = segment(document.text)
    reports = tuple(structure(document.text, piece) for piece in segmentation.pieces)
    edition = Edition(replace(capture, document=document), segmentation, reports, lacunae(document))
    return replace(edition, defects=defects_of(edition), grade=grade_of(edition))


def edition_at(path: Path) -> Edition:
    """Read a file and return its edition. Raises InputError if it cannot be used."""
    return edition_of(read_capture(path))


def edition_of_bytes(name: str, data: bytes) -> Edition:
    """Return the edition of a capture given as bytes. Raises InputError if it cannot be used."""
    return edition_of(read_bytes(name, data))


def editions(root: Path, report: Report) -> tuple[Edition, ...]:
    """Return the edition of every capture in seeds/, telling `report` of each."""
    paths = captures_in(root / "seeds")
    done = []
    for number, edition in enumerate(in_order(edition_at, paths), 1):
        done.append(edition)
        report("reading and repairing captures", number, len(paths))
    return tuple(done)


def statements_in(found: Sequence[Edition]) -> dict[ParagraphKey, tuple[Statement, ...]]:
    """Return the statements of every paragraph of every document.

    Events without a number are among them where both the promise and the result are found.
    """
    made: dict[ParagraphKey, tuple[Statement, ...]] = {}
    events: list[Event[ParagraphKey]] = []
    for edition in found:
        capture = edition.capture
        for report in edition.reports:
            texts = paragraph_texts(capture.document.text, report)
            context = context_of(capture.document.text, report)
            read = extract_statements(texts, context)
            noted = extract_milestones(texts, context, read)
            place, year = report.identity.place, report.identity.year
            for index, statements in enumerate(read):
                key = ParagraphKey(capture.capture_id, report.piece.position, index)
                made[key] = tuple(statements)
                home = place.place_id if place else ""
                events += [Event(key, home, year, one) for one in noted[index]]
    for event in answered(events):
        others, start = made[event.key], event.statement.quote.start
        before = [one for one in others if one.quote.start <= start]
        made[event.key] = (*before, event.statement, *others[len(before) :])
    return made


def variants_of(documents: Sequence[NamedDocument]) -> Iterator[Variant]:
    """Yield where the other witnesses of a document read otherwise than the published one."""
    published = {d.document_id: d for d in documents if d.published}
    for witness in documents:
        base = published.get(witness.reason_withheld.removeprefix("variant of "))
        if base:
            yield from variants(
                base.document_id,
                witness.edition.capture.capture_id,
                [*zip(base.paragraph_ids, texts_of(base), strict=True)],
                texts_of(witness),
            )


def texts_of(document: NamedDocument) -> list[str]:
    """Return the repaired text of every paragraph of a document, published or not."""
    return [paragraph.span.of(document.text) for paragraph in document.report.paragraphs]


def publication_of(root: Path, found: tuple[Edition, ...]) -> Publication:
    """Return everything that is published at once, from the editions of all captures."""
    statements = statements_in(found)
    documents = name_documents(found)
    claims = claims_of(documents, statements)
    linked = link(claims)
    noticed = [finding for edition in found for finding in check(edition)]
    return Publication(
        editions=found,
        release=load_release(),
        statements=statements,
        links=linked.links,
        chains=linked.chains,
        findings=(*noticed, *check_arithmetic(claims, linked.chains)),
        variants=tuple(variants_of(documents)),
        translations=catalogue.load(root / CATALOGUES),
        registered=read_register(root / "dataset" / "data" / "identifiers.csv"),
        retired=load_retired(),
    )


def _stamp(root: Path, step: str, inputs: tuple[str, ...], outputs: tuple[str, ...]) -> Stamp:
    return Stamp(
        root / ".cache" / f"{step}.json",
        [root / name for name in inputs] + [Path(__file__).parent],
        [root / name for name in outputs],
    )


def make_dataset(root: Path, report: Report) -> Summary:
    """Build dataset/ from seeds/, unless nothing changed since it was last built.

    Raises InputError for a capture, sidecar or register that cannot be used;
    dataset/ is then left as it was.
    """
    stamp = _stamp(root, "dataset", ("seeds", "docs/translations"), ("dataset",))
    if stamp.holds():
        return Summary(_sizes(read_tables(root / "dataset" / "data")), fresh=False)
    publication = publication_of(root, editions(root, report))
    tables = build_tables(publication)
    write_dataset(tables, publication, root / "dataset")
    stamp.set()
    return Summary(_sizes(tables), fresh=True)


def _sizes(tables: Tables) -> dict[str, int]:
    return {name: len(rows) for name, rows in tables.items()}


def make_pages(root: Path, report: Report) -> None:
    """Write the generated pages below docs/zh and docs/en from dataset/."""
    outputs = tuple(f"docs/{language}/{name}" for language in LANGUAGES for name in GENERATED)
    stamp = _stamp(root, "pages", ("dataset",), outputs)
    if stamp.holds():
        return
    report("writing pages", 0, 1)
    write_pages(read_tables(root / "dataset" / "data"), root / "docs", rule_facts())
    report("writing pages", 1, 1)
    stamp.set()


def rule_facts() -> tuple[RuleFacts, ...]:
    """Return what readers see of every repair rule, in order of application."""
    return tuple(
        RuleFacts(r.name, r.stage.name.lower(), str(r.certainty), r.zh, r.en, r.repairs, r.leaves)
        for r in all_rules()
    )


def make_site(root: Path, site_url: str, report: Report) -> None:
    """Build site/ from the pages, unless nothing changed since it was last built."""
    stamp = _stamp(root, "site", ("dataset", "docs", "mkdocs.yml"), ("site",))
    if stamp.holds(site_url):
        return
    report("building the site", 0, 1)
    build_html(root, root / "site", script_fold())
    report("building the site", 1, 1)
    stamp.set(site_url)


def script_fold() -> dict[str, str]:
    """Return Traditional characters and what they are in Simplified script, for the search."""
    every = [chr(code) for code in range(0x4E00, 0xA000)]
    # a character a line, so that none is converted as part of a word
    plain = simplified("\n".join(every)).split("\n")
    return {char: to for char, to in zip(every, plain, strict=True) if to != char}


def serve(root: Path, port: int, rebuild: Callable[[], None]) -> None:
    """Serve site/ on this machine and call `rebuild` when a source file changes; never returns."""
    watched = [root / name for name in ("seeds", "docs", "mkdocs.yml", "build_site")]
    serve_html(root / "site", port, watched, rebuild)


def check_everything(root: Path, report: Report) -> Verified:
    """Return the numeral certificates, the findings, and what makes the check fail."""
    found = editions(root, report)
    listed = certified(found)
    findings = Counter(str(f.severity) for edition in found for f in check(edition))
    problems = [
        f"{c.document_id}: the figure {figure} at {at} of the capture is lost"
        for c in listed
        for at, figure in c.missing
    ]
    problems += validate(root / "dataset" / "datapackage.json")
    return Verified(listed, findings, tuple(problems))


def certified(found: Sequence[Edition]) -> tuple[NumeralCertificate, ...]:
    """Return the numeral certificates of all captures, under the published document ids."""
    named: dict[str, dict[int, str]] = {}
    for document in name_documents(found):
        capture_id = document.edition.capture.capture_id
        named.setdefault(capture_id, {})[document.report.piece.position] = document.document_id
    return tuple(
        one
        for edition in found
        for one in certificates_of(edition, named.get(edition.capture.capture_id))
    )


def translation_progress(root: Path) -> tuple[catalogue.Progress, ...]:
    """Return how far the catalogue of each document has come."""
    return catalogue.progress(root / CATALOGUES)


def check_translations(root: Path) -> tuple[Checked, ...]:
    """Return what the checks of the English edition find, document by document."""
    excepted = catalogue.exceptions(root / CATALOGUES)
    return tuple(
        check_document(document_id, texts, load_glossary(), excepted.get(document_id, ()))
        for document_id, texts in catalogue.load(root / CATALOGUES).items()
    )


def extract_translations(root: Path) -> tuple[Path, ...]:
    """Bring the gettext catalogues up to date with dataset/; return those that changed."""
    tables = read_tables(root / "dataset" / "data")
    texts: dict[str, dict[str, list[str]]] = {}
    for table, key, column in (
        ("sections", "section_id", "title_zh"),
        ("paragraphs", "paragraph_id", "text_zh"),
    ):
        for row in tables[table]:
            document = texts.setdefault(str(row["document_id"]), {})
            document.setdefault(str(row[column]), []).append(str(row[key]))
    return catalogue.extract(
        root / CATALOGUES,
        {
            document: [Source(zh, tuple(ids)) for zh, ids in found.items()]
            for document, found in texts.items()
        },
    )
