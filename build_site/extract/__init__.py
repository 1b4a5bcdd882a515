"""Report → statements: quantities, periods, indicators, comparators."""

from build_site.extract.statements import extract_statements

__all__ = ["extract_statements"]
