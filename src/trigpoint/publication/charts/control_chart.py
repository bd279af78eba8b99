"""A share month by month against a baseline that stays fixed (SPC)."""

from math import ceil
from typing import Any

from trigpoint.publication.charts.style import (
    INK,
    LINE,
    PLAIN,
    QUIET,
    RISK,
    SOFT,
    Description,
    Rows,
    chart,
)

#: The height of a line of text, as a part of the axis.
LINE_OF_TEXT = 0.07


def describe(
    rows: Rows, *, last_baseline: str, width: int, risk: bool = False
) -> Description:
    """`rows` have month, share, low, high, centre and signal (bool).

    `risk`: a share of failures of risk, of which a signal above takes the accent.
    """
    months = [str(row["month"]) for row in rows]
    # So many names of months as have room, with the words at the right.
    x = _months(months, step=max(1, ceil(len(months) / (3 if width < 500 else 7))))
    y = {
        "type": "quantitative",
        "scale": {"domain": [0, 1], "nice": False},
        "axis": {"format": "%", "title": None, "values": [0, 0.25, 0.5, 0.75, 1]},
    }
    layers = [
        *_baseline(rows, last_baseline, x, y),
        *_shares(rows, x, y, risk),
    ]
    return chart({"layer": layers}, width=width, height=290)


def _months(months: list[str], step: int) -> Description:
    return {
        "field": "month",
        "type": "ordinal",
        "sort": months,
        "scale": {"type": "point", "padding": 0.5},
        "axis": {
            "title": None,
            "labelAngle": 0,
            "grid": False,
            "values": months[::step],
            "labelExpr": "timeFormat(toDate(datum.value + '-01'), '%b %Y')",
        },
    }


def _baseline(
    rows: Rows, last: str, x: Description, y: Description
) -> list[Description]:
    """The range that the baseline fixed, its centre, and where the baseline ends."""
    final = rows[-1]
    # Away from where most months lie.
    clear = 1 if float(final["centre"]) < 0.5 else 0.06
    centre = float(final["centre"])
    words = [
        {"month": final["month"], "at": _apart(final, centre), "text": "usual range"},
        {"month": final["month"], "at": centre, "text": "baseline"},
    ]
    line = {"type": "line", "color": QUIET, "strokeWidth": 1, "strokeDash": [4, 3]}
    rule = {"type": "rule", "color": QUIET, "strokeWidth": 1, "strokeCap": "butt"}
    ends = {
        "type": "text",
        "align": "right",
        "dx": -5,
        "dy": 6,
        "color": QUIET,
        "fontSize": 12,
        "text": "baseline ends",
    }
    # At the right, outside the months, where no line can run through them.
    named = {"type": "text", "align": "left", "fontSize": 12, "dx": 12, "color": QUIET}
    at = {**y, "field": "at"}
    return [
        _layer(rows, {"type": "area", "color": LINE, "opacity": 0.55}, x=x,
               y={**y, "field": "low"}, y2={"field": "high"}),
        _layer(rows, line, x=x, y={**y, "field": "centre"}),
        _layer([{"month": last}], rule, x=x),
        _layer([{"month": last, "at": clear}], ends, x=x, y=at),
        _layer(words, named, x=x, y=at, text={"field": "text"}),
    ]  # fmt: skip


def _apart(final: dict[str, Any], centre: float) -> float:
    """Where "usual range" is written: at its further end, and clear of "baseline"."""
    high, low = float(final["high"]), float(final["low"])
    above, below = max(high, centre + LINE_OF_TEXT), min(low, centre - LINE_OF_TEXT)
    if below < 0 or (above <= 1 and high - centre >= centre - low):
        return above
    return below


def _shares(
    rows: Rows, x: Description, y: Description, risk: bool
) -> list[Description]:
    """The months themselves; one that signals is dark, and red where risk has grown."""
    share = {**y, "field": "share"}
    worse = {"test": "datum.signal && datum.share > datum.centre", "value": RISK}
    signal = [*([worse] if risk else []), {"test": "datum.signal", "value": INK}]
    return [
        _layer(rows, {"type": "line", "strokeWidth": 1.5}, x=x, y=share),
        _layer(
            rows,
            {"type": "point", "strokeWidth": 1.5},
            x=x,
            y=share,
            fill={"condition": signal, "value": SOFT},
            stroke={"condition": signal, "value": PLAIN},
        ),
    ]


def _layer(rows: Rows, mark: Description, **encoding: Description) -> Description:
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}
