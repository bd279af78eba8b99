"""Districts and months: the test of difference first, no ranks; months against a baseline."""

from collections import defaultdict

import numpy as np

from trigpoint.findings import districts, spc
from trigpoint.findings.finding import Counts, Finding
from trigpoint.publication import drawing
from trigpoint.publication.charts import control_chart, shares
from trigpoint.publication.evidence import Evidence
from trigpoint.publication.first_screen import headline
from trigpoint.publication.parts import (
    Block,
    Column,
    Items,
    Paragraph,
    Prose,
    Run,
    Section,
    Subheading,
    Table,
    prose,
)
from trigpoint.publication.sections.duties import absent
from trigpoint.publication.sections.share_rows import share_row
from trigpoint.publication.wording import count, district, listed, percent, short_month
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area


def section(evidence: Evidence) -> Section:
    """The section."""
    blocks = [
        *_districts(evidence),
        Subheading(text="Month by month"),
        *_months(evidence),
    ]
    return Section(
        anchor="districts", title="Districts and months", blocks=tuple(blocks)
    )


def _districts(evidence: Evidence) -> list[Block]:
    chosen = {area: headline(evidence, area) for area in Area}
    found: dict[Area, list[Finding]] = {}
    for area, slug in chosen.items():
        mine = [one for one in evidence.by_district if one.standard == slug]
        known = [one for one in mine if one.district and one.counts.judged]
        if len(known) > 1:
            found[area] = known
    if not found:
        return [absent("No source held districts to compare.")]
    tests = {area: _tested(known) for area, known in found.items()}
    differ = [area.label.lower() for area, test in tests.items() if test.differs]
    title = (
        f"Districts differ by more than chance in {listed(differ)}"
        if differ
        else "In none of the five do districts differ by more than chance explains"
    )
    items = tuple(
        _in_words(evidence, chosen[area], test) for area, test in tests.items()
    )
    rows = [
        share_row(district(one.district or ""), one.counts.rate)
        | {"weakness": area.label}
        for area, known in found.items()
        for one in known
    ]
    return [
        Paragraph(words=prose("Is there a difference at all? The test comes first; the "
                              "districts follow in alphabetical order and have no rank.")),
        Items(items=items),
        drawing.picture(
            slug="districts",
            title=title,
            alternative=f"{title}. For each of the five, a row for each district in "
            "alphabetical order: the rate, with its interval.",
            describe=lambda width: shares.describe(rows, width=width, group="weakness"),
            table=_district_table(evidence, chosen, found),
        ),
    ]  # fmt: skip


def _tested(known: list[Finding]) -> districts.Difference:
    test = districts.difference(
        np.array([one.counts.met for one in known]),
        np.array([one.counts.judged for one in known]),
    )
    assert test is not None
    return test


def _in_words(evidence: Evidence, slug: str, test: districts.Difference) -> Prose:
    verdict = (
        "differ by more than chance" if test.differs else "no more than chance explains"
    )
    chance = "under 0.001" if test.chance < 0.001 else f"{test.chance:.3f}"
    rough = " Counts are small, so this is rough." if test.rough else ""
    return prose(
        Run(f"{evidence.title(slug)}: ", strong=True),
        f"{verdict} (chi-square {test.statistic:.1f} on {test.districts - 1}, chance "
        f"{chance}). Spread between districts beyond chance, as a standard deviation: "
        f"{test.spread * 100:.0f} points ({test.spread_low * 100:.0f} to "
        f"{test.spread_high * 100:.0f}).{rough}",
    )


def _district_table(
    evidence: Evidence, chosen: dict[Area, str], found: dict[Area, list[Finding]]
) -> Table:
    places = sorted({one.district or "" for known in found.values() for one in known})
    cells: dict[tuple[str, Area], Counts] = {
        (one.district or "", area): one.counts
        for area, known in found.items()
        for one in known
    }
    rows = []
    for place in places:
        line: list[Prose] = [prose(district(place))]
        for area in found:
            counts = cells.get((place, area))
            if counts is None or counts.rate.value is None:
                line.append(prose("none judged"))
                continue
            text = f"{percent(counts.rate.value)} of {count(counts.judged)}"
            line.append(prose(evidence.in_district(chosen[area], place, text)))
        rows.append(tuple(line))
    columns = [
        Column(name="District"),
        *(Column(name=a.label, number=True) for a in found),
    ]
    return Table(
        caption="Rate met of those judged, by district in alphabetical order",
        columns=tuple(columns),
        rows=tuple(rows),
        note="Each column is one duty: "
        + "; ".join(f"{area.label}: {evidence.title(chosen[area])}" for area in found)
        + ".",
        beneath_chart=True,
    )


def _months(evidence: Evidence) -> list[Block]:
    sums: dict[str, Counts] = defaultdict(Counts)
    for one in evidence.by_month:
        if one.duty_holder == Agency.POLICE and one.month:
            sums[one.month] = sums[one.month] + one.counts
    months = sorted(sums)
    made = spc.control_chart(
        months,
        np.array([sums[month].met for month in months]),
        np.array([sums[month].judged for month in months]),
    )
    if made is None:
        return [absent("Too few months were judged to fix a baseline: 16 are needed.")]
    size = sum(point.baseline for point in made.points)
    title = _month_title(made)
    rows = [
        {"month": point.month, "share": point.share, "low": point.low, "high": point.high,
         "centre": made.centre, "signal": not point.baseline and (point.outside or point.shifted)}
        for point in made.points
    ]  # fmt: skip
    return [
        drawing.picture(
            slug="months",
            title=title,
            alternative=f"{title}. A line, month by month, over the usual range fixed by "
            f"the first {size} months.",
            describe=lambda width: control_chart.describe(
                rows, last_baseline=made.points[size - 1].month, width=width
            ),
            table=_month_table(made),
        ),
        Paragraph(
            words=prose(
                f"The baseline is the first {size} months and does not move. The range is "
                "three standard deviations, widened by how much the baseline itself "
                f"varied (Laney's p', here {made.widening:.2f} times). A signal is a month "
                f"outside it, or {spc.SHIFT} in a row on one side. The mix of duties may "
                "change from month to month, and with it this line."
            ),
            kind="note",
        ),
    ]


def _month_title(made: spc.Chart) -> str:
    base = f"the baseline of {percent(made.centre)}"
    if not made.signals:
        return f"Police duties met: no month since stands apart from {base}"
    above = sum(point.share > made.centre for point in made.signals)
    below = len(made.signals) - above
    first = short_month(made.signals[0].month)
    parts = [f"{n} {side}" for n, side in ((above, "above"), (below, "below")) if n]
    months = "month stands" if above + below == 1 else "months stand"
    return f"Police duties met: since {first}, {' and '.join(parts)} {base}: {months} apart"


def _month_table(made: spc.Chart) -> Table:
    names = ("Met", "Judged", "Share", "Usual range", "Signal")
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
        caption="Police duties met, by month in which they were called for",
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
