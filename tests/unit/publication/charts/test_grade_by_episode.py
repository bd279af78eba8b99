"""Grade against episode number."""

from trigpoint.publication.charts.grade_by_episode import SHADES, describe, grade_name
from trigpoint.publication.drawing import svg

ROWS = [
    {"band": "1st", "grade": "High", "number": 1, "share": 0.25, "from": 0, "to": 0.25,
     "label": "25%"},
    {"band": "1st", "grade": "Low", "number": 3, "share": 0.75, "from": 0.25, "to": 1,
     "label": "75%"},
]  # fmt: skip


def test_grades_stand_in_order_of_seriousness_and_only_those_used() -> None:
    """The legend begins with the gravest grade and names none that is not there."""
    made = describe(ROWS, bands=["1st"], width=700)
    scale = made["layer"][0]["encoding"]["color"]["scale"]
    assert scale["domain"] == ["High", "Low"]
    assert scale["range"] == [SHADES["High"], SHADES["Low"]]
    drawn = svg(made, "t")
    assert "25%" in drawn
    assert "75%" in drawn


def test_a_code_is_said_in_words() -> None:
    """NO_APPARENT is said as No apparent."""
    assert grade_name("NO_APPARENT") == "No apparent"
    assert grade_name("HIGH") in SHADES
