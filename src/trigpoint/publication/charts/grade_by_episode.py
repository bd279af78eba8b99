"""Grade against episode number: do children often missing get lower grades?"""

from trigpoint.publication.charts.style import (
    INK,
    LINE,
    PLAIN,
    SOFT,
    Description,
    Rows,
    chart,
)

#: From the most to the least serious; ink falls with the grade.
SHADES = {
    "High": INK,
    "Medium": PLAIN,
    "Low": SOFT,
    "No apparent": LINE,
    "Absent": "#efe6d2",
}


def describe(rows: Rows, *, bands: list[str], width: int) -> Description:
    """`rows` have band, grade, number, share, from and to (cumulative) and label."""
    y = {
        "field": "band",
        "type": "nominal",
        "sort": bands,
        "axis": {"title": "Episode" if width > 500 else None},
    }
    used = [grade for grade in SHADES if any(row["grade"] == grade for row in rows)]
    colour = {
        "field": "grade",
        "scale": {"domain": used, "range": [SHADES[grade] for grade in used]},
        "legend": {"orient": "top", "title": None, "labelFontSize": 13,
                   "labelColor": INK, "symbolType": "square",
                   "columns": 3 if width < 500 else 5},
    }  # fmt: skip
    dark = "datum.grade == 'High' || datum.grade == 'Medium'"
    return chart(
        {
            "data": {"values": rows},
            "transform": [{"calculate": "(datum.from + datum.to) / 2", "as": "half"}],
            "layer": [
                {
                    "mark": {"type": "bar", "height": 22, "stroke": "white"},
                    "encoding": {
                        "y": y,
                        "x": {"field": "from", "type": "quantitative",
                              "scale": {"domain": [0, 1]},
                              "axis": {"format": "%", "title": None, "grid": False,
                                       "values": [0, 0.25, 0.5, 0.75, 1]}},
                        "x2": {"field": "to"},
                        "color": colour,
                    },
                },
                {
                    "transform": [{"filter": f"datum.share > {0.09 if width > 500 else 0.16}"}],
                    "mark": {"type": "text", "fontSize": 12},
                    "encoding": {
                        "y": y,
                        "x": {"field": "half", "type": "quantitative"},
                        "text": {"field": "label"},
                        "color": {"condition": {"test": dark, "value": "white"},
                                  "value": INK},
                    },
                },
            ],
        },
        width=width,
        height=32 * len(bands) + 80,
    )  # fmt: skip


def grade_name(code: str) -> str:
    """NO_APPARENT as No apparent."""
    words = code.replace("_", " ").lower()
    return words[:1].upper() + words[1:]
