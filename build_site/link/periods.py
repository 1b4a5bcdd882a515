"""When the period of a promise is over."""

from __future__ import annotations


def final_year(period: str) -> int | None:
    """Return the year in which a period ends: 2023 of 2023, 2025 of 2021/2025."""
    year = period.rsplit("/", 1)[-1][:4]
    return int(year) if year.isdigit() else None
