"""The executor: one process or all cores; same code."""
