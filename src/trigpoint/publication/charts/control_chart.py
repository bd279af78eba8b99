"""A share month by month against a baseline that stays fixed (SPC)."""

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


def describe(
    rows: Rows, *, last_baseline: str, width: int, risk: bool = False
) -> Description:
    """`rows` have month, share, low, high, centre and signal (bool).

    `risk`: a share of failures of risk, whose signals take the accent.
    """
    months = [str(row["month"]) for row in rows]
    step = 6 if width < 500 else 3
    x = {
        "field": "month",
        "type": "ordinal",
        "sort": months,
        "scale": {"type": "point", "padding": 0.5},
        "axis": {
            "title": None,
            "labelAngle": 0,
            "grid": False,
            "values": [month for n, month in enumerate(months) if n % step == 0],
            "labelExpr": "timeFormat(toDate(datum.value + '-01'), '%b %Y')",
        },
    }
    y = {
        "type": "quantitative",
        "scale": {"domain": [0, 1], "nice": False},
        "axis": {"format": "%", "title": None, "values": [0, 0.25, 0.5, 0.75, 1]},
    }
    accent = RISK if risk else INK
    colour = {"condition": {"test": "datum.signal", "value": accent}, "value": SOFT}
    edge = {"condition": {"test": "datum.signal", "value": accent}, "value": PLAIN}
    words = [
        {"month": months[0], "at": rows[0]["high"], "text": "usual range", "dy": -8},
        {"month": months[0], "at": rows[0]["centre"], "text": "baseline", "dy": -6},
    ]
    return chart(
        {
            "layer": [
                {
                    "data": {"values": rows},
                    "mark": {"type": "area", "color": LINE, "opacity": 0.55},
                    "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
                },
                {
                    "data": {"values": rows},
                    "mark": {"type": "line", "color": QUIET, "strokeWidth": 1,
                             "strokeDash": [4, 3]},
                    "encoding": {"x": x, "y": {**y, "field": "centre"}},
                },
                {
                    "data": {"values": [{"month": last_baseline}]},
                    "mark": {"type": "rule", "color": QUIET, "strokeWidth": 1,
                             "strokeCap": "butt"},
                    "encoding": {"x": x},
                },
                {
                    "data": {"values": [{"month": last_baseline, "at": 1}]},
                    "mark": {"type": "text", "align": "right", "dx": -5, "dy": 6,
                             "color": QUIET, "fontSize": 11,
                             "text": "baseline ends"},
                    "encoding": {"x": x, "y": {**y, "field": "at"}},
                },
                {
                    "data": {"values": rows},
                    "mark": {"type": "line", "strokeWidth": 1.5},
                    "encoding": {"x": x, "y": {**y, "field": "share"}},
                },
                {
                    "data": {"values": rows},
                    "mark": {"type": "point", "strokeWidth": 1.5},
                    "encoding": {
                        "x": x,
                        "y": {**y, "field": "share"},
                        "fill": colour,
                        "stroke": edge,
                    },
                },
                {
                    "data": {"values": words},
                    "mark": {"type": "text", "align": "left", "fontSize": 11,
                             "color": INK, "dy": -7},
                    "encoding": {"x": x, "y": {**y, "field": "at"},
                                 "text": {"field": "text"}},
                },
            ],
        },
        width=width,
        height=290,
    )  # fmt: skip
