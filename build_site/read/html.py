"""Saved HTML pages: the visible text, one line per block. The only door to the HTML parser."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from build_site.model.capture import InputError
from build_site.read.encoding import decode
from build_site.read.found import Found

# fmt: off
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas",
    "select", "option", "button", "head", "meta", "link", "input", "textarea",
))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr", "ul",
))
# fmt: on
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)""", re.I)
_FAMILY = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5"}
_CELLS = frozenset(("td", "th"))
_NAME = 16  # code points of a line in a cell that holds a list of names
_SPACE = re.compile(r"[ \t\r\n\f]+")


def read(name: str, data: bytes) -> Found:
    """Return the visible text: blocks and table cells own lines, entities decoded.

    A declared charset counts only if the strict decode proves it. Scripts,
    styles and comments are dropped. Raises InputError for undecodable bytes.
    """
    page, encoding = _decoded(name, data)
    try:
        soup = BeautifulSoup(page, "lxml")
    except (RecursionError, AssertionError, ValueError) as error:
        raise InputError(
            name, f"this HTML cannot be parsed: {error}", "Save the page as plain text"
        ) from error
    return Found("\n".join(_lines(soup)), encoding, "text/html")


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    declared = _DECLARED.search(data[:4096])
    codec = _FAMILY.get(declared.group(1).decode("ascii").lower(), "") if declared else ""
    if codec:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(codec), codec
            except UnicodeDecodeError:
                pass  # the declaration is wrong: look at the bytes instead
    return decode(name, data)


def _lines(root: Tag) -> list[str]:
    """Return the non-empty lines of a tree, walked without recursion."""
    lines: list[str] = []
    words: list[str] = []

    def close() -> None:
        line = _SPACE.sub(" ", "".join(words)).strip(" ")
        words.clear()
        if line:
            lines.append(line)

    stack: list[PageElement | None] = [root]
    while stack:
        node = stack.pop()
        if node is None:
            close()
        elif isinstance(node, Tag):
            if node.name in _DROPPED:
                # the title of the page is the only part of <head> that a reader sees
                if node.name == "head" and node.title and node.title.get_text().strip():
                    stack += [None, NavigableString(node.title.get_text())]
                continue
            if node.name == "br":
                close()
                continue
            if node.name in _CELLS and (names := _names(node)):
                close()
                stack += [None, NavigableString("\u3000".join(names))]
                continue
            block = node.name in _BLOCKS
            if block:
                close()
                stack.append(None)
            stack.extend(reversed(node.contents))
        elif isinstance(node, PreformattedString):
            continue
        elif isinstance(node, NavigableString):
            words.append(str(node))
    close()
    return lines


def _names(cell: Tag) -> list[str]:
    """Return the names that a cell lists, one a paragraph; none for any other cell.

    Such a cell is kept on one line, its names parted by an ideographic space:
    as lines they would read as cells of their own.
    """
    inside = [node for node in cell.children if not isinstance(node, NavigableString)]
    blocks = [node for node in inside if isinstance(node, Tag) and node.name in ("p", "div")]
    if len(blocks) < 2 or len(blocks) != len(inside) or cell.find([*_DROPPED, *_CELLS]):
        return []
    names = [block.get_text().strip() for block in blocks]
    if any(not n or len(n) > _NAME or re.search(r"[\d\s。；，：:;,]", n) for n in names):
        return []
    return names
