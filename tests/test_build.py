"""The whole way: what is committed is what the seeds give, and doing it twice changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_site import build
from build_site.model.capture import InputError

ROOT = Path(__file__).parent.parent


def silent(step: str, done: int, total: int) -> None:
    """Report nothing."""


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for name in ("seeds", "dataset", "docs/translations"):
        shutil.copytree(ROOT / name, root / name)
    build.make_dataset(root, silent)
    return root


def test_the_committed_dataset_is_what_the_seeds_give(project: Path) -> None:
    made, committed = contents(project / "dataset"), contents(ROOT / "dataset")
    assert made.keys() == committed.keys()
    assert [name for name in made if made[name] != committed[name]] == []


def test_a_second_build_does_nothing(project: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in (project / "dataset").rglob("*")}
    summary = build.make_dataset(project, silent)
    assert not summary.fresh
    assert summary.rows["documents"] == 14
    assert before == {p: p.stat().st_mtime_ns for p in (project / "dataset").rglob("*")}


def test_a_file_edited_by_hand_is_made_anew(project: Path) -> None:
    table = project / "dataset" / "data" / "places.csv"
    good = table.read_bytes()
    table.write_bytes(good + b"x")
    assert build.make_dataset(project, silent).fresh
    assert table.read_bytes() == good


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("003_b3114618043ee1f5.toml", b'[[correction]]\nquote = "x', "003_b3114618043ee1f5.toml"),
        (
            "003_b3114618043ee1f5.toml",
            '[[correction]]\nquote = "没有这样的句子"\nreading = ""\n'
            'certainty = "correction"\nreason = "r"\n'.encode(),
            "occurs 0 times",
        ),
        ("broken.txt", "各位代表".encode() * 99 + b"\xff\xff", "broken.txt"),
    ],
)
def test_bad_input_leaves_the_dataset_as_it_was(
    project: Path, name: str, content: bytes, words: str
) -> None:
    before = contents(project / "dataset")
    bad = project / "seeds" / name
    assert not bad.exists()
    bad.write_bytes(content)
    try:
        with pytest.raises(InputError, match=words):
            build.make_dataset(project, silent)
    finally:
        bad.unlink()
    assert contents(project / "dataset") == before


REPORT = (
    "2024年恩施州政府工作报告\n\n各位代表：\n\n现在，我代表州人民政府向大会报告工作。\n\n"
    "一、2023年工作回顾\n\n全州生产总值增长6.5%。\n\n二、2024年工作安排\n\n"
    "地区生产总值增长7%。\n\n各位代表！让我们为建设美好恩施而努力奋斗！\n"
)


def test_a_new_capture_is_published_without_any_other_change(project: Path) -> None:
    (project / "seeds" / "enshi.txt").write_text(REPORT, encoding="gb18030")
    try:
        assert build.make_dataset(project, silent).rows["documents"] == 15
        assert (project / "dataset" / "text" / "hubei" / "enshi" / "2024.md").exists()
    finally:
        (project / "seeds" / "enshi.txt").unlink()


def test_a_second_witness_is_withheld_and_its_readings_are_published_as_variants(
    project: Path,
) -> None:
    first, second = project / "seeds" / "enshi-a.txt", project / "seeds" / "enshi-b.txt"
    first.write_text(REPORT, encoding="utf-8")
    second.write_text(REPORT.replace("增长6.5%", "增长6.4%"), encoding="utf-8")
    try:
        assert build.make_dataset(project, silent).rows["variants"] == 1
        variants = (project / "dataset" / "data" / "variants.csv").read_text(encoding="utf-8")
        assert "全州生产总值增长6.4%。" in variants
        paragraphs = (project / "dataset" / "data" / "paragraphs.csv").read_text(encoding="utf-8")
        assert "全州生产总值增长6.5%。" in paragraphs
        assert "全州生产总值增长6.4%。" not in paragraphs
    finally:
        first.unlink()
        second.unlink()
