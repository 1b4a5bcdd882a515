from xml.etree import ElementTree

import pytest

from build_site.publish.charts import Bar, target_chart

NAMES = ("目标", "年中", "结果")
SVG = "{http://www.w3.org/2000/svg}"
CURVED = "A"  # a circle's path; a diamond has straight sides, a tick one line


def drawn(*bars: Bar) -> ElementTree.Element:
    return ElementTree.fromstring(str(target_chart(bars, "增速", NAMES)))


def marks(root: ElementTree.Element, kind: str) -> list[float]:
    """Return where the marks of a kind stand on the axis, without the legend's."""
    plotted = root.findall(f".//{SVG}g[@class='mark-symbol role-mark layer_1_marks']/{SVG}path")
    return [
        float(path.get("transform", "").removeprefix("translate(").split(",")[0])
        for path in plotted
        if _kind(path.get("d", "")) == kind
    ]


def _kind(path: str) -> str:
    if CURVED in path:
        return "progress"
    return "actual" if path.endswith("Z") else "target"


def words(root: ElementTree.Element) -> list[str | None]:
    return [text.text for text in root.iter(f"{SVG}text")]


def test_a_chart_shows_each_figure_once_and_in_order_of_size() -> None:
    root = drawn(Bar("湖州 2023", 6.0, 5.7, 5.8), Bar("宁波 2019", 6.8, None, 6.8))
    assert len(marks(root, "target")) == len(marks(root, "actual")) == 2
    (ring,) = marks(root, "progress")
    assert ring < marks(root, "actual")[0] < marks(root, "target")[0]
    assert marks(root, "actual")[1] == marks(root, "target")[1]


def test_lines_stand_in_the_order_given_and_each_tells_its_last_known_figure() -> None:
    root = drawn(Bar("乙 2024", 1867.9, None, 4015.1), Bar("甲 2023", 4000.0, 1867.9, None))
    found = words(root)
    assert found.index("乙 2024") < found.index("甲 2023")
    assert "4015.1" in found and "4000" in found


def test_every_kind_has_its_word_in_the_legend() -> None:
    assert set(NAMES) <= set(words(drawn(Bar("甲", 6.0, None, 6.1))))


def test_an_unknown_figure_is_not_drawn_and_nothing_is_interpolated() -> None:
    root = drawn(
        Bar("甲", 6.0, None, None), Bar("乙", None, None, None), Bar("丙", 7.0, None, None)
    )
    assert marks(root, "actual") == marks(root, "progress") == []
    assert len(marks(root, "target")) == 2 and "乙" in words(root)


@pytest.mark.parametrize(
    "bars", [(), (Bar("甲", None, None, None),), (Bar("甲", 6.0, None, None),)]
)
def test_fewer_than_two_figures_make_no_chart(bars: tuple[Bar, ...]) -> None:
    assert target_chart(bars, "增速", NAMES) == ""


def test_a_negative_figure_stands_left_of_zero() -> None:
    root = drawn(Bar("甲", 10.0, -7.8, None), Bar("乙", 0.0, None, None))
    (below,), (_, zero) = marks(root, "progress"), marks(root, "target")
    assert 0 <= below < zero


@pytest.mark.parametrize("label", ["<script>", "a & b", '"甲"', "datum.value", "{{7*7}}"])
def test_labels_and_titles_are_shown_as_text_whatever_they_hold(label: str) -> None:
    picture = str(target_chart([Bar(label, 1.0, None, 2.0)], label, NAMES))
    root = ElementTree.fromstring(picture)
    assert label in words(root) and root.get("aria-label") == label


def test_a_chart_needs_nothing_that_the_security_policy_of_a_page_forbids() -> None:
    root = drawn(Bar("甲", 6.0, 5.0, 6.1))
    assert not [
        e for e in root.iter() if e.get("style") or e.tag in (f"{SVG}style", f"{SVG}script")
    ]
    assert not [e for e in root.iter() if any("href" in key for key in e.attrib)]


def test_the_same_figures_make_the_same_picture() -> None:
    bars = [Bar("湖州 2023", 6.0, 5.7, 5.8)]
    assert target_chart(bars, "增速", NAMES) == target_chart(bars, "增速", NAMES)
