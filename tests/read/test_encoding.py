"""Bytes are decoded strictly: right, or refused with the offset of the fault."""

from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.capture import InputError
from build_site.read import read_bytes

SIMPLIFIED = (
    "各位代表：现在，我代表湖州市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。\r\n"
    "一、过去一年的主要工作\r\n全市生产总值突破3000亿元，增长7.9%。\r\n"
)
TRADITIONAL = (
    "各位代表：現在，我代表湖州市人民政府，向大會報告工作，請予審議，並請市政協委員和其他列席人員提出意見。\r\n"
    "一、過去一年的主要工作\r\n全市生產總值突破3000億元，增長7.9%。\r\n"
)


@pytest.mark.parametrize(
    ("text", "codec", "bom", "named"),
    [
        (SIMPLIFIED, "utf-8", b"", "utf-8"),
        (SIMPLIFIED, "utf-8", codecs.BOM_UTF8, "utf-8"),
        (SIMPLIFIED, "gb18030", b"", "gb18030"),
        (SIMPLIFIED, "gbk", b"", "gb18030"),
        (TRADITIONAL, "big5", b"", "big5"),
        (TRADITIONAL, "gb18030", b"", "gb18030"),
        (SIMPLIFIED, "utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        (SIMPLIFIED, "utf-16-le", b"", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", b"", "utf-16-be"),
        (TRADITIONAL, "utf-16-le", b"", "utf-16-le"),
        ("GDP 3000, PM2.5\n", "utf-8", b"", "utf-8"),
        ("各位代表", "gb18030", b"", "gb18030"),
    ],
)
def test_the_bytes_come_back(text: str, codec: str, bom: bytes, named: str) -> None:
    data = bom + text.encode(codec)
    capture = read_bytes("x.txt", data)
    assert capture.document.raw == text
    assert capture.encoding == named
    assert bom + capture.document.raw.encode(capture.encoding) == data


@pytest.mark.parametrize("at", [0, 3, 60, 150])
def test_one_broken_byte_in_utf8_is_named_and_not_taken_for_gb18030(at: int) -> None:
    data = bytearray((SIMPLIFIED * 20).encode("utf-8"))
    at -= at % 3
    data[at] = 0xFF
    with pytest.raises(InputError, match=rf"x\.txt.*byte {at}\b"):
        read_bytes("x.txt", bytes(data))


def test_one_broken_byte_in_gb18030_is_named() -> None:
    data = bytearray((SIMPLIFIED * 20).encode("gb18030"))
    data[200] = 0xFF
    with pytest.raises(InputError, match=r"byte \d+"):
        read_bytes("x.txt", bytes(data))


def test_a_byte_lost_at_the_end_is_named() -> None:
    data = SIMPLIFIED.strip().encode("utf-8")
    with pytest.raises(InputError, match=rf"byte {len(data) - 3}\b"):
        read_bytes("x.txt", data[:-1])


def test_a_half_utf16_unit_is_named() -> None:
    with pytest.raises(InputError, match="byte"):
        read_bytes("x.txt", codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le") + b"\x01")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t",
        codecs.BOM_UTF8,
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"PK\x03\x04" + bytes(100),
        b"%PDF-1.7\n",
        "各位代表\0各位代表".encode(),
        "各位代表\0".encode("utf-16-le"),
        bytes(range(256)) * 40,
        b"\0" * 1000,
        b"\xff" * 1000,
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^x\.txt: .+\. .+"):
        read_bytes("x.txt", data)


def test_a_single_line_of_fifty_megabytes_is_read_in_bounded_time() -> None:
    data = ("各位代表，" * 3_400_000).encode()
    start = time.monotonic()
    assert len(read_bytes("x.txt", data).document.raw) == 17_000_000
    assert time.monotonic() - start < 20


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_read_losslessly_or_refused(data: bytes) -> None:
    try:
        capture = read_bytes("x.txt", data)
    except InputError:
        return
    if capture.media_type != "text/plain":
        return
    bom = next(
        (
            b
            for b in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
            if data.startswith(b)
        ),
        b"",
    )
    assert bom + capture.document.raw.encode(capture.encoding) == data


@given(st.text(alphabet=SIMPLIFIED, min_size=1, max_size=200))
def test_any_chinese_text_in_utf8_is_utf8(text: str) -> None:
    if text.strip():
        assert read_bytes("x.txt", text.encode()).document.raw == text
