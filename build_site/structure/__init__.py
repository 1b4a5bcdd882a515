"""Lines → Report: identity, headings, sections, tables."""
