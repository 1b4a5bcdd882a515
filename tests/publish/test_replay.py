"""Capture → published text from the CSV files alone, with nothing of this project."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.model.publication import Publication
from build_site.model.text import Certainty, Edit, Span
from build_site.publish.dataset import write_dataset
from build_site.publish.extent import Extents, replayed
from build_site.publish.tables import build_tables
from tests.publish.factory import Maker, edition_of, publication_of, report_of, sample


def rows(root: Path, table: str) -> list[dict[str, str]]:
    with (root / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def replay(raw: str, start: int, end: int, edits: list[dict[str, str]]) -> str:
    parts, at = [], start
    for edit in sorted(edits, key=lambda e: int(e["raw_start"])):
        low, high = int(edit["raw_start"]), int(edit["raw_end"])
        assert at <= low <= high <= end, "edits overlap or leave their stretch"
        assert edit["before"] == raw[low:high]
        parts += [raw[at:low], edit["after"]]
        at = high
    return "".join([*parts, raw[at:end]])


def check_replay(root: Path, seeds: Path) -> int:
    """Replay every stretch and prove that every character is accounted for."""
    raws = {
        c["capture_id"]: (seeds / c["file"]).read_bytes().decode(c["encoding"])
        for c in rows(root, "captures")
    }
    capture_of = {d["document_id"]: d["capture_id"] for d in rows(root, "documents")}
    by: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    covered: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for edit in rows(root, "edits"):
        for column in ("paragraph_id", "section_id"):
            if edit[column]:
                by[column, edit[column]].append(edit)
        if edit["field"] == "title":
            by["title", edit["document_id"]].append(edit)
        if edit["field"] == "removed":
            low, high = int(edit["raw_start"]), int(edit["raw_end"])
            text = raws[edit["capture_id"]][low:high]
            assert edit["sha256"] == hashlib.sha256(text.encode()).hexdigest()
            assert edit["before"] == edit["after"] == ""
            covered[edit["capture_id"]].append((low, high))
    count = 0
    for table, column, name, text, start, end in (
        ("paragraphs", "paragraph_id", "paragraph_id", "text_zh", "raw_start", "raw_end"),
        ("sections", "section_id", "section_id", "heading_zh", "raw_start", "raw_end"),
        ("documents", "title", "document_id", "title_zh", "title_raw_start", "title_raw_end"),
    ):
        for row in rows(root, table):
            if not row[start]:
                continue
            capture = capture_of[row["document_id"]]
            place = int(row[start]), int(row[end])
            covered[capture].append(place)
            assert replay(raws[capture], *place, by[column, row[name]]) == row[text]
            count += 1
    for capture, raw in raws.items():
        at = 0
        for low, high in [*sorted(covered[capture]), (len(raw), len(raw))]:
            assert not raw[at:low].strip(), (capture, at, raw[at:low][:40])
            at = max(at, high)
    return count


def published(publication: Publication, folder: Path) -> tuple[Path, Path]:
    seeds, root = folder / "seeds", folder / "dataset"
    seeds.mkdir()
    for edition in publication.editions:
        raw = edition.capture.document.raw.encode("utf-8")
        (seeds / edition.capture.file).write_bytes(raw)
    write_dataset(build_tables(publication), publication, root)
    return root, seeds


def test_the_csv_files_alone_lead_from_capture_to_published_text(tmp_path: Path) -> None:
    root, seeds = published(sample(), tmp_path)
    assert check_replay(root, seeds) == 5


def test_the_text_of_a_removed_advert_stands_nowhere_in_the_dataset(tmp_path: Path) -> None:
    root, _ = published(sample(), tmp_path)
    for file in root.rglob("*"):
        if file.is_file():
            assert "買房" not in file.read_text(encoding="utf-8")


def test_rules_of_one_place_are_merged_in_order_and_the_least_certain_counts(
    tmp_path: Path,
) -> None:
    root, _ = published(sample(), tmp_path)
    edits = {e["before"]: e for e in rows(root, "edits")}
    assert edits["展望(wàng)"]["after"] == "前景"
    assert edits["展望(wàng)"]["rules"] == "gloss;spin"
    assert edits["紀(jì)"]["after"] == "纪"
    assert edits["紀(jì)"]["rules"] == "gloss;script"
    assert edits["紀(jì)"]["certainty"] == "mechanical"
    assert edits["展望(wàng)"]["certainty"] == "conjecture"


@pytest.mark.parametrize(
    ("raw", "pairs", "paragraphs"),
    [
        ("甲。乙", [("甲。乙", "丙。丁")], ("丙。", "丁")),
        ("甲\n\n乙", [("甲\n\n乙", "甲？\n乙！")], ("甲？", "乙！")),
        ("甲(a)\n(b)乙", [("(a)", ""), ("(b)", "")], ("甲", "乙")),
        ("甲(a)乙", [("(a)", "")], ("甲", "乙")),
        ("甲 乙\n丙", [(" ", ""), ("\n", "")], ("甲乙", "丙")),
        ("𠀀甲\U0001f600乙", [("\U0001f600", "")], ("𠀀", "甲乙")),
    ],
)
def test_changes_at_the_border_of_paragraphs_are_clipped_and_still_replay(
    tmp_path: Path, raw: str, pairs: list[tuple[str, str]], paragraphs: tuple[str, ...]
) -> None:
    maker = Maker(raw).repaired("rule", *pairs)
    publication = publication_of(edition_of(maker, report_of(maker, paragraphs=paragraphs)))
    root, seeds = published(publication, tmp_path)
    assert check_replay(root, seeds) == len(paragraphs)


@st.composite
def _edited(draw: st.DrawFn) -> tuple[Maker, list[Span]]:
    """Random text, random passes over it, and random stretches of the result in order."""
    alphabet = st.sampled_from("甲乙 \n。(𠀀1")
    maker = Maker(draw(st.text(alphabet, min_size=1, max_size=24)))
    for number in range(draw(st.integers(0, 3))):
        text = maker.document().text
        edits, at = [], 0
        while at < len(text) and draw(st.booleans()):
            start = draw(st.integers(at, len(text) - 1))
            end = draw(st.integers(start + 1, min(len(text), start + 4)))
            edits.append(Edit(start, text[start:end], draw(st.text(alphabet, max_size=3))))
            at = end
        maker.passes.append((f"rule{number}", Certainty.MECHANICAL, edits))
    cuts = sorted(draw(st.lists(st.integers(0, len(maker.document().text)), max_size=6)))
    return maker, [Span(a, b) for a, b in pairwise(cuts) if a < b]


@settings(max_examples=400, deadline=None)
@given(_edited())
def test_any_stretch_of_any_text_replays_from_its_extent(made: tuple[Maker, list[Span]]) -> None:
    maker, spans = made
    document = maker.document()
    extents = Extents(document)
    floor = 0
    for span in spans:
        extent = extents.of(span, floor)
        floor = max(floor, extent.raw.end)
        assert replayed(document.raw, extent) == span.of(document.text)
        at = extent.raw.start
        for one in extent.replacements:
            assert at <= one.raw.start < one.raw.end <= extent.raw.end
            at = one.raw.end
