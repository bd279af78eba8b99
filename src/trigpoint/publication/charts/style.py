"""What every chart has in common: type, ink, and one accent for risk.

Colours are told apart in grey as well; no chart relies on colour alone, since every
mark carries its label.
"""

from typing import Any

INK, QUIET, LINE = "#1b2430", "#4d5866", "#d5dae0"
PLAIN, SOFT, RISK = "#3b5b7d", "#a9bdd2", "#a32a1c"
FONT = "Helvetica Neue, Arial, Liberation Sans, sans-serif"
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

Rows = list[dict[str, Any]]
Description = dict[str, Any]


def chart(description: Description, *, width: int, height: int | None) -> Description:
    """A whole chart: the description with the shared style, fitted to the width."""
    size: Description = {
        "width": width,
        "autosize": {"type": "fit", "contains": "padding"},
    }
    if height is not None:
        size["height"] = height
    return {"$schema": SCHEMA, **size, **description, "config": config()}


def config() -> Description:
    """The shared style."""
    axis = {
        "labelColor": QUIET,
        "labelFontSize": 13,
        "titleColor": QUIET,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "domain": False,
        "ticks": False,
        "gridColor": LINE,
        "labelPadding": 6,
        "titlePadding": 10,
    }
    return {
        "font": FONT,
        "background": None,
        "view": {"stroke": None},
        "axis": axis,
        "axisY": {"labelColor": INK, "labelLimit": 260},
        "text": {"color": INK, "fontSize": 13},
        "line": {"color": PLAIN, "strokeWidth": 2.5},
        "point": {"color": PLAIN, "filled": True, "size": 80, "opacity": 1},
        "bar": {"color": PLAIN},
        "rule": {"color": SOFT, "strokeWidth": 6, "strokeCap": "round"},
        "header": {"labelColor": INK, "labelFontSize": 13, "labelFontWeight": "bold"},
        # The drawing is one picture with one text alternative, told by the page.
        "aria": False,
        "padding": 2,
    }


def share_axis(title: str = "") -> Description:
    """A share from 0 to 100%: the same on every chart that has one."""
    return {
        "scale": {"domain": [0, 1]},
        "axis": {
            "format": "%",
            "values": [0, 0.25, 0.5, 0.75, 1],
            "title": title or None,
        },
    }
