"""Catalogues: translations survive changes of the Chinese, and nothing fuzzy is published."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from build_site.model.capture import InputError
from build_site.model.translation import Source, Status
from build_site.translate.catalogue import catalogue_path, extract, load, progress

DOCUMENT = "zhejiang/huzhou/2024"


def translated(root: Path, pairs: dict[str, str]) -> None:
    path = catalogue_path(root, DOCUMENT)
    po = polib.pofile(str(path), wrapwidth=0)
    for entry in po:
        entry.msgstr = pairs.get(entry.msgid, entry.msgstr)
    po.save()


def written(root: Path, *sources: Source) -> None:
    extract(root, {DOCUMENT: sources})


def test_an_untranslated_text_has_the_status_none(tmp_path: Path) -> None:
    written(tmp_path, Source("甲", ("p-1",)))
    assert load(tmp_path)[DOCUMENT]["甲"].status is Status.NONE


def test_a_translation_is_a_draft_until_marked_reviewed(tmp_path: Path) -> None:
    written(tmp_path, Source("甲", ("p-1",)), Source("乙", ("p-2",)))
    translated(tmp_path, {"甲": "A", "乙": "B"})
    path = catalogue_path(tmp_path, DOCUMENT)
    path.write_text(path.read_text().replace("#: p-2", "# reviewed\n#: p-2"))
    found = load(tmp_path)[DOCUMENT]
    assert (found["甲"].text, found["甲"].status) == ("A", Status.DRAFT)
    assert found["乙"].status is Status.REVIEWED


def test_a_changed_source_turns_its_entry_fuzzy_and_is_not_published(tmp_path: Path) -> None:
    written(tmp_path, Source("甲", ("p-1",)))
    translated(tmp_path, {"甲": "A"})
    written(tmp_path, Source("甲二", ("p-1",)))
    assert load(tmp_path)[DOCUMENT]["甲二"].text == ""
    (row,) = progress(tmp_path)
    assert (row.total, row.translated, row.fuzzy) == (1, 0, 1)
    assert "A" in catalogue_path(tmp_path, DOCUMENT).read_text()


def test_a_text_that_moved_keeps_its_translation(tmp_path: Path) -> None:
    written(tmp_path, Source("甲", ("p-1",)))
    translated(tmp_path, {"甲": "A"})
    written(tmp_path, Source("甲", ("p-9",)))
    assert load(tmp_path)[DOCUMENT]["甲"].text == "A"


def test_a_text_that_vanished_is_kept_as_obsolete_and_comes_back(tmp_path: Path) -> None:
    written(tmp_path, Source("甲", ("p-1",)))
    translated(tmp_path, {"甲": "A"})
    written(tmp_path, Source("乙", ("p-2",)))
    assert "甲" not in load(tmp_path)[DOCUMENT]
    assert progress(tmp_path)[0].obsolete == 1
    written(tmp_path, Source("甲", ("p-1",)))
    assert load(tmp_path)[DOCUMENT]["甲"].text == "A"


def test_extracting_twice_changes_no_file(tmp_path: Path) -> None:
    source = Source("他说“好”。\\n\t不是换行", ("p-1", "p-2"))
    assert extract(tmp_path, {DOCUMENT: [source]})
    assert extract(tmp_path, {DOCUMENT: [source]}) == ()


def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_text("this is not a catalogue")
    with pytest.raises(InputError, match=r"x\.po"):
        load(tmp_path)
