"""A table that scrolls sideways on a narrow screen, for pages finished after MkDocs."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup


def wide_table(
    caption: str,
    heads: Iterable[str],
    rows: Iterable[Iterable[str]],
    *,
    row_heads: bool = False,
) -> Markup:
    """Return a captioned table as HTML; everything that is not Markup is escaped.

    With `row_heads` the first cell of each row is its heading.
    """
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in heads)
    body = Markup("").join(_row(cells, row_heads) for cells in rows)
    return Markup(
        '<div class="wr-scroll" role="group" tabindex="0" aria-label="{}">'
        '<table class="wr-table"><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(caption, caption, head, body)


def _row(cells: Iterable[str], row_heads: bool) -> Markup:
    return Markup("<tr>{}</tr>").format(
        Markup("").join(
            Markup('<th scope="row">{}</th>' if row_heads and at == 0 else "<td>{}</td>").format(
                cell
            )
            for at, cell in enumerate(cells)
        )
    )
