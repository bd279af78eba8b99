"""The curve of who holds the episodes."""

from trigpoint.publication.charts import episodes_held
from trigpoint.publication.drawing import svg


def test_the_finding_is_marked_on_the_curve() -> None:
    """The point of the most often missing carries its words."""
    rows = [{"children": x, "episodes": y} for x, y in ((0, 0), (0.05, 0.3), (1, 1))]
    made = episodes_held.describe(
        rows, top=0.05, held=0.3, label="2 children: 30% of episodes", width=700
    )
    assert "2 children: 30% of episodes" in svg(made, "t")
    assert made["layer"][1]["data"]["values"][0]["episodes"] == 0.3
