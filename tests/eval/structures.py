"""Documents, headings, boundaries and tasks against tables checked by eye with the captures."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from build_site.model.report import Edition, Kind, Report
from build_site.model.text import Span
from tests.eval.row import Row

GOLDEN = Path("tests/golden")
_Heading = tuple[str, int, str, str, str, str]  # capture, position, level, number, words, stop


def _edition(editions: Sequence[Edition], number: str) -> Edition:
    return next(e for e in editions if e.capture.capture_id.startswith(number))


def documents(editions: Sequence[Edition]) -> tuple[int, int, int]:
    """Return (gold, made, right) documents: kind, place, year, meeting, dates, speaker, acting.

    Of articles that are no reports only the kind is judged.
    """
    lines = (GOLDEN / "documents.tsv").read_text(encoding="utf-8").splitlines()[1:]
    gold = Counter(line.rstrip("\t") for line in lines)
    made = Counter(
        _document(edition.capture.capture_id[:3], report)
        for edition in editions
        for report in edition.reports
    )
    return gold.total(), made.total(), (gold & made).total()


def _document(number: str, report: Report) -> str:
    """Return a document as the golden table writes it, without empty cells at the end."""
    cells = [number, str(report.piece.position), str(report.piece.kind)]
    if report.piece.kind is not Kind.NON_REPORT:
        one = report.identity
        acting = {None: "", True: "yes", False: "no"}[one.acting]
        cells += [one.place.gb2260 if one.place else "", str(one.year or ""), one.meeting_zh,
                  one.delivered_on, one.issued_on, one.speaker_zh, one.speaker_title_zh,
                  acting]  # fmt: skip
    return "\t".join(cells).rstrip("\t")


def headings(editions: Sequence[Edition]) -> tuple[int, int, int]:
    """Return (gold, made, right) headings of the nine reports: level, number, words, stop."""
    gold: Counter[_Heading] = Counter()
    with (GOLDEN / "headings.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            gold[row["capture"], int(row["position"]), row["level"], row["number"],
                 row["title"], row["terminator"]] += 1  # fmt: skip
    made: Counter[_Heading] = Counter()
    for edition in editions:
        text, number = edition.capture.document.text, edition.capture.capture_id[:3]
        for report in edition.reports:
            if report.piece.kind is Kind.WORK_REPORT:
                for s in report.sections:
                    stop = text[s.span.end : s.span.end + 1]
                    made[number, report.piece.position, str(s.level), s.number, s.title,
                         stop if stop in "。：" else ""] += 1  # fmt: skip
    return gold.total(), made.total(), (gold & made).total()


def boundaries(editions: Sequence[Edition]) -> tuple[int, int]:
    """Return (gold, right) starts and ends of the bodies of the listing's ten items."""
    items = json.loads((GOLDEN / "002.boundaries.json").read_text(encoding="utf-8"))["items"]
    edition = _edition(editions, "002")
    document, pieces = edition.capture.document, edition.segmentation.pieces
    ours = {piece.blocks[0].start for piece in pieces}, {piece.blocks[-1].end for piece in pieces}
    right = 0
    for item in items:
        body = document.text_span(Span(item["body_start"], item["body_end"]))
        right += (body.start in ours[0]) + (body.end in ours[1])
    return 2 * len(items), right


def task_rows(report: Report) -> list[str]:
    """Return the tasks of a document as the golden tables write them."""
    return [
        "\t".join(
            (
                task.key,
                task.lead_official_zh,
                task.lead_official_title_zh,
                "|".join(a.name_zh for a in task.agencies),
                str(len(task.progress)),
                "|".join(f"{c.percent:g}" for c in task.completions),
            )
        )
        for task in report.tasks
    ]


def tasks(editions: Sequence[Edition], number: str) -> tuple[int, int]:
    """Return (gold, right) tasks of a capture: officials, agencies in order, percentages."""
    path = GOLDEN / f"tasks-{number}.tsv"
    gold = Counter(path.read_text(encoding="utf-8").splitlines()[1:])
    made = Counter(row for r in _edition(editions, number).reports for row in task_rows(r))
    return gold.total(), (gold & made).total()


def rows(editions: Sequence[Edition]) -> list[Row]:
    """Return the rows of segmentation and structure."""
    known, cut, whole = documents(editions)
    gold, made, right = headings(editions)
    ends, ends_right = boundaries(editions)
    sample = (
        f"九份报告的 {gold} 个标题，逐一对照采集件核对",
        f"{gold} headings of the nine reports, each checked against the captures",
    )
    out = [
        Row("documents.right", "文献完全正确", "Documents wholly right", whole / max(known, cut),
            f"{known} 份：类别、地区、年份、会议、日期、报告人、是否代理；非报告只看类别",
            f"{known}: kind, place, year, meeting, dates, speaker, acting; of articles that are no "
            "report the kind alone"),
        Row("headings.recall", "标题：召回率", "Headings: recall", right / gold, *sample),
        Row("headings.precision", "标题：精确率", "Headings: precision",
            right / made if made else 0.0, *sample),
        Row("boundaries.right", "文献起止", "Starts and ends of documents", ends_right / ends,
            f"列表页十篇文章的 {ends} 个起止点", f"{ends} starts and ends of ten listed articles"),
    ]  # fmt: skip
    for number, zh, en in (
        ("001", "湖州2023进展表", "Huzhou 2023 progress table"),
        ("003", "湖州2021责任分解", "Huzhou 2021 breakdown"),
    ):
        gold, right = tasks(editions, number)
        out.append(
            Row(f"tasks.t{number}", f"任务完全正确：{zh}", f"Tasks wholly right: {en}",
                right / gold, f"{gold} 行：编号、领导、职务、单位及次序、进展条数、完成比例",
                f"{gold} rows: number, official, title, agencies in order, progress items, percent")
        )  # fmt: skip
    return out
