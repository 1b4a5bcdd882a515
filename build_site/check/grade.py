"""What a capture suffers from, and how far it can be trusted, read off what repair had to do."""

from __future__ import annotations

from build_site.model.capture import Grade
from build_site.model.report import Edition
from build_site.vocab.defects import defects

# Damage that only copying sites do to a text; an official page does not gloss,
# re-script or mis-decode its own report.
_COPIED = {"byte_slip", "pinyin_glosses"}
_FOREIGN_FURNITURE = {"advert", "spam", "teaser", "several_documents"}


def defects_of(edition: Edition) -> tuple[str, ...]:
    """Return the classes of damage detected in a capture, as codes of vocab/defects.csv."""
    rules = {step.rule for step in edition.capture.document.passes}
    if edition.lacunae:
        rules.add("lacuna")
    return tuple(d.defect for d in defects() if rules & set(d.rules))


def grade_of(edition: Edition) -> str:
    """Return the grade of a capture as far as it can be told from the capture alone.

    A sidecar that states a grade is believed. Otherwise: spun, if words were
    replaced; mirror, if the text carries the damage of copying sites;
    republished, if adverts or other articles stand around it; official is never
    inferred, and nothing known gives the empty string.
    """
    if edition.capture.sidecar.grade:
        return edition.capture.sidecar.grade
    found = set(defects_of(edition))
    if "synonym_spinning" in found:
        return Grade.SPUN.value
    if found & _COPIED:
        return Grade.MIRROR.value
    if set(edition.segmentation.defects) & _FOREIGN_FURNITURE:
        return Grade.REPUBLISHED.value
    return ""
