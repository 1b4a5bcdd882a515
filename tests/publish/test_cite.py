from __future__ import annotations

import json

from build_site.publish.cite import Work, citations

WORK = Work(
    "zhejiang-huzhou-2024",
    "2024年湖州市政府工作报告",
    "洪湖鹏",
    "湖州市人民政府",
    "2024",
    "2024-01-30",
    "https://example.org/reports/zhejiang/huzhou/2024/",
    person=True,
)


def test_each_style_names_author_title_date_and_address() -> None:
    for citation in citations(WORK, "zh"):
        for part in ("洪湖鹏", "政府工作报告", "2024", WORK.url):
            assert part in citation.text, citation.style


def test_gbt_7714_puts_type_and_carrier_behind_the_title() -> None:
    text = citations(WORK, "zh")[0].text
    assert text == (
        "洪湖鹏. 2024年湖州市政府工作报告[R/OL]. 湖州市人民政府, 2024(2024-01-30). "
        "https://example.org/reports/zhejiang/huzhou/2024/"
    )


def test_csl_is_json_with_the_date_in_parts() -> None:
    (item,) = json.loads(citations(WORK, "en")[5].text)
    assert item["issued"] == {"date-parts": [[2024, 1, 30]]}
    assert item["author"] == [{"literal": "洪湖鹏"}]


def test_a_title_cannot_start_a_new_ris_field_or_a_tex_command() -> None:
    bad = Work("k", "a\nER  - \\input{x} 50% & b", "", "", "", "", "u")
    found = {c.style: c.text for c in citations(bad, "en")}
    assert found["RIS"].count("\nER  - ") == 1
    assert r"\input" not in found["BibTeX"]
    assert r"50\% \& b" in found["BibTeX"]


def test_what_is_unknown_is_left_out() -> None:
    found = {c.style: c.text for c in citations(Work("k", "t", "", "", "", "", "u"), "en")}
    assert "AU" not in found["RIS"] and "author" not in found["CSL-JSON"]
    assert "n.d." in found["APA"]
