"""The share of missing episodes held by the children most often missing."""

from trigpoint.publication.charts.style import INK, RISK, Description, Rows, chart


def describe(
    rows: Rows, *, top: float, held: float, label: str, width: int
) -> Description:
    """`rows` have children and episodes, both shares; the mark is at (`top`, `held`)."""
    axis = {"format": "%", "values": [0, 0.25, 0.5, 0.75, 1]}
    x = {
        "field": "children",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {
            **axis,
            "title": "Children, the most often missing first",
            "grid": False,
        },
    }
    y = {
        "field": "episodes",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {**axis, "title": "Episodes" if width > 500 else None},
    }
    point = {"values": [{"children": top, "episodes": held, "label": label}]}
    return chart(
        {
            "layer": [
                {
                    "data": {"values": rows},
                    "mark": "line",
                    "encoding": {"x": x, "y": y},
                },
                {
                    "data": point,
                    "mark": {"type": "point", "color": RISK, "size": 110},
                    "encoding": {"x": x, "y": y},
                },
                {
                    "data": point,
                    "mark": {"type": "text", "align": "left", "dx": 10, "dy": 8,
                             "color": INK, "fontWeight": "bold", "limit": width * 0.75},
                    "encoding": {"x": x, "y": y, "text": {"field": "label"}},
                },
            ],
        },
        width=width,
        height=300,
    )  # fmt: skip
