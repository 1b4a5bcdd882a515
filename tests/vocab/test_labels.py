from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_site.model.capture import InputError
from build_site.vocab.labels import load_labels

ROOM = Path(__file__).parents[2] / "build_site"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('[a]\nb = { zh = "文" }', "needs a text in zh and in en"),
        ('[a]\nb = { zh = "文", en = "" }', "needs a text in zh and in en"),
        ('[a]\nb = { zh = "{n} 份", en = "some" }', "other placeholders"),
        ('[a]\nb = { zh = "文", en = "文" }', "Chinese characters in its English"),
    ],
)
def test_a_label_that_is_not_whole_in_both_languages_is_refused(
    tmp_path: Path, content: str, problem: str
) -> None:
    file = tmp_path / "labels.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        load_labels(file)


def test_every_label_that_a_template_or_module_names_exists() -> None:
    labels = load_labels()
    asked: set[str] = set()
    for file in (ROOM / "publish" / "templates").glob("*.j2"):
        asked.update(re.findall(r'\bt\("([\w.]+)"', file.read_text(encoding="utf-8")))
    for file in (ROOM / "publish").glob("pages*.py"):
        asked.update(re.findall(r'\.say\("([\w.]+)"', file.read_text(encoding="utf-8")))
    assert len(asked) > 50
    assert {key for key in asked if not key.endswith(".")} <= set(labels)


def test_a_code_without_a_word_is_shown_as_it_is() -> None:
    assert load_labels().word("grade", "spun", "en") == "spun, restored"
    assert load_labels().word("grade", "new", "en") == "new"
