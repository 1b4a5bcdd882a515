"""Charts as SVG made at build time: target against actual, one line per place and year.

Drawn by Altair and rendered by vl-convert, without a browser or the network.
Colours are the page's own custom properties, so that both colour schemes work
and the page's security policy allows them; what is target and what is actual
is told by the shape of the mark, so that no colour is needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import altair as alt
import vl_convert
from markupsafe import Markup

_ROW, _WIDTH, _SIZE = 26, 420, 13  # pixels: height of a line, of the plot, of letters
_INK, _PAPER = "var(--md-typeset-color)", "var(--md-default-bg-color)"
_ACCENT = "var(--md-typeset-a-color)"
_LINE, _GRID = "var(--md-default-fg-color--lighter)", "var(--md-default-fg-color--lightest)"
_ROOT = re.compile(r'<svg [^>]*?viewBox="([^"]*)"[^>]*>')
_HAN = 0x2E80  # from here on a letter is as wide as it is high


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart; None where a figure is not known."""

    label: str
    target: float | None
    progress: float | None
    actual: float | None

    @property
    def known(self) -> list[float]:
        """The figures that are known."""
        return [v for v in (self.target, self.progress, self.actual) if v is not None]


def target_chart(bars: Sequence[Bar], title: str, names: tuple[str, str, str]) -> Markup:
    """Return an SVG with a line per bar; `names` are the words for target, progress and actual.

    The axis starts at zero unless a value is negative. Returns an empty string
    for fewer than two figures: nothing could be compared, and the table beside
    the chart says as much. Labels of bars must differ.
    """
    if sum(len(bar.known) for bar in bars) < 2:
        return Markup("")
    drawn = vl_convert.vegalite_to_svg(_chart(bars, names).to_json(validate=False, indent=None))
    head = Markup(
        '<svg class="wr-chart" viewBox="{}" role="img" aria-label="{}" '
        'xmlns="http://www.w3.org/2000/svg">'
    )
    return Markup(_ROOT.sub(lambda found: head.format(found[1], title), drawn, count=1))


def _chart(bars: Sequence[Bar], names: tuple[str, str, str]) -> alt.LayerChart:
    figures = [
        {"label": bar.label, "kind": kind, "value": value}
        for bar in bars
        for kind, value in zip(names, (bar.target, bar.progress, bar.actual), strict=True)
        if value is not None
    ]
    ends = [
        {"label": bar.label, "from": min(0.0, *bar.known), "to": max(0.0, *bar.known)}
        | {"shown": f"{bar.known[0] if bar.actual is None else bar.actual:.12g}"}
        for bar in bars
        if bar.known
    ]
    line = alt.Y("label:N", title=None, scale=alt.Scale(domain=[bar.label for bar in bars]))
    spans = alt.Chart(alt.InlineData(values=ends)).encode(y=line, x=alt.X("to:Q", title=None))
    layers = alt.layer(
        spans.mark_rule(color=_LINE, strokeWidth=2, aria=False).encode(
            x=alt.X("from:Q", title=None), x2="to"
        ),
        alt.Chart(alt.InlineData(values=figures))
        .mark_point(size=90, strokeWidth=2, opacity=1, aria=False)
        .encode(
            y=line,
            x=alt.X("value:Q", title=None),
            shape=_by_kind(alt.Shape, names, ["M0,-2L0,2", "circle", "diamond"]),
            fill=_by_kind(alt.Fill, names, [_INK, _PAPER, _ACCENT]),
            stroke=_by_kind(alt.Stroke, names, [_INK, _ACCENT, _ACCENT]),
        ),
        spans.mark_text(align="left", dx=12, color=_INK, fontSize=_SIZE, aria=False).encode(
            text="shown:N"
        ),
    )
    room = _width(bars)
    chart: alt.LayerChart = layers.properties(
        width=_WIDTH, height=_ROW * len(bars), background="transparent"
    ).configure(
        aria=False,  # the picture as a whole has a name, and the table beside it every figure
        axisX=alt.AxisConfig(grid=True, tickCount=5),
        # room reckoned from the letters, so that fonts of the machine move nothing
        axisY=alt.AxisConfig(labelLimit=0, labelPadding=6, minExtent=room, maxExtent=room),
        axis=alt.AxisConfig(
            labelColor=_INK, labelFontSize=_SIZE, gridColor=_GRID, domainColor=_LINE, ticks=False
        ),
        legend=alt.LegendConfig(
            orient="top", title=None, labelColor=_INK, labelFontSize=_SIZE, labelLimit=0
        ),
        view=alt.ViewConfig(stroke="transparent"),
    )
    return chart


def _by_kind(
    channel: type[alt.Shape] | type[alt.Fill] | type[alt.Stroke],
    names: tuple[str, str, str],
    marks: list[str],
) -> alt.Shape | alt.Fill | alt.Stroke:
    """Return an encoding of target, progress and actual; equal domains share one legend."""
    return channel("kind:N", scale=alt.Scale(domain=list(names), range=marks))


def _width(bars: Sequence[Bar]) -> int:
    """Return the pixels that the longest label takes."""
    return ceil(
        max(sum(_SIZE if ord(c) >= _HAN else _SIZE * 0.55 for c in bar.label) for bar in bars)
    )
