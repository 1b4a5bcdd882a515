"""Charts as SVG made at build time: target against actual, one line per place and year.

Colours come from classes, so that both colour schemes work; what is target and
what is actual is told by the shape of the mark, so that no colour is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_ROW, _TOP, _LABEL, _WIDTH, _RIGHT = 26, 34, 190, 720, 90


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart; None where a figure is not known."""

    label: str
    target: float | None
    progress: float | None
    actual: float | None


def target_chart(bars: Sequence[Bar], title: str, names: tuple[str, str, str]) -> Markup:
    """Return an SVG with a line per bar; `names` are the words for target, progress and actual.

    The axis starts at zero unless a value is negative. Returns an empty
    string for no bars.
    """
    values = [v for bar in bars for v in (bar.target, bar.progress, bar.actual) if v is not None]
    if not values:
        return Markup("")
    low, high = min(0.0, *values), max(0.0, *values)
    if high == low:
        high = low + 1
    height = _TOP + _ROW * len(bars) + 8

    def at(value: float) -> str:
        return f"{_LABEL + (value - low) / (high - low) * (_WIDTH - _LABEL - _RIGHT):.1f}"

    parts = [
        Markup(
            '<svg class="wr-chart" viewBox="0 0 {} {}" role="img" aria-label="{}" '
            'xmlns="http://www.w3.org/2000/svg">'
        ).format(_WIDTH, height, title),
        _legend(names),
        Markup('<line class="wr-chart-axis" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
            at(0.0), _TOP - 6, height - 4
        ),
    ]
    for index, bar in enumerate(bars):
        y = _TOP + _ROW * index + _ROW // 2
        parts.append(Markup('<text x="0" y="{}">{}</text>').format(y + 4, bar.label))
        known = [v for v in (bar.target, bar.progress, bar.actual) if v is not None]
        if not known:
            continue
        parts.append(
            Markup('<line class="wr-chart-line" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
                at(min(0.0, *known)), at(max(0.0, *known)), y, y
            )
        )
        if bar.progress is not None:
            parts.append(_ring(at(bar.progress), y))
        if bar.actual is not None:
            parts.append(_dot(at(bar.actual), y))
        if bar.target is not None:
            parts.append(_tick(at(bar.target), y))
        shown = bar.actual if bar.actual is not None else known[0]
        parts.append(
            Markup('<text class="wr-chart-value" x="{}" y="{}">{}</text>').format(
                float(at(max(known))) + 12, y + 4, f"{shown:.12g}"
            )
        )
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)


def _dot(x: str, y: int) -> Markup:
    return Markup('<circle class="wr-chart-actual" cx="{}" cy="{}" r="5"/>').format(x, y)


def _ring(x: str, y: int) -> Markup:
    return Markup('<circle class="wr-chart-progress" cx="{}" cy="{}" r="4"/>').format(x, y)


def _tick(x: str, y: int) -> Markup:
    return Markup('<line class="wr-chart-target" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
        x, y - 9, y + 9
    )


def _legend(names: tuple[str, str, str]) -> Markup:
    marks = (_tick("8", 14), _ring("140", 14), _dot("272", 14))
    words = (
        Markup('<text x="{}" y="18">{}</text>').format(x, word)
        for x, word in zip((20, 152, 284), names, strict=True)
    )
    return Markup("").join((*marks, *words))
