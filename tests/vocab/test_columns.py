"""The definitions of columns and tables, and what their loader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.model.capture import InputError
from build_site.vocab.columns import load_tables

GOOD = """
[column.id]
type = "string"
zh = "编号"
en = "Identifier"

[table.one]
zh = "一"
en = "One"
columns = ["id"]
primary = ["id"]
required = []
foreign = []
"""


def loaded(folder: Path, text: str) -> object:
    path = folder / "columns.toml"
    path.write_text(text, encoding="utf-8")
    return load_tables(path)


def test_a_sound_file_is_loaded(tmp_path: Path) -> None:
    assert list(loaded(tmp_path, GOOD)) == ["one"]  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('columns = ["id"]', 'columns = ["id", "name"]', "undefined column name"),
        ('type = "string"', 'type = "text"', "incomplete"),
        ('zh = "编号"', "", "incomplete"),
        ('type = "string"', 'type = "string"\nmeaning = "x"', "meaning"),
        ('primary = ["id"]', 'primary = ["key"]', "key"),
        (
            "foreign = []",
            'foreign = [{ column = "id", table = "two", references = "id" }]',
            "two.id",
        ),
        ("[table.one]", '[column.x]\ntype="string"\nzh="甲"\nen="A"\n[table.one]', "no table uses"),
    ],
)
def test_a_wrong_definition_is_refused_by_name(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        loaded(tmp_path, GOOD.replace(old, new, 1))


def test_the_contract_holds_every_table_and_its_key_columns() -> None:
    tables = load_tables()
    for name, columns in {
        "captures": "capture_id file sha256 bytes encoding grade defects",
        "documents": "document_id position kind published reason_withheld year acting chars",
        "edits": "edit_id raw_start raw_end before after rules certainty alternatives sha256",
        "statements": "statement_id quote_zh comparator value_norm unit_norm confidence",
        "chains": "verdict verdict_strict reason_zh reason_en",
        "identifiers": "id kind first_version status moved_to reason",
    }.items():
        assert set(columns.split()) <= set(tables[name].header)
    assert len(tables) == 19
