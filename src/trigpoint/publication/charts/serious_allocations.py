"""Serious allocations as dots, month by month: accredited that day, supervised, or not."""

from trigpoint.publication.charts.style import (
    INK,
    PLAIN,
    QUIET,
    RISK,
    SOFT,
    Description,
    Rows,
    chart,
)

#: Kind to colour; only the case with neither skill nor supervision takes the accent.
SHADES = {
    "accredited that day": PLAIN,
    "not accredited, supervised": SOFT,
    "not accredited, not supervised": RISK,
    "not accredited, supervision not known": "#d58a7f",
    "accreditation not known": "#ffffff",
}


def describe(rows: Rows, *, tallest: int, width: int) -> Description:
    """`rows` have month (YYYY-MM), place (from 1, upward) and kind; one row a dot."""
    used = [kind for kind in SHADES if any(row["kind"] == kind for row in rows)]
    months = sorted({str(row["month"]) for row in rows})
    step = 6 if width < 500 else 3
    named = [month for n, month in enumerate(months) if n % step == 0]
    size = max(12, min(70, round((width / max(1, len(months)) * 0.62) ** 2)))
    height = max(140, min(360, round(tallest * (size**0.5 + 2)) + 80))
    return chart(
        {
            "data": {"values": rows},
            "mark": {"type": "point", "shape": "circle", "filled": True, "size": size,
                     "opacity": 1, "stroke": QUIET, "strokeWidth": 0.6},
            "encoding": {
                "x": {"field": "month", "type": "ordinal", "sort": months,
                      "axis": {"title": None, "values": named, "labelAngle": 0,
                               "labelOverlap": True,
                               "labelExpr": "timeFormat(toDate(datum.value + '-01'), '%b %Y')"}},
                "y": {"field": "place", "type": "quantitative",
                      "scale": {"domain": [0, tallest + 1]}, "axis": None},
                "fill": {"field": "kind",
                          "scale": {"domain": used, "range": [SHADES[k] for k in used]},
                          "legend": {"orient": "top", "title": None, "labelLimit": 320,
                                     "labelFontSize": 13, "labelColor": INK,
                                     "columns": 1 if width < 500 else 2}},
            },
        },
        width=width,
        height=height,
    )  # fmt: skip
