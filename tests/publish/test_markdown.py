"""Text of a capture shows in Markdown and never does anything."""

from __future__ import annotations

import html.parser
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.publish.identify import name_documents
from build_site.publish.markdown import document_markdown, escaped
from tests.publish.factory import Maker, edition_of, report_of, sample

HOSTILE = [
    "<script>alert(1)</script>",
    "[点我](javascript:alert(1))",
    "![](http://evil.example/x.png)",
    "# 不是标题",
    "- 不是列表",
    "1. 不是列表",
    "1) 不是列表",
    "> 不是引文",
    "    不是代码",
    "```\n代码\n```",
    "| a | b |\n|---|---|",
    "一行\n---\n又一行",
    "一行\n===",
    "见 http://evil.example/ 和 www.evil.example",
    "&lt;b&gt; &#60;i&#62;",
    "{{ macro }} {% raw %} {: .class }",
    "[ref]: http://evil.example",
    "*[缩写]: x",
    "a\u202eb\x00c",
    "$x^2$ ~~删~~ **粗** _斜_ `码` ==亮==",
]


class Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        self.shown += data


def rendered(text: str) -> Tags:
    tags = Tags()
    tags.feed(markdown.markdown(escaped(text), extensions=["extra", "attr_list", "tables"]))
    return tags


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_becomes_one_plain_paragraph(text: str) -> None:
    tags = rendered(text)
    assert set(tags.seen) <= {"p"}
    kept = re.sub(r"[\x00\u202e\s]", "", text)
    assert re.sub(r"\s", "", tags.shown) == kept


@given(st.text("ab<>*_`[]()#!-+.1|~$\\ \n&;:/{}=^\"'中", max_size=30))
def test_no_text_ever_becomes_markup(text: str) -> None:
    tags = rendered(text)
    assert set(tags.seen) <= {"p"}
    assert re.sub(r"\s", "", tags.shown) == re.sub(r"\s", "", text)


def test_plain_prose_is_left_alone() -> None:
    text = "增长5.8%，达到4015亿元（含“两个健康”）。1.5倍"
    assert escaped(text) == text


def test_a_document_has_front_matter_headings_and_paragraphs() -> None:
    (document,) = name_documents(sample().editions)
    text = document_markdown(document)
    assert text.startswith('---\ndocument_id: "zhejiang/huzhou/2024"\n')
    assert "\n# 2024年湖州市政府工作报告\n\n## 一、过去一年\n\n纪律严明" in text


def test_a_hostile_title_cannot_leave_the_front_matter() -> None:
    maker = Maker('标题"\u2028--- x\n正文。')
    report = report_of(maker, title='标题"\u2028--- x', paragraphs=("正文。",))
    (document,) = name_documents([edition_of(maker, report)])
    assert 'title_zh: "标题\\"--- x"' in document_markdown(document)
