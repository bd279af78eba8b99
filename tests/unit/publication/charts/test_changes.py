"""The chart of differences."""

from trigpoint.publication.charts import changes
from trigpoint.publication.drawing import svg

ROWS = [
    {"name": "Contact", "value": -0.25, "low": -0.34, "high": -0.17, "clear": True,
     "label": "-25 points (-34 to -17)", "short": "-25 points"},
    {"name": "Missing", "value": 0.02, "low": -0.1, "high": 0.12, "clear": False,
     "label": "+2 points (-10 to +12)", "short": "+2 points"},
]  # fmt: skip


def test_no_change_stands_in_the_midst() -> None:
    """The axis is as long to either side, and every row carries its label."""
    made = changes.describe(ROWS, width=340)
    domain = made["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert domain == [-0.4, 0.4]
    drawn = svg(made, "t")
    assert "-25 points" in drawn
    assert "-34 to" not in drawn
    assert "-34 to -17" in svg(changes.describe(ROWS, width=760), "t")
    assert "Missing" in drawn


def test_no_rows_are_drawn_too() -> None:
    """Nothing known of any area."""
    assert changes.describe([], width=700)["layer"][0]["encoding"]["x"]["scale"]
