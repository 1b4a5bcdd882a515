"""Invariants that yield Findings; one file per family."""
