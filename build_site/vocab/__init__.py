"""Data, not code: tables loaded into frozen types that are checked on load."""
