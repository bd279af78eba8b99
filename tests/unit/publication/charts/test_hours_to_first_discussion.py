"""The curves of information and decision."""

from trigpoint.publication.charts import hours_to_first_discussion as chart
from trigpoint.publication.drawing import svg


def test_both_curves_are_named_where_they_end() -> None:
    """Each curve carries its own label; there is no legend to look up."""
    rows = [
        {"series": name, "hours": hour, "share": share, "label": "", "above": False}
        for name, end in ((chart.ARRIVED, 0.6), (chart.DECIDED, 0.9))
        for hour, share in ((0, 0.0), (72, end))
    ]
    rows[1]["label"], rows[3]["label"], rows[3]["above"] = (
        "there: 60%",
        "decided: 90%",
        True,
    )
    made = chart.describe(rows, most=72, width=340)
    drawn = svg(made, "t")
    assert "there: 60%" in drawn
    assert "decided: 90%" in drawn
    assert made["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0, 72]
    assert made["layer"][0]["encoding"]["color"]["legend"] is None
