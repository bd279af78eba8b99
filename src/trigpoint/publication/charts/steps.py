"""How many, step by step: bars on one scale, each with its number beside it."""

from trigpoint.publication.charts.style import (
    PLAIN,
    RISK,
    SOFT,
    Description,
    Rows,
    chart,
)


def describe(rows: Rows, *, width: int) -> Description:
    """`rows` have name, number, label, and tone: "", "soft" or "risk"."""
    name = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "labelLimit": 140 if width < 500 else 260},
    }
    most = max((row["number"] for row in rows), default=1)
    # Room at the right for the label of the longest bar.
    number = {
        "field": "number",
        "type": "quantitative",
        "scale": {"domain": [0, most * (1.5 if width < 500 else 1.25)], "nice": False},
        "axis": None,
    }
    colour = {
        "field": "tone",
        "scale": {"domain": ["", "soft", "risk"], "range": [PLAIN, SOFT, RISK]},
        "legend": None,
    }
    return chart(
        {
            "data": {"values": rows},
            "layer": [
                {
                    "mark": {"type": "bar", "height": 18},
                    "encoding": {"y": name, "x": number, "color": colour},
                },
                {
                    "mark": {"type": "text", "align": "left", "dx": 6},
                    "encoding": {"y": name, "x": number, "text": {"field": "label"}},
                },
            ],
        },
        width=width,
        height=32 * len(rows) + 8,
    )
