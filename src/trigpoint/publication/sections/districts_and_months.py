"""Districts and months: the test of difference first, no ranks; months against a baseline."""

from collections import Counter

import numpy as np

from trigpoint.findings import districts, rates, spc
from trigpoint.findings.finding import Counts, Finding
from trigpoint.publication import drawing
from trigpoint.publication.charts import shares
from trigpoint.publication.evidence import JUDGED, Evidence
from trigpoint.publication.first_screen import headline
from trigpoint.publication.monthly import month_picture
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
from trigpoint.publication.standard_lists import in_district
from trigpoint.publication.wording import count, district, listed, percent
from trigpoint.standards.standard import Fault
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import WEAKNESSES, Area


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
    chosen = {area: headline(evidence, area) for area in WEAKNESSES}
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
            line.append(prose(in_district(evidence, chosen[area], place, text)))
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
    judged = _by_month(evidence, JUDGED)
    met = _by_month(evidence, ("met",))
    risk = _by_month(evidence, ("late", "missed"), fault=Fault.RISK.value)
    made = _chart(met, judged)
    failures = _chart(risk, judged)
    if made is None or failures is None:
        return [absent("Too few months were judged to fix a baseline: 16 are needed.")]
    size = sum(point.baseline for point in made.points)
    note = (
        f"The baseline is the first {size} months and does not move. The range is three "
        "standard deviations, widened by how much the baseline itself varied (Laney's "
        f"p', here {made.widening:.2f} times for duties met and {failures.widening:.2f} "
        f"for risk). A signal is a month outside it, or {spc.SHIFT} in a row on one side. "
        "The mix of duties may change from month to month, and with it these lines."
    )
    return [
        month_picture("months-met", "Police duties met", made, risk=False),
        month_picture("months-risk", "Failures of risk by police", failures, risk=True),
        Paragraph(words=prose(note), kind="note"),
    ]


def _by_month(
    evidence: Evidence, outcomes: tuple[str, ...], fault: str = ""
) -> Counter[str]:
    """How many police judgements of these outcomes each month holds."""
    wanted: dict[str, str | tuple[str, ...]] = {"outcome": outcomes}
    if fault:
        wanted["fault"] = fault
    rows = evidence.where(duty_holder=Agency.POLICE.value, **wanted)
    numbers, sizes = np.unique(evidence.months[rows], return_counts=True)
    return Counter(
        {rates.month_name(int(n)): int(k) for n, k in zip(numbers, sizes, strict=True)}
    )


def _chart(counts: Counter[str], judged: Counter[str]) -> spc.Chart | None:
    months = sorted(judged)
    return spc.control_chart(
        months,
        np.array([counts[month] for month in months]),
        np.array([judged[month] for month in months]),
    )
