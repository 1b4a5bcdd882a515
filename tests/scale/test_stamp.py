"""A stamp holds while contents are the same, whatever the clock says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_site.scale.stamp import Stamp


@pytest.fixture
def stamp(tmp_path: Path) -> Stamp:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_text("1")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b").write_text("2")
    made = Stamp(tmp_path / "stamp.json", [tmp_path / "in"], [tmp_path / "out"])
    made.set("x")
    return made


def test_nothing_changed(stamp: Stamp, tmp_path: Path) -> None:
    os.utime(tmp_path / "in" / "a", (0, 0))
    assert stamp.holds("x")


@pytest.mark.parametrize("place", ["in/a", "out/b", "in/new", "out/new"])
def test_any_changed_or_new_file_is_noticed(stamp: Stamp, tmp_path: Path, place: str) -> None:
    (tmp_path / place).write_text("3")
    assert not stamp.holds("x")


@pytest.mark.parametrize("place", ["in/a", "out/b", "stamp.json"])
def test_a_removed_file_is_noticed(stamp: Stamp, tmp_path: Path, place: str) -> None:
    (tmp_path / place).unlink()
    assert not stamp.holds("x")


def test_another_setting_is_noticed(stamp: Stamp) -> None:
    assert not stamp.holds("y")


def test_a_damaged_stamp_does_not_hold(stamp: Stamp, tmp_path: Path) -> None:
    (tmp_path / "stamp.json").write_text("{")
    assert not stamp.holds("x")
