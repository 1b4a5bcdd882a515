"""The version being built and the list of retired identifiers."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.model.capture import InputError
from build_site.model.report import Kind
from build_site.vocab.document_titles import load_document_titles
from build_site.vocab.release import load_release, load_retired

HEAD = "id,status,moved_to,reason\n"


def retired(folder: Path, text: str) -> object:
    path = folder / "retired.csv"
    path.write_text(text, encoding="utf-8")
    return load_retired(path)


def test_a_moved_and_a_withdrawn_id_are_loaded(tmp_path: Path) -> None:
    found = retired(tmp_path, HEAD + "a,moved,b,misread\nc,withdrawn,,not a report\n")
    assert {key: one.status for key, one in found.items()} == {  # type: ignore[attr-defined]
        "a": "moved",
        "c": "withdrawn",
    }


@pytest.mark.parametrize(
    "text",
    [
        "id,status\n",
        HEAD + "a,lost,,why\n",
        HEAD + "a,withdrawn,,\n",
        HEAD + "a,moved,,why\n",
        HEAD + "a,withdrawn,b,why\n",
        HEAD + "a,withdrawn,,why\na,withdrawn,,why\n",
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"retired\.csv:\d"):
        retired(tmp_path, text)


def test_a_release_without_a_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "release.toml"
    path.write_text('created = "2026-01-01"\nreleased = true\n', encoding="utf-8")
    with pytest.raises(InputError, match="version"):
        load_release(path)


@pytest.mark.parametrize(
    ("kind", "place", "year", "title", "expected"),
    [
        (Kind.WORK_REPORT, "Huzhou", 2024, "", "Huzhou Government Work Report 2024"),
        (Kind.WORK_REPORT, "", 2024, "", "Government Work Report 2024"),
        (
            Kind.PROGRESS_TABLE,
            "Huzhou",
            2023,
            "半年度完成情况",
            "Progress on the Key Tasks of the Huzhou Government Work Report 2023, First Half",
        ),
        (Kind.NON_REPORT, "Huzhou", 2023, "", ""),
    ],
)
def test_an_english_title_says_what_is_known(
    kind: Kind, place: str, year: int | None, title: str, expected: str
) -> None:
    assert load_document_titles().title(kind, place, year, title) == expected
