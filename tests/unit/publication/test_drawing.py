"""Charts drawn as SVG."""

import re

from tests.support.composed import composed
from trigpoint.publication.charts import steps
from trigpoint.publication.drawing import svg
from trigpoint.publication.parts import Picture

ROWS = [{"name": "Held", "number": 3, "label": "3 held", "tone": ""}]


def test_a_chart_is_drawn_with_its_labels() -> None:
    """The label of a mark is text in the drawing."""
    drawn = svg(steps.describe(ROWS, width=400), "a")
    assert drawn.startswith("<svg")
    assert "3 held" in drawn


def test_inner_names_are_the_chart_s_own() -> None:
    """Two charts on one page share no id, and each still finds its own parts."""
    pictures = [
        block for section in composed().sections for block in section.blocks
        if isinstance(block, Picture)
    ]  # fmt: skip
    assert len(pictures) >= 9
    names = [
        name
        for one in pictures
        for drawn in (one.wide, one.narrow)
        for name in re.findall(r' id="([^"]+)"', drawn)
    ]
    assert len(names) == len(set(names))
    for one in pictures:
        for name in re.findall(r"url\(#([^)]+)\)", one.wide):
            assert f'id="{name}"' in one.wide


def test_the_narrow_drawing_fits_a_telephone() -> None:
    """No narrow chart is wider than 350 pixels, no wide one than 770."""
    for section in composed().sections:
        for block in section.blocks:
            if isinstance(block, Picture):
                for drawn, most in ((block.wide, 770), (block.narrow, 350)):
                    width = float(re.search(r'width="([\d.]+)"', drawn)[1])  # type: ignore[index]
                    assert width <= most, block.slug
