"""Garbage, cut files and giants give an edition or a clear error, in bounded time."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.build import edition_of_bytes
from build_site.model.capture import InputError

SEEDS = [p for p in sorted(Path("seeds").glob("*.txt")) if not p.name.startswith("002")]
KINDS = (".txt", ".html", ".md", ".docx")
MEGABYTE = 1_000_000
BOUND = 40.0  # seconds for five megabytes on a busy machine; alone it takes two to eight


def outcome(name: str, data: bytes) -> str:
    """Return `edition` or `refused`; anything else is raised. An edition comes back to its raw."""
    try:
        edition = edition_of_bytes(name, data)
    except InputError as error:
        assert str(error)
        return "refused"
    document = edition.capture.document
    assert document.undone() == document.raw
    length = len(document.text)
    for report in edition.reports:
        assert 0 <= report.piece.span.start <= report.piece.span.end <= length
    assert all(0 <= one.start <= length for one in edition.lacunae)
    return "edition"


@given(data=st.binary(max_size=400), kind=st.sampled_from(KINDS))
@settings(max_examples=80, deadline=None)
def test_any_bytes_give_an_edition_or_a_clear_error(data: bytes, kind: str) -> None:
    assert outcome(f"x{kind}", data) in ("edition", "refused")


PIECES = [
    *"“”（）《》〈〉【】%，。；：、!?$\n\t \ufeff\u200b\ue43b\ufffd○〇٣३Ωя𠀀😀",
    "政府工作报告\n",
]
PIECES += ["各位代表：\n", "一、", "（一）", "责任单位：", "序号\n目标任务\n推进情况\n", "1\n"]
PIECES += ["増長", "紀(jì)", "&amp;", "<div>", "5.8%", "２０２４年", "$1.$2", "?zhèn)鬟f"]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.sampled_from(KINDS[:3]))
@settings(max_examples=80, deadline=None)
def test_any_mixture_of_scripts_marks_and_markup_is_read(text: str, kind: str) -> None:
    assert outcome(f"x{kind}", text.encode()) in ("edition", "refused")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem[:3])
def test_a_cut_capture_is_read_or_refused(seed: Path) -> None:
    text = seed.read_bytes().decode("utf-8")
    dice = random.Random(11)
    for _ in range(2):
        at = dice.randrange(len(text))
        assert outcome("x.txt", text[:at].encode()) in ("edition", "refused")
        assert outcome("x.txt", text[at:].encode()) in ("edition", "refused")
    assert outcome("x.txt", seed.read_bytes()[: len(seed.read_bytes()) // 2]) in (
        "edition",
        "refused",
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 5000,
        b"<div>" * 5000 + b"x" + b"</div>" * 5000,
        b"<a " + b'x="' * 5000,
        b"&#x110000;&#0;&amp;" * 2000,
        b"PK\x03\x04" + b"\0" * 200,
        b"\xff\xfe" + b"\x00\xd8" * 300,
        b"<!--" * 3000,
    ],
    ids=["empty", "nul", "nested", "attributes", "entities", "zip", "surrogates", "comments"],
)
def test_hostile_markup_is_read_or_refused(data: bytes, kind: str) -> None:
    assert outcome(f"x{kind}", data) in ("edition", "refused")


@pytest.mark.parametrize(
    "unit",
    ["坚持稳中求进工作总基调，增长5.8%，", "a", "“", "(", "责任单位：市", "5%6%", "紀(jì)"],
)
def test_five_megabytes_in_one_line_are_read_in_bounded_time(unit: str) -> None:
    data = unit.encode() * (5 * MEGABYTE // len(unit.encode()))
    began = time.monotonic()
    assert outcome("x.txt", data) in ("edition", "refused")
    assert time.monotonic() - began < BOUND
