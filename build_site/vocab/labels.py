"""The words of the interface in both languages, from labels.toml, checked on load."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_site.model.capture import InputError

LANGUAGES = ("zh", "en")
_FILE = Path(__file__).with_name("labels.toml")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FIELD = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Label:
    """One text of the interface; `{name}` stands for a value given when it is shown."""

    zh: str
    en: str

    def text(self, language: str, **values: object) -> str:
        """Return the text in `language` (zh or en) with its values filled in."""
        text = self.zh if language == "zh" else self.en
        return text.format(**values) if values else text


class Labels(dict[str, Label]):
    """All labels by dotted key, such as `report.cite`."""

    def say(self, key: str, language: str, **values: object) -> str:
        """Return label `key` in `language`; KeyError names a key that does not exist."""
        return self[key].text(language, **values)

    def word(self, family: str, code: str, language: str) -> str:
        """Return the word for a code of a table (`grade`, `spun`); the code if it has none."""
        label = self.get(f"{family}.{code}")
        return label.text(language) if label else code


def load_labels(file: Path = _FILE) -> Labels:
    """Read labels; InputError names the key that lacks a language or mixes placeholders."""
    labels = Labels()
    for family, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
        for name, entry in entries.items():
            labels[f"{family}.{name}"] = _label(file.name, f"{family}.{name}", entry)
    return labels


def _label(file: str, key: str, entry: Mapping[str, str]) -> Label:
    if not isinstance(entry, dict) or set(entry) != set(LANGUAGES) or not all(entry.values()):
        raise InputError(file, f"{key} needs a text in zh and in en", "Give it both, and no more")
    label = Label(entry["zh"], entry["en"])
    if set(_FIELD.findall(label.zh)) != set(_FIELD.findall(label.en)):
        raise InputError(
            file, f"{key} has other placeholders in zh than in en", "Use the same {names} in both"
        )
    if _HAN.search(label.en):
        raise InputError(file, f"{key} has Chinese characters in its English", "Translate it")
    return label
