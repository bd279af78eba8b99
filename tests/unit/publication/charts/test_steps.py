"""The chart of steps."""

from trigpoint.publication.charts import steps
from trigpoint.publication.charts.style import RISK, SOFT
from trigpoint.publication.drawing import svg

ROWS = [
    {"name": "Returns", "number": 40, "label": "40", "tone": ""},
    {"name": "Refused", "number": 0, "label": "0", "tone": "soft"},
]


def test_the_bars_share_one_scale_with_room_for_the_longest_s_label() -> None:
    """The scale ends beyond the largest number, and begins at none."""
    made = steps.describe(ROWS, width=700)
    domain = made["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert domain[0] == 0
    assert domain[1] > 40


def test_the_accent_is_kept_for_risk() -> None:
    """A soft bar is not drawn in the colour of risk."""
    drawn = svg(steps.describe(ROWS, width=340), "t")
    assert SOFT in drawn
    assert RISK not in drawn
