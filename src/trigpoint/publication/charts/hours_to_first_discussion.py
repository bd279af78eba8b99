"""Hours until police information reached the first discussion, beside its decision."""

from typing import Any

from trigpoint.publication.charts.style import (
    INK,
    PLAIN,
    QUIET,
    Description,
    Rows,
    chart,
)

ARRIVED = "Police information there"
DECIDED = "Decision recorded"


def describe(rows: Rows, *, most: float, width: int) -> Description:
    """Two cumulative curves; `rows` have series, hours and share, `most` ends the axis."""
    colour = {"domain": [ARRIVED, DECIDED], "range": [PLAIN, QUIET]}
    shared: dict[str, Any] = {
        "x": {
            "field": "hours",
            "type": "quantitative",
            "scale": {"domain": [0, most], "nice": False},
            "axis": {"title": "Hours since the notice or referral", "grid": False},
        },
        "y": {
            "field": "share",
            "type": "quantitative",
            "scale": {"domain": [0, 1.1], "nice": False},
            "axis": {"format": "%", "title": None, "values": [0, 0.25, 0.5, 0.75, 1]},
        },
    }
    return chart(
        {
            "data": {"values": rows},
            "layer": [
                {
                    "mark": {"type": "line", "interpolate": "step-after", "clip": True},
                    "encoding": {
                        **shared,
                        "color": {"field": "series", "scale": colour, "legend": None},
                        "strokeDash": {
                            "field": "series",
                            "scale": {"domain": [ARRIVED, DECIDED], "range": [[1, 0], [5, 3]]},
                            "legend": None,
                        },
                    },
                },
                _labels(shared, above=True, halo=True),
                _labels(shared, above=False, halo=True),
                _labels(shared, above=True, halo=False),
                _labels(shared, above=False, halo=False),
            ],
        },
        width=width,
        height=300,
    )  # fmt: skip


def _labels(shared: dict[str, Any], *, above: bool, halo: bool) -> Description:
    """The curves' names at their ends: over the upper one, under the lower one.

    `halo`: the same words in white, beneath, so that no line runs through them.
    """
    side = "datum.above" if above else "!datum.above"
    return {
        "transform": [{"filter": f"datum.label != '' && {side}"}],
        "mark": {
            "type": "text",
            "align": "right",
            "dy": -10 if above else 26,
            "color": INK,
            "fontWeight": "bold",
            **({"stroke": "white", "strokeWidth": 5} if halo else {}),
        },
        "encoding": {**shared, "text": {"field": "label"}},
    }
