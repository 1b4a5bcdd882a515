"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# A shared machine may stall any example: time is measured by benches, not by tests.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
