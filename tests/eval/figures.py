"""Figures that must not get lost: on the way to the page, and on the way into English."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_site.build import certified, check_translations
from build_site.model.report import Edition
from tests.eval.row import Row


def certificate_rows(editions: Sequence[Edition]) -> list[Row]:
    """Return what the numeral certificates of all documents add up to."""
    listed = certified(editions)
    total = sum(c.figures for c in listed)
    edited = sum(c.edited for c in listed)
    sample = (
        f"{len(listed)} 份文献、{total} 个数字，其中 {edited} 个经有记录的改动",
        f"{len(listed)} documents, {total} figures, {edited} of them in logged edits",
    )
    return [
        Row("figures.missing", "数字凭证：采集件有而发布文本缺的数字",
            "Numeral certificates: figures of the captures not published",
            sum(len(c.missing) for c in listed), *sample, form="count", at_most=True),
        Row("figures.added", "数字凭证：发布文本有而采集件没有的数字",
            "Numeral certificates: figures published that the captures do not show",
            sum(len(c.added) for c in listed), *sample, form="count", at_most=True),
    ]  # fmt: skip


def parity_rows(root: Path) -> list[Row]:
    """Return how much is translated and how many figures of it agree."""
    checked = check_translations(root)
    texts, done = sum(c.texts for c in checked), sum(c.translated for c in checked)
    figures, wrong = sum(c.figures for c in checked), sum(c.figures_wrong for c in checked)
    kept = 1 - wrong / figures if figures else 0.0
    return [
        Row("parity.figures", "英译：数字一致", "English: figures agree", kept,
            f"{done} 段译文的 {figures} 个数字；已列明理由的例外不计",
            f"{figures} figures of {done} translated texts; exceptions listed with reasons apart"),
        Row("parity.translated", "英译：已译段落", "English: texts translated",
            done / texts if texts else 0.0, f"{len(checked)} 份译本的 {texts} 段",
            f"{texts} texts of {len(checked)} catalogues"),
        *(
            Row(f"parity.{c.document_id}", f"英译数字与中文相符：{c.document_id}",
                f"English figures that agree: {c.document_id}",
                1 - c.figures_wrong / c.figures if c.figures else 1.0,
                f"{c.translated} 段的 {c.figures} 个数字",
                f"{c.figures} figures of {c.translated} texts")
            for c in checked
        ),
    ]  # fmt: skip
