"""Report → statements: quantities, periods, indicators, comparators."""

from build_site.extract.context import context_of, paragraph_texts
from build_site.extract.milestones import extract_milestones
from build_site.extract.statements import extract_statements

__all__ = ["context_of", "extract_milestones", "extract_statements", "paragraph_texts"]
