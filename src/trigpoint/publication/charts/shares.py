"""Shares with their intervals, one row each, on the axis from 0 to 100%."""

import textwrap

from trigpoint.publication.charts.style import (
    PLAIN,
    RISK,
    Description,
    Rows,
    chart,
    share_axis,
)


def describe(rows: Rows, *, width: int, group: str = "") -> Description:
    """`rows` have name, value, low, high, label, and risk (true takes the accent).

    With `group`, rows that share it stand together under its name.
    """
    name = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "labelLimit": 130 if width < 500 else 260},
    }
    colour = {"condition": {"test": "datum.risk", "value": RISK}, "value": PLAIN}
    layer = [
        {
            "mark": {"type": "rule", "clip": True},
            "encoding": {
                "y": name,
                "x": {"field": "low", "type": "quantitative", **share_axis()},
                "x2": {"field": "high"},
            },
        },
        {
            "mark": "point",
            "encoding": {
                "y": name,
                "x": {"field": "value", "type": "quantitative"},
                "color": colour,
            },
        },
        {
            "mark": {"type": "text", "align": "center", "dy": -14, "fontSize": 12},
            "encoding": {
                "y": name,
                "x": {"field": "value", "type": "quantitative"},
                "text": {"field": "label"},
            },
        },
    ]
    if not group:
        return chart(
            {"data": {"values": rows}, "layer": layer},
            width=width,
            height=40 * len(rows) + 34,
        )
    return _grouped(rows, layer, width, group)


def _lines(title: str, width: int) -> str | list[str]:
    """The title, in several lines where the picture is too narrow for it."""
    lines = textwrap.wrap(title, max(width // 12, 20))
    return lines if len(lines) > 1 else title


def _grouped(
    rows: Rows, layer: list[Description], width: int, group: str
) -> Description:
    groups = list(dict.fromkeys(str(row[group]) for row in rows))
    longest = max(len(str(row["name"])) for row in rows)
    inner = width - min(130 if width < 500 else 260, 8 * longest + 20) - 24
    parts = [
        {
            "title": {
                "text": _lines(one, width),
                "anchor": "start",
                "fontSize": 14,
                "frame": "group",
            },
            "transform": [{"filter": {"field": group, "equal": one}}],
            "width": inner,
            "height": {"step": 40},
            "layer": layer,
        }
        for one in groups
    ]
    described = chart({"data": {"values": rows}, "vconcat": parts, "spacing": 26},
                      width=width, height=None)  # fmt: skip
    # A chart of several parts takes its width from them.
    return {
        key: value
        for key, value in described.items()
        if key not in ("width", "autosize")
    }
