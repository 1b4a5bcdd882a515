"""Small hand-made editions for tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from build_site.model.capture import Capture, Sidecar
from build_site.model.publication import Publication, Release
from build_site.model.report import (
    Edition,
    Identity,
    Kind,
    Paragraph,
    Piece,
    Removed,
    Report,
    Role,
    Section,
    Segmentation,
)
from build_site.model.text import Certainty, Document, Edit, Lacuna, Span
from build_site.vocab.places import places

RELEASE = Release("0.1.0", "2026-11-22", False)


@dataclass
class Maker:
    """Builds an edition line by line: `raw` is the capture, `edits` one pass per rule."""

    raw: str
    passes: list[tuple[str, Certainty, list[Edit]]] = field(default_factory=list)

    def repaired(self, rule: str, *pairs: tuple[str, str], certainty: str = "mechanical") -> Maker:
        """Replace, in the text so far, the first occurrence of each `before` by `after`."""
        text = self.document().text
        edits = [Edit(text.index(before), before, after) for before, after in pairs]
        self.passes.append((rule, Certainty(certainty), edits))
        return self

    def document(self) -> Document:
        document = Document("x", self.raw)
        for rule, certainty, edits in self.passes:
            document = document.edited(rule, edits, certainty)
        return document

    def span(self, quote: str) -> Span:
        start = self.document().text.index(quote)
        return Span(start, start + len(quote))


def capture_of(maker: Maker, name: str = "one") -> Capture:
    content = maker.raw.encode("utf-8")
    return Capture(
        name,
        f"{name}.txt",
        sha256(content).hexdigest(),
        len(content),
        "utf-8",
        "text/plain",
        maker.document(),
        Sidecar(),
    )


def report_of(
    maker: Maker,
    *,
    title: str = "",
    headings: tuple[str, ...] = (),
    paragraphs: tuple[str, ...] = (),
    place: str = "zhejiang/huzhou",
    year: int | None = 2024,
    kind: Kind = Kind.WORK_REPORT,
    span: Span | None = None,
    position: int = 0,
    complete: bool = True,
) -> Report:
    spans = tuple(maker.span(p) for p in paragraphs)
    return Report(
        Piece(
            position,
            kind,
            span or Span(0, len(maker.document().text)),
            maker.span(title) if title else None,
            spans,
            complete,
            "not a government document" if kind is Kind.NON_REPORT else "",
        ),
        Identity(place=places().get(place) if place else None, year=year),
        tuple(Section(maker.span(h), 1, h[:2], h[2:], None) for h in headings),
        tuple(Paragraph(s, Role.PROSE) for s in spans),
    )


def edition_of(
    maker: Maker,
    *reports: Report,
    removed: tuple[tuple[str, str], ...] = (),
    lacunae: tuple[Lacuna, ...] = (),
    grade: str = "",
    name: str = "one",
) -> Edition:
    runs = tuple(Removed(maker.span(quote), category, "why") for quote, category in removed)
    return Edition(
        capture_of(maker, name),
        Segmentation(tuple(r.piece for r in reports), runs),
        reports,
        lacunae,
        grade=grade,
    )


def publication_of(*editions: Edition, **more: object) -> Publication:
    return Publication(editions, RELEASE, **more)  # type: ignore[arg-type]


def sample() -> Publication:
    """One capture with a title, a heading, two paragraphs, an advert, glosses and a page mark."""
    maker = Maker(
        "首页 > 新闻\n2024年湖州市政府工作報告\n一、過去一年。紀(jì)律嚴明,增長5.8%!\n"
        "買房請撥12345\n二 〇 二 四年展望(wàng)\n\u200b第二段(wàng)\u200b\n"
    )
    maker.repaired("gloss", ("紀(jì)", "紀"), ("展望(wàng)", "展望"))
    maker.repaired("gloss_again", ("(wàng)", ""))
    maker.repaired("script", ("紀", "纪"), ("過", "过"), ("嚴", "严"), ("報", "报"), ("長", "长"))
    maker.repaired("spacing", ("二 〇 二 四年", "二〇二四年"))
    maker.repaired("width", (",", "，"), ("!", "！"))
    maker.repaired("spin", ("展望", "前景"), certainty="conjecture")
    report = report_of(
        maker,
        title="2024年湖州市政府工作报告",
        headings=("一、过去一年",),
        paragraphs=("纪律严明，增长5.8%！", "二〇二四年前景", "第二段"),
    )
    return publication_of(
        edition_of(
            maker, report, removed=(("首页 > 新闻", "navigation"), ("買房請撥12345", "advert"))
        )
    )
