from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_site.publish.cite import Work
from build_site.publish.structured import dataset_facts, report_facts, script_safe
from tests.publish.small_tables import HOSTILE

WORK = Work(
    "k", "报告", "洪湖鹏", "湖州市人民政府", "2024", "2024-01-30", "https://x.example/r/", True
)


def facts(work: Work = WORK, language: str = "zh", source: str = "000.txt") -> dict[str, Any]:
    made = report_facts(
        work,
        language,
        identifier="zhejiang/huzhou/2024",
        original="https://x.example/r/",
        source=source,
        place="湖州市",
        dataset="https://x.example/data/",
        downloads=[("text/markdown", "https://x.example/r.md")],
    )
    parsed: dict[str, Any] = json.loads(script_safe(made))
    return parsed


def test_a_report_says_language_date_author_and_what_it_is_based_on() -> None:
    said = facts()
    assert said["@type"] == "Report" and said["inLanguage"] == "zh-CN"
    assert said["datePublished"] == "2024-01-30"
    assert said["author"] == {"@type": "Person", "name": "洪湖鹏"}
    assert said["isBasedOn"] == {"@type": "CreativeWork", "identifier": "000.txt"}
    assert "translationOfWork" not in said and "license" not in said


def test_a_translation_names_its_translator_and_its_original() -> None:
    said = facts(replace(WORK, translator="us", draft=True), "en", "https://gov.example/a")
    assert said["translationOfWork"]["@id"] == "https://x.example/r/"
    assert said["translator"]["name"] == "us" and said["creativeWorkStatus"] == "Draft"
    assert said["isBasedOn"] == "https://gov.example/a" and said["inLanguage"] == "en"


def test_an_english_page_without_translation_is_a_chinese_text() -> None:
    assert facts(language="en")["inLanguage"] == "zh-CN"


def test_what_is_unknown_is_left_out() -> None:
    said = facts(Work("k", "t", "", "", "", "", "u"), source="")
    assert not {"author", "publisher", "datePublished", "isBasedOn"} & set(said)


def test_an_address_that_is_no_web_address_is_never_a_link() -> None:
    assert facts(source="javascript:alert(1)")["isBasedOn"] == {
        "@type": "CreativeWork",
        "identifier": "javascript:alert(1)",
    }


@given(st.text() | st.just(f"</script>{HOSTILE}<!--"))
def test_no_text_can_leave_the_script_element(words: str) -> None:
    made = script_safe({"name": words, "list": [words]})
    assert not set(made) & set("<>&\u2028\u2029")
    assert json.loads(made).get("name", "") == words


def test_the_data_package_is_a_dataset_with_downloads() -> None:
    said = dataset_facts("n", "d", "u", keywords=("a",), downloads=[("text/csv", "c")])
    assert said["@type"] == "Dataset"
    assert said["distribution"] == [
        {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": "c"}
    ]
