"""A sidecar is optional, checked, and its faults are told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.model.capture import Correction, InputError, Sidecar
from build_site.model.text import Certainty
from build_site.read import read_capture
from build_site.read.sidecar import parse_sidecar

GOOD = """\
site_name = "世纪新能源网"
url = "https://example.org/a?b=1"
published_on = 2024-02-06
captured_on = "2025-07-09"
licence_note = "全文转载"
grade = "mirror"

[[correction]]
quote = "二号首长"
reading = ""
certainty = "correction"
reason = "插入的小说名"
"""


def test_a_full_sidecar_is_read() -> None:
    assert parse_sidecar("a.toml", GOOD) == Sidecar(
        "世纪新能源网",
        "https://example.org/a?b=1",
        "2024-02-06",
        "2025-07-09",
        "全文转载",
        "mirror",
        (Correction("二号首长", "", Certainty.CORRECTION, "插入的小说名"),),
    )


def test_an_empty_sidecar_says_nothing() -> None:
    assert parse_sidecar("a.toml", "") == Sidecar()


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('site_name = "世纪新能源网"', 'sitename = "世纪新能源网"', 1),
        ('site_name = "世纪新能源网"', "site_name = 3", 1),
        ('"https://example.org/a?b=1"', '"example.org"', 2),
        ("2024-02-06", '"2024-02-30"', 3),
        ("2024-02-06", "2024-02-06T10:00:00", 3),
        ("2024-02-06", "20240206", 3),
        ('"2025-07-09"', '"9 July 2025"', 4),
        ('"mirror"', '"good"', 6),
        ('quote = "二号首长"', 'qoute = "二号首长"', 9),
        ('quote = "二号首长"', 'quote = ""', 9),
        ('reading = ""', 'reading = "二号首长"', 10),
        ('reading = ""', "reading = 1", 10),
        ('"correction"\nreason', '"sure"\nreason', 11),
        ('reason = "插入的小说名"', 'reason = " "', 12),
        ('reason = "插入的小说名"', "", 8),
        ("[[correction]]", "[correction]", 8),
        ('grade = "mirror"', 'grade = "mirror', 6),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, line: int) -> None:
    assert old in GOOD
    with pytest.raises(InputError) as caught:
        parse_sidecar("a.toml", GOOD.replace(old, new))
    assert (caught.value.file, caught.value.line) == ("a.toml", line)
    assert caught.value.remedy


def test_the_fault_of_the_second_correction_has_its_own_line() -> None:
    second = '\n[[correction]]\nquote = "甲"\nreading = "乙"\ncertainty = "no"\nreason = "丙"\n'
    with pytest.raises(InputError) as caught:
        parse_sidecar("a.toml", GOOD + second)
    assert caught.value.line == 17


def test_the_sidecar_beside_a_capture_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("各位代表", encoding="utf-8")
    assert read_capture(tmp_path / "a.txt").sidecar == Sidecar()
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    capture = read_capture(tmp_path / "a.txt", name="seeds/a.txt")
    assert (capture.sidecar.grade, capture.file) == ("mirror", "seeds/a.txt")
    (tmp_path / "a.toml").write_bytes(b"\xff")
    with pytest.raises(InputError, match="byte 0"):
        read_capture(tmp_path / "a.txt")
