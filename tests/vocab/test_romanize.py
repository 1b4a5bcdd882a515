from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.capture import InputError
from build_site.vocab.officials import title_en, titles
from build_site.vocab.romanize import person_name, place_word, romanize, surnames


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("王纲", "Wang Gang"),
        ("洪湖鹏", "Hong Hupeng"),
        ("闵云", "Min Yun"),
        ("项乐民", "Xiang Lemin"),
        ("单晓明", "Shan Xiaoming"),
        ("仇和", "Qiu He"),
        ("区伯", "Ou Bo"),
        ("曾庆", "Zeng Qing"),
        ("解振华", "Xie Zhenhua"),
        ("查良", "Zha Liang"),
        ("尉迟恭", "Yuchi Gong"),
        ("欧阳明", "Ouyang Ming"),
        ("吕建安", "Lyu Jian'an"),
        ("艾尔肯·吐尼亚孜", "Aierken Tuniyazi"),
        ("阮叶萍、金凯", "Ruan Yeping, Jin Kai"),
        ("", ""),
    ],
)
def test_a_person_is_written_surname_first(name: str, latin: str) -> None:
    assert person_name(name) == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("长兴", "Changxing"),
        ("湖州", "Huzhou"),
        ("长三角", "Yangtze River Delta"),
        ("乐清", "Yueqing"),
    ],
)
def test_a_place_is_one_word(name: str, latin: str) -> None:
    assert place_word(name) == latin


@given(st.text(max_size=20))
def test_romanized_names_are_ascii(name: str) -> None:
    assert re.fullmatch("[a-z0-9]*(-[a-z0-9]+)*", romanize(name))
    assert romanize(name) == romanize(name)


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("常务副市长", "Executive Vice Mayor"),
        ("代市长", "Acting Mayor"),
        (
            "市委常委、副市长",
            "Member of the Standing Committee of the CPC Municipal Committee, Vice Mayor",
        ),
        ("总工程师", ""),
        ("市长、总工程师", ""),
        ("", ""),
    ],
)
def test_a_title_is_translated_whole_or_not_at_all(title: str, english: str) -> None:
    assert title_en(title) == english


def test_the_files_load_and_longer_titles_come_first() -> None:
    lengths = [len(title) for title in titles()]
    assert lengths == sorted(lengths, reverse=True)
    assert len(surnames()) > 400


@pytest.mark.parametrize("rows", ["单,shàn\n", "王,wang\n王,wang\n"])
def test_a_wrong_surname_is_refused_with_its_line(rows: str, tmp_path: Path) -> None:
    file = tmp_path / "surnames.csv"
    file.write_text("surname,reading\n" + rows, encoding="utf-8")
    with pytest.raises(InputError, match=r"surnames\.csv:[23]"):
        surnames(file)


@pytest.mark.parametrize("rows", ["市长,\n", "市长,Mayor\n市长,Mayor\n"])
def test_a_wrong_title_is_refused_with_its_line(rows: str, tmp_path: Path) -> None:
    file = tmp_path / "official_titles.csv"
    file.write_text("title_zh,title_en\n" + rows, encoding="utf-8")
    with pytest.raises(InputError, match=r"official_titles\.csv:[23]"):
        titles(file)
