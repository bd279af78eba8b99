"""First assessment: did police information reach the first discussion, and who was there."""

import numpy as np

from trigpoint.findings import participation, timeliness
from trigpoint.publication import drawing
from trigpoint.publication.charts import hours_to_first_discussion, shares
from trigpoint.publication.evidence import JUDGED, Evidence
from trigpoint.publication.parts import (
    Block,
    Column,
    Paragraph,
    Picture,
    Section,
    Subheading,
    Table,
    prose,
)
from trigpoint.publication.sections.duties import absent, area_blocks, told
from trigpoint.publication.sections.share_rows import share_row, share_table
from trigpoint.publication.wording import count, hours, percent, rate
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area

INFORMATION = "police-information-before-first-decision"
#: The hours at which the table beneath the curves reads them.
_READ_AT = (4, 8, 24, 48, 72, 120, 168)


def section(evidence: Evidence) -> Section:
    """The section."""
    blocks: list[Block] = [
        *_curve(evidence),
        Subheading(text="Who took part"),
        *_took_part(evidence),
        Subheading(text="Police duties"),
        *area_blocks(evidence, area=Area.CONTACT.value, holder=Agency.POLICE.value),
    ]
    return Section(
        anchor=Area.CONTACT.value, title="First assessment", blocks=tuple(blocks)
    )


def _curve(evidence: Evidence) -> list[Block]:
    rows = evidence.where(standard=INFORMATION, outcome=JUDGED)
    if not len(rows):
        return [absent("No source held when police information reached a discussion.")]
    part = evidence.material.judgements.take(rows)
    arrived = timeliness.hours_between(part["triggered_at"], part["fulfilled_at"])
    decided = timeliness.hours_between(part["triggered_at"], part["due_at"])
    there = timeliness.cumulative(arrived, len(rows))
    decision = timeliness.cumulative(decided, len(rows))
    blocks: list[Block] = [told(evidence, INFORMATION, "lead")]
    half = timeliness.middle(decided)
    if half:
        blocks.append(
            Paragraph(
                words=prose(
                    f"Half of the decisions were recorded within {hours(half[1])} of the "
                    f"notice or referral; by then police information had reached "
                    f"{percent(there.by(half[1]) or 0.0)} of the discussions."
                )
            )
        )
    if there.done:
        blocks.append(_picture(evidence, there, decision, decided))
    return blocks


def _picture(
    evidence: Evidence,
    there: timeliness.Curve,
    decision: timeliness.Curve,
    decided: np.ndarray,
) -> Picture:
    known = decided[~np.isnan(decided)]
    most = max(72.0, float(np.ceil(np.quantile(known, 0.95) / 24) * 24))
    curves = {
        hours_to_first_discussion.ARRIVED: there,
        hours_to_first_discussion.DECIDED: decision,
    }
    rate = evidence.counts(INFORMATION).rate
    title = (
        f"Police information was there before the decision in {percent(rate.value or 0)} "
        f"of {count(rate.of)} first discussions"
    )
    return drawing.picture(
        slug="hours-to-first-discussion",
        title=title,
        alternative=f"{title}. Two rising curves from the notice or referral: by each "
        "hour, the share with police information there, and the share decided.",
        describe=lambda width: hours_to_first_discussion.describe(
            _points(curves, most), most=most, width=width
        ),
        table=_read(curves),
    )


def _points(
    curves: dict[str, timeliness.Curve], most: float
) -> list[dict[str, object]]:
    """The curves' points; the last of each carries its label and which side it is on."""
    ends = {name: curve.by(most) or 0.0 for name, curve in curves.items()}
    highest = max(ends, key=lambda name: ends[name])
    made: list[dict[str, object]] = []
    for name, curve in curves.items():
        pairs = [(0.0, 0.0), *zip(curve.hours, curve.share, strict=True)]
        inside = [(hour, share) for hour, share in pairs if hour <= most]
        for hour, share in [*inside, (most, ends[name])]:
            made.append({"series": name, "hours": hour, "share": share, "label": ""})
        made[-1]["label"] = f"{name}: {percent(ends[name])}"
        made[-1]["above"] = name == highest
    return made


def _read(curves: dict[str, timeliness.Curve]) -> Table:
    rows = [
        (
            prose(f"{hour} hours"),
            *(prose(percent(curve.by(hour) or 0.0)) for curve in curves.values()),
        )
        for hour in _READ_AT
    ]
    columns = [Column(name="Within"), *(Column(name=n, number=True) for n in curves)]
    return Table(
        caption="Share of first discussions, by hours since the notice or referral",
        columns=tuple(columns),
        rows=tuple(rows),
        beneath_chart=True,
    )


def _took_part(evidence: Evidence) -> list[Block]:
    found = participation.discussions(evidence.material.chronology)
    if not found:
        return [absent("No source held who took part in strategy discussions.")]
    police = next(one for one in found if one.agency is Agency.POLICE).share
    title = (
        f"Police took part in {rate(police)} of {count(police.of)} strategy discussions"
    )
    rows = [share_row(one.agency.label, one.share) for one in found]
    return [
        drawing.picture(
            slug="who-took-part",
            title=title,
            alternative=f"{title}. One row for each agency: its share, with the interval.",
            describe=lambda width: shares.describe(rows, width=width),
            table=share_table(
                "Who took part, of discussions that say who did",
                "Agency",
                [(one.agency.label, one.share) for one in found],
            ),
        )
    ]
