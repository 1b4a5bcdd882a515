"""gettext catalogues, glossary, number parity between languages."""
