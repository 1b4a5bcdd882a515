"""Headings and paragraphs: the nine reports exactly, and invented layouts."""

import csv
import itertools
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.model.report import Kind, Outline, Piece
from build_site.model.text import Document, Span
from build_site.repair import repair
from build_site.segment import segment
from build_site.structure.headings import outline

ROOT = Path(__file__).parents[2]
PROSE = (
    "面对复杂形势，全市上下攻坚克难、砥砺前行，地区生产总值增长6.1%，"
    "居民收入稳步提高，各项工作取得新成效。"
)
LONG = (
    PROSE
    + "固定资产投资增长8%，规上工业增加值增长7.3%，一般公共预算收入增长5.2%，新增城镇就业3.2万人。"
)


def piece_of(text: str) -> Piece:
    """Return a work report whose blocks are the trimmed lines of `text`."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            blocks.append(Span(start, start + len(line.strip())))
        at += len(line) + 1
    return Piece(0, Kind.WORK_REPORT, Span(0, len(text)), None, tuple(blocks))


def headings(text: str) -> list[str]:
    return [s.number + s.title for s in outline(text, piece_of(text)).sections]


def paragraphs(text: str) -> list[str]:
    return [p.span.of(text) for p in outline(text, piece_of(text)).paragraphs]


@cache
def reports(number: str) -> tuple[tuple[str, Outline], ...]:
    file = next((ROOT / "seeds").glob(f"{number}_*.txt"))
    text = repair(Document(file.stem, file.read_bytes().decode("utf-8"))).text
    pieces = [p for p in segment(text).pieces if p.kind is Kind.WORK_REPORT]
    return tuple((text, outline(text, p)) for p in pieces)


def golden() -> dict[tuple[str, int], list[tuple[str, str, str, str]]]:
    listing: dict[tuple[str, int], list[tuple[str, str, str, str]]] = {}
    with (ROOT / "tests/golden/headings.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            key = row["capture"], int(row["position"])
            listing.setdefault(key, []).append(
                (row["level"], row["number"], row["title"], row["terminator"])
            )
    return listing


@pytest.mark.parametrize("key", list(golden()))
def test_every_heading_of_the_nine_reports_is_exact(key: tuple[str, int]) -> None:
    number, position = key
    text, found = reports(number)[position]
    read = [
        (str(s.level), s.number, s.title, text[s.span.end] if text[s.span.end] in "。：" else "")
        for s in found.sections
    ]
    assert read == golden()[key]


@pytest.mark.parametrize("number", ["000", "002", "004"])
def test_sections_and_paragraphs_cover_a_report_once(number: str) -> None:
    for text, found in reports(number):
        check_cover(text, found, None)


def check_cover(text: str, found: Outline, piece: Piece | None) -> None:
    spans = [s.span for s in found.sections] + [p.span for p in found.paragraphs]
    for span in spans:
        assert span.start < span.end
        assert span.of(text) == span.of(text).strip()
    ordered = sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(ordered))
    for rows in (found.sections, found.paragraphs):
        assert [r.span for r in rows] == sorted(r.span for r in rows)
    for p in found.paragraphs:
        if p.lead:
            assert p.lead.start == p.span.start
            assert p.lead.end <= p.span.end
    if piece:
        inside = {at for span in spans for at in range(span.start, span.end)}
        stops = {s.span.end for s in found.sections}
        for block in piece.blocks:
            for at in range(block.start, block.end):
                assert at in inside or text[at].isspace() or (at in stops and text[at] in "。：")


def test_the_opening_of_a_flat_report_is_four_paragraphs() -> None:
    text, found = reports("002")[0]
    opening = [p.span.of(text) for p in found.paragraphs if p.section is None]
    assert opening == [
        "2020年4月27日在湖州市第八届人民代表大会第五次会议上",
        "湖州市代市长王纲",
        "各位代表：",
        "现在，我代表湖州市人民政府，向大会报告工作，请予审议，"
        "并请市政协委员和其他列席人员提出意见。",
    ]


def test_a_run_in_heading_opens_its_paragraph_as_lead() -> None:
    text, found = reports("000")[0]
    leads = [p.lead.of(text) for p in found.paragraphs if p.lead]
    assert "集成供给更加精准的政策。" in leads
    assert "打造健康中国先行示范区。" not in [s.title for s in found.sections]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"一、过去一年工作回顾\n{PROSE}\n二、今年工作安排\n{PROSE}",
         ["一、过去一年工作回顾", "二、今年工作安排"]),
        (f"一、工作回顾\n（一）工业提质增效。\n{PROSE}", ["一、工作回顾", "（一）工业提质增效"]),
        (f"一、工作回顾\n（一）工业提质增效。{PROSE}\n（二）农业稳步发展。{PROSE}",
         ["一、工作回顾", "（一）工业提质增效", "（二）农业稳步发展"]),
        (f"一、2021年工作回顾2021年，{PROSE} 二、2022年工作安排2022年是关键之年，{PROSE}",
         ["一、2021年工作回顾", "二、2022年工作安排"]),
        (f"一、过去五年工作过去五年，{PROSE}", ["一、过去五年工作"]),
        (f"第一部分 过去一年工作回顾\n{PROSE}", ["第一部分过去一年工作回顾"]),
        (f"一、主要目标\n1.着力稳增长\n{PROSE}\n2.着力惠民生\n{PROSE}",
         ["一、主要目标", "1.着力稳增长", "2.着力惠民生"]),
        (f"(一)优化营商环境\n{PROSE}", ["(一)优化营商环境"]),
        (f"一、总体要求：\n{PROSE}", ["一、总体要求"]),
        (f"十、总体要求\n{PROSE}\n十一、保障措施\n{PROSE}", ["十、总体要求", "十一、保障措施"]),
    ],
)  # fmt: skip
def test_numbered_headings_are_found(text: str, expected: list[str]) -> None:
    assert headings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"围绕“干好一一 六、当好排头兵”，{PROSE}",
        f"{PROSE}一是稳增长。二是促改革。三是惠民生。",
        f"三（二）班同学和（一）班同学参加活动。{PROSE}",
        f"一、二、三产业比重为3∶50∶47。{PROSE}",
        f"一、二产业协调发展，{PROSE}",
        f"详见本报告第三、四部分。{PROSE}",
        f"{PROSE}全面落实“一、二、三”工程，推进“（一）到（三）”行动。{PROSE}",
        f"我们将推进以下工作：一、稳增长；二、促改革；三、惠民生。{PROSE}",
        f"{PROSE}增长6.1%。1.2万户企业受益。{PROSE}",
        f"1.6万户企业受益，{PROSE}",
        f"2021年工作成效明显，{PROSE}",
        "各位代表：",
        f"（二）班获奖。{PROSE}"[3:],
        "谢谢大家！",
        f"三、四季度经济明显回升，{PROSE}",
    ],
)
def test_decoys_are_no_headings(text: str) -> None:
    assert headings(text) == []


UNNUMBERED = "\n".join(
    ["各位代表：", PROSE, "过去一年工作回顾", LONG, LONG[::-1], "工业经济提质增效", LONG,
     "今年主要目标任务", LONG, LONG[::-1], "各位代表！奋斗成就未来。", "谢谢大家！"]
)  # fmt: skip


def test_headings_without_number_stand_on_lines_of_their_own() -> None:
    assert headings(UNNUMBERED) == ["过去一年工作回顾", "工业经济提质增效", "今年主要目标任务"]


def test_a_heading_broken_over_two_lines_is_one_heading() -> None:
    text = "\n".join(
        ["各位代表：", PROSE, "一、2023年工作回顾", LONG, LONG, "二、2024年工作",
         "总体要求和目标任务", LONG, LONG]
    )  # fmt: skip
    assert headings(text) == ["一、2023年工作回顾", "二、2024年工作总体要求和目标任务"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PROSE}各位代表！{PROSE}", [PROSE, f"各位代表！{PROSE}"]),
        (f"{PROSE} {LONG}", [PROSE, LONG]),
        (f"实施危房改造工程 沿江新村团块建设，{PROSE}",
         [f"实施危房改造工程 沿江新村团块建设，{PROSE}"]),
        (f"各位代表：现在，我代表市人民政府作报告，请予审议。{PROSE}",
         ["各位代表：", "现在，我代表市人民政府作报告，请予审议。", PROSE]),
        (f"2022年2月8日在平湖市第十六届人民代表大会第一次会议上市长李明各位代表：{PROSE}",
         ["2022年2月8日在平湖市第十六届人民代表大会第一次会议上", "市长李明", "各位代表：", PROSE]),
        (PROSE, [PROSE]),
    ],
)  # fmt: skip
def test_flat_text_gets_its_paragraphs_back(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_short_sentences_inside_a_printed_paragraph_do_not_split_it() -> None:
    line = f"工业经济提质增效。{LONG}{LONG}营商环境持续优化。{LONG}{LONG}"
    assert paragraphs(f"一、工作回顾\n{line}") == [line]


def test_an_appendix_is_typed_and_holds_no_headings() -> None:
    text = f"一、工作回顾\n{PROSE}\n名词解释\n一、两个维护\n指坚决维护核心。"
    whole = piece_of(text)
    piece = Piece(0, whole.kind, whole.span, None, whole.blocks, appendix_from=2)
    found = outline(text, piece)
    assert len(found.sections) == 1
    assert [p.role.value for p in found.paragraphs] == ["prose"] + ["appendix"] * 3


PARTS = ["一、", "二、", "（一）", "（二）", "。", "，", " ", "\n", "“", "”", "各位代表！",
         "2020年",
         "着力稳增长",
         "经济持续向好", "：", "1.", "企业", "过去一年，",
         "第一部分"]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=60).map("".join) | st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_text_is_covered_once(text: str) -> None:
    lines = text.splitlines()
    piece = piece_of("\n".join(lines))
    text = "\n".join(lines)
    check_cover(text, outline(text, piece), piece)


def test_a_line_of_more_numbers_than_any_report_has_holds_no_headings() -> None:
    assert headings("一、工作。（一）工业发展。" * 2_500) == []


@pytest.mark.parametrize("stops", ["。", ""])
def test_a_clean_report_run_together_gets_all_its_headings_back(stops: str) -> None:
    text, found = reports("000")[0]
    parts = [(s.span, f" {s.number}{s.title}", text[s.span.end]) for s in found.sections]
    parts += [(p.span, p.span.of(text), "") for p in found.paragraphs]
    flat = "".join(body + (stops if end == "。" else "") for _, body, end in sorted(parts))
    assert headings(flat) == [s.number + s.title for s in found.sections]


def levels(text: str) -> list[int]:
    return [s.level for s in outline(text, piece_of(text)).sections]


def test_a_short_sentence_behind_an_arabic_number_is_a_heading() -> None:
    text = "\n".join(
        [
            "各位代表：",
            "一、2022年工作回顾",
            PROSE,
            f"1.产业发展稳中有进。{PROSE}",
            f"2.乡村振兴全面推进。{PROSE}",
            "二、2023年重点任务",
            f"1.全力以赴抓项目。{PROSE}",
        ]
    )
    assert headings(text) == [
        "一、2022年工作回顾",
        "1.产业发展稳中有进",
        "2.乡村振兴全面推进",
        "二、2023年重点任务",
        "1.全力以赴抓项目",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1.建成投用学校12所，新增学位6300个。完成了年初确定的全部任务，群众十分满意。",
        "1.秦创原：陕西省创新驱动发展总平台。它是创新驱动发展总源头，也是各地的合作平台。",
        "1.5亿元用于民生。各级财政统筹安排资金，保障了困难群众的基本生活和就业。",
    ],
)
def test_a_numbered_sentence_of_other_form_is_no_heading(line: str) -> None:
    text = "\n".join(["各位代表：", "一、2022年工作回顾", PROSE, line, LONG])
    assert headings(text) == ["一、2022年工作回顾"]


def test_the_parts_of_a_report_without_numbers_stand_above_what_is_under_them() -> None:
    lines = ["各位代表：", PROSE, "2020年工作回顾", PROSE, "旅游消费逐步复苏", LONG]
    lines += ["民生事业持续改善", LONG, "2021年工作安排", LONG, "高质量发展现代产业", LONG]
    text = "\n".join([*lines, "加强政府自身建设", LONG, CLOSING_LINE])
    assert levels(text) == [1, 2, 2, 1, 2, 1]


def test_headings_without_numbers_and_without_parts_keep_one_rank() -> None:
    lines = ["各位代表：", PROSE, "旅游消费逐步复苏", LONG, "民生事业持续改善", LONG]
    text = "\n".join([*lines, "高质量发展现代产业", LONG, "城乡面貌焕然一新", LONG, CLOSING_LINE])
    assert set(levels(text)) == {1}


def test_a_space_behind_a_topic_ends_a_heading_in_a_flat_text() -> None:
    text = (
        f"一、2020年工作回顾 {PROSE} 二、“十四五”时期发展目标 到2025年，总值年均增长7%左右。"
        f"{PROSE} 三、2021年重点工作 {PROSE}"
    )
    assert headings(text) == [
        "一、2020年工作回顾",
        "二、“十四五”时期发展目标",
        "三、2021年重点工作",
    ]


CLOSING_LINE = "各位代表！让我们为建设现代化新城而努力奋斗！"
