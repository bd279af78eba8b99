"""A chart of months against a fixed baseline, with its finding in words and its table."""

from trigpoint.findings import spc
from trigpoint.publication import drawing
from trigpoint.publication.charts import control_chart
from trigpoint.publication.parts import Column, Picture, Table, prose
from trigpoint.publication.wording import count, percent, short_month


def month_picture(slug: str, what: str, made: spc.Chart, *, risk: bool) -> Picture:
    """The chart, with its finding as title; `risk`: more of it is worse."""
    size = sum(point.baseline for point in made.points)
    title = f"{what}: {_month_words(made)}"
    rows = [
        {"month": point.month, "share": point.share, "low": point.low, "high": point.high,
         "centre": made.centre, "signal": not point.baseline and (point.outside or point.shifted)}
        for point in made.points
    ]  # fmt: skip
    return drawing.picture(
        slug=slug,
        title=title,
        alternative=f"{title}. A line, month by month, over the usual range fixed by the "
        f"first {size} months.",
        describe=lambda width: control_chart.describe(
            rows, last_baseline=made.points[size - 1].month, width=width, risk=risk
        ),
        table=_month_table(what, made),
    )


def _month_words(made: spc.Chart) -> str:
    # Whole sentences, for another language has another order.
    base, size = percent(made.centre), len(made.signals)
    if not made.signals:
        return f"no month since the baseline stands apart from {base}"
    above = sum(point.share > made.centre for point in made.signals)
    below = size - above
    first = short_month(made.signals[0].month)
    if above and below:
        return (
            f"since {first}, {size} months stand apart, {above} above and {below} below "
            f"the baseline of {base}"
        )
    side = "above" if above else "below"
    if size == 1:
        return f"since {first}, 1 month stands apart, {side} the baseline of {base}"
    return (
        f"since {first}, {size} months stand apart, all {side} the baseline of {base}"
    )


def _month_table(what: str, made: spc.Chart) -> Table:
    names = ("Number", "Judged", "Share", "Usual range", "Signal")
    rows = [
        (
            prose(short_month(point.month)),
            prose(count(point.count)),
            prose(count(point.of)),
            prose(percent(point.share)),
            prose(f"{round(point.low * 100)} to {round(point.high * 100)}"),
            prose(_signal(point)),
        )
        for point in made.points
    ]
    return Table(
        caption=f"{what}, by the month in which the duty was called for",
        columns=(Column(name="Month"), *(Column(name=n, number=True) for n in names)),
        rows=tuple(rows),
        beneath_chart=True,
    )


def _signal(point: spc.Point) -> str:
    if point.baseline:
        return "baseline"
    if point.outside:
        return "outside"
    return "shift" if point.shifted else ""
