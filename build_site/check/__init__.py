"""Invariants that yield findings; one module per family."""

from __future__ import annotations

from build_site.check.characters import check_characters
from build_site.check.completeness import check_completeness
from build_site.check.intrusions import check_intrusions
from build_site.check.marks import check_marks
from build_site.check.numerals import NumeralCertificate, certificates_of, check_numerals
from build_site.check.values import check_values
from build_site.model.finding import Finding
from build_site.model.report import Edition

__all__ = ["NumeralCertificate", "certificates_of", "check"]

_FAMILIES = (
    check_numerals,
    check_values,
    check_marks,
    check_characters,
    check_completeness,
    check_intrusions,
)


def check(edition: Edition) -> tuple[Finding, ...]:
    """Return what every family of checks notices in the published documents of a capture."""
    return tuple(finding for family in _FAMILIES for finding in family(edition))
