"""Differences with their intervals, one row each, on an axis that has no change in its midst."""

from trigpoint.publication.charts.style import (
    LINE,
    PLAIN,
    RISK,
    Description,
    Rows,
    chart,
)


def describe(rows: Rows, *, width: int) -> Description:
    """`rows` have name, value, low, high (shares, -1 to 1), label, short, and clear (true takes the
    accent: the whole interval lies on one side of no change)."""
    reach = max((abs(row[end]) for row in rows for end in ("low", "high")), default=0.1)
    edge = min(1.0, -(-reach * 10 // 1) / 10)
    name = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "labelLimit": 130 if width < 500 else 260},
    }
    points = {
        "scale": {"domain": [-edge, edge]},
        "axis": {
            "labelExpr": "(datum.value > 0 ? '+' : datum.value < 0 ? '\N{MINUS SIGN}' : '') + "
            "format(abs(datum.value) * 100, '.0f')",
            "tickCount": 3 if width < 500 else 8,
            "title": "points; fewer faults to the left",
        },
    }
    label = "short" if width < 500 else "label"
    described = chart(
        {"data": {"values": rows}, "layer": _layer(name, points, label)},
        width=width,
        height=44 * len(rows) + 60,
    )
    # A reader's own letters may be wider than those that the drawing was measured with.
    return {**described, "padding": {"left": 18, "right": 8, "top": 2, "bottom": 2}}


def _layer(name: Description, points: Description, label: str) -> list[Description]:
    return [
        {
            "mark": {"type": "rule", "clip": True},
            "encoding": {
                "y": name,
                "x": {"field": "low", "type": "quantitative", **points},
                "x2": {"field": "high"},
            },
        },
        {
            "mark": {"type": "rule", "color": LINE, "strokeWidth": 2},
            "encoding": {"x": {"datum": 0, "type": "quantitative", **points}},
        },
        {
            "mark": "point",
            "encoding": {
                "y": name,
                "x": {"field": "value", "type": "quantitative"},
                "color": {
                    "condition": {"test": "datum.clear", "value": RISK},
                    "value": PLAIN,
                },
            },
        },
        {
            "mark": {"type": "text", "align": "center", "dy": -14, "fontSize": 12},
            "encoding": {
                "y": name,
                "x": {"field": "value", "type": "quantitative"},
                "text": {"field": label},
            },
        },
    ]
