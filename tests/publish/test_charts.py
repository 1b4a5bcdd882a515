from xml.etree import ElementTree

import pytest

from build_site.publish.charts import Bar, target_chart

NAMES = ("目标", "年中", "结果")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*bars: Bar) -> ElementTree.Element:
    return ElementTree.fromstring(str(target_chart(bars, "增速", NAMES)))


def marks(root: ElementTree.Element, kind: str) -> list[float]:
    """Return where the marks of a kind stand, without the legend's."""
    found = root.findall(f".//{SVG}*[@class='wr-chart-{kind}']")
    return [float(one.get("x1") or one.get("cx") or 0) for one in found][1:]


def test_a_chart_shows_each_figure_once_and_in_order_of_size() -> None:
    root = drawn(Bar("湖州 2023", 6.0, 5.7, 5.8), Bar("宁波 2019", 6.8, None, 6.8))
    assert len(marks(root, "target")) == len(marks(root, "actual")) == 2
    (ring,) = marks(root, "progress")
    assert ring < marks(root, "actual")[0] < marks(root, "target")[0]
    assert marks(root, "actual")[1] == marks(root, "target")[1]


def test_an_unknown_figure_is_not_drawn_and_nothing_is_interpolated() -> None:
    root = drawn(Bar("甲", 6.0, None, None), Bar("乙", None, None, None))
    assert marks(root, "actual") == [] and len(marks(root, "target")) == 1


def test_no_figures_make_no_chart() -> None:
    assert target_chart([Bar("甲", None, None, None)], "增速", NAMES) == ""
    assert target_chart([], "增速", NAMES) == ""


def test_a_negative_figure_stands_left_of_the_axis() -> None:
    root = drawn(Bar("甲", 10.0, -7.8, None))
    axis = root.find(f".//{SVG}line[@class='wr-chart-axis']")
    assert axis is not None and marks(root, "progress")[0] < float(axis.get("x1") or 0)


@pytest.mark.parametrize("label", ["<script>", "a & b", '"甲"'])
def test_labels_are_escaped(label: str) -> None:
    root = drawn(Bar(label, 1.0, None, None))
    assert label in [text.text for text in root.iter(f"{SVG}text")]
