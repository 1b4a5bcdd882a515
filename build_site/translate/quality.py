"""What can be checked of a translation without reading it; every family counts and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_site.model.translation import Translation
from build_site.translate.parity import parity
from build_site.vocab.glossary import Term

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE_ZH = re.compile("[。！？；]")
_SENTENCE_EN = re.compile(r"[.!?;](?=[\s”\"')\]]|$)")
# English letters per Chinese character: measured on the nine reports, 2.2 to 4.9; a
# paragraph outside of this has probably lost or gained a sentence.
SHORTEST, LONGEST = 1.6, 7.0
_LONG_ENOUGH = 40  # code points; below this the ratio says nothing


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a reader should look at: which document, which text, what is wrong."""

    document_id: str
    check: str  # untranslated | figures | chinese_left | length | sentences | glossary
    zh: str
    detail: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome for one document; `figures` counts the figures compared."""

    document_id: str
    texts: int
    translated: int
    figures: int
    figures_wrong: int
    terms: int
    terms_differ: int
    problems: tuple[Problem, ...]


def check_document(
    document_id: str,
    texts: Mapping[str, Translation],
    glossary: Sequence[Term],
    excepted: Iterable[tuple[str, str]] = (),
) -> Checked:
    """Check every text of one document.

    `excepted` holds (Chinese text, figure as written) pairs that are known to
    differ, each with a reason kept in docs/translations/en/exceptions.csv.
    """
    known = set(excepted)
    problems: list[Problem] = []
    figures = wrong = terms = differ = translated = 0
    for zh, translation in texts.items():
        if not translation.text:
            problems.append(Problem(document_id, "untranslated", zh, ""))
            continue
        translated += 1
        here = [term for term in glossary if term.zh in zh]
        found = parity(zh, translation.text, [f"{t.en} {t.note_en}" for t in here])
        figures += found.compared
        lost = [f for f in (*found.missing, *found.added) if (zh, f) not in known]
        wrong += len(lost)
        if lost:
            problems.append(Problem(document_id, "figures", zh, ", ".join(lost)))
        terms += len(here)
        missed = [t for t in here if not _says(t, translation.text)]
        differ += len(missed)
        problems += [Problem(document_id, "glossary", zh, f"{t.zh} = {t.en}") for t in missed]
        problems += (Problem(document_id, c, zh, d) for c, d in _form(zh, translation.text))
    return Checked(
        document_id, len(texts), translated, figures, wrong, terms, differ, tuple(problems)
    )


def _says(term: Term, en: str) -> bool:
    """Tell whether a term's words stand in the English, whatever their ending or order."""
    text = en.lower()
    words = re.findall(r"[a-z]+", term.en.lower())
    return all(word[: max(4, len(word) - 3)] in text for word in words)


def _form(zh: str, en: str) -> Iterator[tuple[str, str]]:
    if _HAN.search(en):
        yield "chinese_left", "".join(_HAN.findall(en))
    han = len(_HAN.findall(zh))
    letters = sum(c.isalpha() for c in en)
    if han >= _LONG_ENOUGH and "责任单位：" not in zh and not SHORTEST <= letters / han <= LONGEST:
        yield "length", f"{letters / han:.1f} letters per character"
    sentences = len(_SENTENCE_ZH.findall(zh)), len(_SENTENCE_EN.findall(en))
    if sentences[0] > 2 and sentences[1] < sentences[0] * 0.6:
        yield "sentences", f"{sentences[0]} in Chinese, {sentences[1]} in English"
