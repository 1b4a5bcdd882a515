"""A very small publication, in which every text that can be hostile is hostile."""

from __future__ import annotations

from typing import Any

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }} {% raw %} ::: &lt; *a* _b_ "
    '# h --8<-- "x" ![i](http://evil.example/a.png) <img src=x onerror=alert(1)> `c` | $x$ {#id} '
    "<!-- c --> ]]> {: onclick=alert(1) }"
)
REPORT = "zhejiang/huzhou/2024"
TABLE = "zhejiang/huzhou/2023/progress-h1"
AGENCY = "zhejiang/huzhou/jingxin"


def tables(said: str = HOSTILE) -> dict[str, tuple[dict[str, Any], ...]]:
    """Return tables in which `said` stands in every text that comes from a capture."""
    first = f"地区生产总值增长5.8%，2024年宁波。经信局牵头，提高收入。{said}"
    return {
        "captures": (
            {
                "capture_id": "000-x",
                "file": "000.txt",
                "sha256": "a" * 64,
                "bytes": 1234,
                "encoding": "utf-8",
                "site_name": said,
                "url": "javascript:alert(1)",
                "published_on": None,
                "captured_on": None,
                "grade": "spun",
                "defects": "pinyin",
            },
        ),
        "places": (
            _place("china", "中国", "China", "nation", ""),
            _place("zhejiang", "浙江省", "Zhejiang", "province", "china"),
            _place("zhejiang/huzhou", "湖州市", "Huzhou", "prefecture", "zhejiang"),
        ),
        "documents": (
            _document(REPORT, "work_report", 2024, f"报告{said}", said),
            _document(TABLE, "progress_table", 2023, "进展表", ""),
            {**_document("", "non_report", None, f"秘闻{said}", ""), "published": False},
        ),
        "sections": (
            {
                "section_id": f"{REPORT}/s-aaa111",
                "document_id": REPORT,
                "level": 1,
                "number": "一、",
                "title_zh": f"回顾{said}",
                "heading_zh": f"一、回顾{said}",
                "title_en": "",
                "raw_start": 10,
            },
        ),
        "paragraphs": (
            _paragraph(REPORT, "p-bbb000", first, 30),
            {
                **_paragraph(REPORT, "p-bbb001", "紀念發展事業取得成就", 230),
                "text_en": f"In memory of achievements. {said}",
                "translation_status": "draft",
            },
            {**_paragraph(TABLE, "p-ccc000", f"任务{said}", 1010), "task_id": f"{TABLE}/t-1"},
            {
                **_paragraph(TABLE, "p-ccc001", "完成50%", 1060),
                "task_id": f"{TABLE}/t-1",
                "role": "progress",
            },
        ),
        "edits": (
            _edit(REPORT, "p-bbb000", 30, 36, f"地(dì){said}", "地区", "conjecture"),
            {
                **_edit("", "", 900, 950, "", "", "mechanical"),
                "category": "advert",
                "sha256": "b" * 64,
            },
        ),
        "lacunae": (
            {
                "lacuna_id": "l",
                "document_id": REPORT,
                "paragraph_id": f"{REPORT}/p-bbb001",
                "start": 4,
                "kind": "digit",
                "likely_zh": said,
                "certainty": "likely",
                "note": said,
            },
        ),
        "tasks": (
            {
                "task_id": f"{TABLE}/t-1",
                "document_id": TABLE,
                "annex": "1",
                "number": "1",
                "lead_official_zh": said,
                "lead_official_title_zh": "",
                "text_zh": f"任务{said}",
                "text_en": "",
                "raw_start": 1010,
            },
        ),
        "task_agencies": (
            {
                "task_id": f"{TABLE}/t-1",
                "item_id": "",
                "position": 1,
                "agency_id": AGENCY,
                "agency_zh": f"经信局{said}",
                "role": "lead",
            },
        ),
        "agencies": (
            {
                "agency_id": AGENCY,
                "place_id": "zhejiang/huzhou",
                "name_zh": f"市经信局{said}",
                "name_en": "Bureau of Economy and Information Technology",
            },
        ),
        "completions": (
            {
                "task_id": f"{TABLE}/t-1",
                "percent": 50.0,
                "of_zh": said,
                "alignment": "uncertain",
            },
        ),
        "findings": (
            {
                "finding_id": "f",
                "check": "values",
                "severity": "info",
                "document_id": REPORT,
                "message_zh": said,
                "message_en": said,
            },
        ),
        "indicators": (
            {
                "indicator_id": "gdp",
                "name_zh": "地区生产总值",
                "name_en": "Gross regional product",
                "aliases_zh": "生产总值;GDP",
                "theme": "economy",
                "better": "higher",
            },
        ),
        "statements": (
            _statement("q-1", TABLE, "p-ccc000", "target", said, 6.0),
            _statement("q-2", TABLE, "p-ccc001", "progress", said, 5.7),
            {
                **_statement("q-3", REPORT, "p-bbb000", "actual", said, 5.8),
                "figure_start": 8,
                "figure_end": 12,
            },
        ),
        "links": (
            {
                "link_id": "links/1",
                "from_statement_id": "q-1",
                "to_statement_id": "q-2",
                "relation": "restates",
            },
        ),
        "chains": (
            {
                "chain_id": "zhejiang/huzhou/2023/gdp-aaa111",
                "place_id": "zhejiang/huzhou",
                "indicator_id": "gdp",
                "period": "2023",
                "target_statement_id": "q-1",
                "progress_statement_id": "q-2",
                "outcome_statement_id": "q-3",
                "verdict": "met",
                "verdict_strict": "missed",
                "reason_zh": f"理由{said}",
                "reason_en": f"reason 理由 {said}",
            },
            {
                "chain_id": "zhejiang/huzhou/2023/c-bbb222",
                "place_id": "zhejiang/huzhou",
                "indicator_id": "",
                "period": "2023",
                "target_statement_id": "q-1",
                "progress_statement_id": "",
                "outcome_statement_id": "",
                "verdict": "not_reported",
                "verdict_strict": "not_reported",
                "reason_zh": said,
                "reason_en": said,
            },
        ),
    }


def _statement(
    name: str, document_id: str, paragraph: str, kind: str, said: str, value: float
) -> dict[str, Any]:
    return {
        "statement_id": name,
        "document_id": document_id,
        "paragraph_id": f"{document_id}/{paragraph}",
        "quote_zh": f"增长{value}%{said}",
        "raw_start": 30,
        "indicator_id": "gdp",
        "indicator_zh": f"地区生产总值{said}",
        "kind": kind,
        "measure": "growth_rate",
        "comparator": "approx" if kind == "target" else "eq",
        "value": value,
        "value_high": None,
        "unit_zh": f"%{said}",
        "value_norm": value,
        "value_high_norm": None,
        "unit_norm": "percent",
        "direction": "up",
        "period": "2023",
        "place_id": "zhejiang/huzhou",
        "task_id": f"{TABLE}/t-1" if document_id == TABLE else "",
        "action_zh": "",
        "figure_start": None,
        "figure_end": None,
    }


def _place(place_id: str, zh: str, en: str, level: str, parent: str) -> dict[str, Any]:
    return {
        "place_id": place_id,
        "gb2260": "",
        "name_zh": zh,
        "name_en": en,
        "level": level,
        "parent_id": parent,
    }


def _document(
    document_id: str, kind: str, year: int | None, title: str, speaker: str
) -> dict[str, Any]:
    return {
        "document_id": document_id,
        "capture_id": "000-x",
        "position": 1,
        "kind": kind,
        "published": True,
        "reason_withheld": "",
        "place_id": "zhejiang/huzhou",
        "year": year,
        "title_zh": title,
        "title_en": "",
        "meeting_zh": speaker,
        "delivered_on": "2024-01-30" if speaker else None,
        "speaker_zh": speaker,
        "speaker_title_zh": speaker,
        "acting": False,
        "chars": 900,
    }


def _paragraph(document_id: str, name: str, text: str, start: int) -> dict[str, Any]:
    return {
        "paragraph_id": f"{document_id}/{name}",
        "document_id": document_id,
        "section_id": f"{REPORT}/s-aaa111" if document_id == REPORT else "",
        "task_id": "",
        "role": "prose" if document_id == REPORT else "target",
        "text_zh": text,
        "text_en": "",
        "raw_start": start,
    }


def _edit(
    document_id: str, paragraph: str, start: int, end: int, before: str, after: str, certainty: str
) -> dict[str, Any]:
    return {
        "edit_id": f"e{start}",
        "capture_id": "000-x",
        "document_id": document_id,
        "paragraph_id": f"{document_id}/{paragraph}" if paragraph else "",
        "raw_start": start,
        "raw_end": end,
        "before": before,
        "after": after,
        "rules": "pinyin_gloss",
        "certainty": certainty,
        "alternatives": f"地段;{HOSTILE.replace(';', '')}" if before else "",
        "note": HOSTILE if before else "",
        "sha256": "",
        "category": "",
    }
