from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from build_site.publish.feeds import write_feeds
from tests.publish.small_tables import HOSTILE, REPORT, tables

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://reports.example/"


def feed(folder: Path, language: str) -> ET.Element:
    write_feeds(tables(), folder, HOME, "2026-01-31", "1.2.3")
    return ET.parse(folder / ("" if language == "zh" else language) / "feed.xml").getroot()


@pytest.mark.parametrize(("language", "home"), [("zh", HOME), ("en", f"{HOME}en/")])
def test_a_feed_has_an_entry_for_the_release_and_each_published_document(
    tmp_path: Path, language: str, home: str
) -> None:
    root = feed(tmp_path, language)
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert ids[:2] == [f"{home}changes/#1.2.3", f"{home}reports/{REPORT}/"]
    assert len(ids) == 3
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{home}feed.xml", "alternate": home}


def test_every_date_comes_from_the_data(tmp_path: Path) -> None:
    root = feed(tmp_path, "zh")
    assert {e.text for e in root.iter(f"{ATOM}updated")} == {"2026-01-31T00:00:00Z"}
    assert [e.text for e in root.iter(f"{ATOM}published")] == ["2024-01-30T00:00:00Z"]
    again = (tmp_path / "feed.xml").read_bytes()
    feed(tmp_path, "zh")
    assert (tmp_path / "feed.xml").read_bytes() == again


def test_a_hostile_title_stays_text(tmp_path: Path) -> None:
    titles = [e.text for e in feed(tmp_path, "zh").iter(f"{ATOM}title")]
    assert f"报告{HOSTILE}" in titles
    assert "<script" not in (tmp_path / "feed.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "title", "reason"),
    [("zh", "更正：", "多出的空格"), ("en", "Correction: ", "a stray space")],
)
def test_a_correction_has_an_entry_that_leads_to_its_paragraph_and_gives_the_reason(
    tmp_path: Path, language: str, title: str, reason: str
) -> None:
    known = dict(tables())
    first = known["edits"][0]
    fixed = {**first, "rules": "correction", "note": "多出的空格 / a stray space"}
    known["edits"] = (fixed, {**first, "edit_id": f"{REPORT}/e-other", "rules": "byte_slip"})
    write_feeds(known, tmp_path, HOME, "2026-01-31", "1.2.3")
    root = ET.parse(tmp_path / ("" if language == "zh" else language) / "feed.xml").getroot()
    entries = list(root.iter(f"{ATOM}entry"))
    (entry,) = (e for e in entries if (e.findtext(f"{ATOM}title") or "").startswith(title))
    assert entry.findtext(f"{ATOM}summary") == reason
    link = entry.find(f"{ATOM}link")
    assert link is not None and f"reports/{REPORT}/#p-bbb000" in str(link.get("href"))
    ids = [e.findtext(f"{ATOM}id") for e in entries]
    assert len(ids) == len(set(ids))
