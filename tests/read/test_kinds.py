"""Each kind of file gives the text a reader would see."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from build_site.model.capture import InputError
from build_site.read import captures_in, read_bytes, read_capture

SEEDS = Path(__file__).parents[2] / "seeds"

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>报告</title>
<style>p {{color: red}}</style><script>var a = "不要";</script></head>
<body><!-- 注释 --><h1>2024年政府工作报告</h1>
<p>各位代表：<br>现在，我代表<b>市人民</b>政府&nbsp;&mdash;&#37;</p>
<table><tr><td>1</td><td><p>目标任务</p></td></tr><tr><td>2</td><td>推进情况</td></tr></table>
<div>一段<span>文字</span><div>内层</div>尾</div><noscript>无</noscript></body></html>"""
LINES = [
    "报告",
    "2024年政府工作报告",
    "各位代表：",
    "现在，我代表市人民政府\xa0—%",
    "1",
    "目标任务",
    "2",
    "推进情况",
    "一段文字",
    "内层",
    "尾",
]


@pytest.mark.parametrize("charset", ["utf-8", "gbk", "gb2312"])
def test_html_blocks_and_cells_are_lines(charset: str) -> None:
    data = PAGE.format(charset=charset).replace("&mdash;", "—").encode(charset, "xmlcharrefreplace")
    capture = read_bytes("x.html", data)
    assert capture.document.raw.split("\n") == LINES
    assert capture.media_type == "text/html"


def test_html_with_a_wrong_charset_is_read_as_its_bytes_say() -> None:
    data = PAGE.format(charset="gb2312").encode("utf-8")
    assert read_bytes("x.txt", data).document.raw.split("\n") == LINES


def test_html_with_a_broken_byte_is_refused_with_its_offset() -> None:
    data = bytearray(PAGE.format(charset="utf-8").encode("utf-8"))
    at = data.index("目标".encode())
    data[at] = 0xFE
    with pytest.raises(InputError, match=f"byte {at}"):
        read_bytes("x.html", bytes(data))


def test_html_nested_very_deeply_does_not_hang_or_crash() -> None:
    data = ("<html>" + "<div>" * 20_000 + "各位代表" + "</div>" * 20_000).encode()
    try:
        assert "各位代表" in read_bytes("x.html", data).document.raw
    except InputError as error:
        assert error.file == "x.html"


def test_html_without_visible_text_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        read_bytes("x.html", b"<html><script>var a</script></html>")


def word_file() -> bytes:
    document = docx.Document()
    document.add_paragraph("2024年政府工作报告")
    table = document.add_table(rows=2, cols=2)
    for index, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"格{index}"
    table.rows[1].cells[0].merge(table.rows[1].cells[1])
    document.add_paragraph("各位代表：")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx_paragraphs_and_cells_come_in_order_and_merged_cells_once() -> None:
    capture = read_bytes("x.docx", word_file())
    lines = ["2024年政府工作报告", "格0", "格1", "格2", "格3", "各位代表："]
    assert capture.document.raw.split("\n") == lines


@pytest.mark.parametrize("cut", [30, 400, -30])
def test_a_cut_docx_is_refused(cut: int) -> None:
    with pytest.raises(InputError, match=r"^x\.docx"):
        read_bytes("x.docx", word_file()[:cut])


def test_a_zip_that_is_no_docx_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "各位代表")
    with pytest.raises(InputError, match="no docx"):
        read_bytes("x.zip", out.getvalue())


def test_text_under_the_name_of_a_docx_is_refused() -> None:
    with pytest.raises(InputError, match="no docx"):
        read_bytes("x.docx", "各位代表".encode())


def test_markdown_is_kept_as_written() -> None:
    text = "# 报告\r\n\r\n- 一<br>\n"
    capture = read_bytes("x.md", text.encode())
    assert (capture.document.raw, capture.media_type) == (text, "text/markdown")


def test_ids_are_the_stem_in_the_alphabet_of_identifiers() -> None:
    assert read_bytes("000_6814ac4b1f8843b5.txt", b"a").capture_id == "000-6814ac4b1f8843b5"
    assert read_bytes("A.b 湖.txt", b"a").capture_id == "a-b--"


def test_the_folder_gives_captures_only_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "a.toml", "README.md", ".hidden", "c.docx"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "sub").mkdir()
    assert [p.name for p in captures_in(tmp_path)] == ["a.html", "b.txt", "c.docx"]


def test_two_files_of_one_id_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a_b.txt").write_bytes(b"x")
    (tmp_path / "a-b.html").write_bytes(b"x")
    with pytest.raises(InputError, match="Rename"):
        captures_in(tmp_path)


def test_a_folder_or_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        captures_in(tmp_path / "none")
    with pytest.raises(InputError, match=r"none\.txt"):
        read_capture(tmp_path / "none.txt")
    with pytest.raises(InputError, match="folder"):
        read_capture(tmp_path)


@pytest.mark.parametrize("path", captures_in(SEEDS), ids=lambda p: p.name[:3])
def test_every_seed_decodes_and_encodes_back(path: Path) -> None:
    capture = read_capture(path)
    data = path.read_bytes()
    assert capture.size == len(data)
    assert capture.document.raw.encode(capture.encoding) == data.removeprefix(b"\xef\xbb\xbf")
    assert "\ufffd" not in capture.document.raw


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("<p>经济发展局</p><p>建设局</p>", ["经济发展局\u3000建设局"]),
        ("<div>市教育局</div>\n<div>市财政局</div>", ["市教育局\u3000市财政局"]),
        ("<p>新建学校4所。</p><p>新增学位6300个。</p>", ["新建学校4所。", "新增学位6300个。"]),
        ("<p>1.完成投资</p><p>建设局</p>", ["1.完成投资", "建设局"]),
        ("<p>建设局</p>", ["建设局"]),
        ("<p>建设局</p><table><tr><td>甲</td></tr></table>", ["建设局", "甲"]),
    ],
)
def test_a_cell_that_lists_names_is_one_line(cell: str, lines: list[str]) -> None:
    page = f"<html><body><table><tr><td>任务</td><td>{cell}</td></tr></table></body></html>"
    raw = read_bytes("x.html", page.encode()).document.raw
    assert raw.split("\n") == ["任务", *lines]
