"""Specialists: to whom serious cases went, accredited that day and supervised or not."""

import math

from trigpoint.findings import allocation
from trigpoint.publication import drawing
from trigpoint.publication.charts import serious_allocations
from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import (
    Block,
    Column,
    Paragraph,
    Prose,
    Run,
    Section,
    Subheading,
    Table,
    prose,
)
from trigpoint.publication.sections.duties import absent, area_blocks, told
from trigpoint.publication.wording import count, many, percent
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area

#: More dots than this and each stands for several cases.
DOTS = 900
_OUTCOME = {allocation.KINDS[0]: "met", allocation.KINDS[4]: "cannot_tell"}


def section(evidence: Evidence) -> Section:
    """The section."""
    blocks: list[Block] = []
    if evidence.counts(allocation.ALLOCATION).judged:
        blocks.append(told(evidence, allocation.ALLOCATION, "lead"))
    blocks += _dots(evidence)
    blocks.append(Subheading(text="Police duties"))
    blocks += area_blocks(
        evidence, area=Area.INVESTIGATION.value, holder=Agency.POLICE.value
    )
    return Section(
        anchor=Area.INVESTIGATION.value, title="Specialists", blocks=tuple(blocks)
    )


def _dots(evidence: Evidence) -> list[Block]:
    found = allocation.allocations(evidence.material.judgements)
    totals = found.totals
    whole = sum(totals.values())
    if not whole:
        return [absent("No source held the allocation of a serious investigation.")]
    worth = math.ceil(whole / DOTS)
    rows = _rows(found, worth)
    tallest = max(int(str(row["place"])) for row in rows)
    without = sum(totals[kind] for kind in allocation.KINDS[1:4])
    title = (
        f"{count(without)} of {count(whole)} serious allocations ({percent(without / whole)}) "
        "went to someone not accredited that day"
    )
    table = Table(
        caption="Serious allocations, by accreditation that day and supervision",
        columns=(
            Column(name="Went to someone"),
            Column(name="Allocations", number=True),
        ),
        rows=tuple(
            _line(evidence, kind, totals[kind])
            for kind in allocation.KINDS
            if totals[kind]
        ),
        beneath_chart=True,
    )
    picture = drawing.picture(
        slug="serious-allocations",
        title=title,
        alternative=f"{title}. Dots in a column for each month, shaded by accreditation "
        "and supervision.",
        describe=lambda width: serious_allocations.describe(
            rows, tallest=tallest, width=width
        ),
        table=table,
    )
    note = f"Each dot is {many(worth, 'case')}, in the month in which it was allocated."
    return [picture, Paragraph(words=prose(note), kind="note")]


def _line(evidence: Evidence, kind: str, number: int) -> tuple[Prose, ...]:
    outcome = _OUTCOME.get(kind, "missed")
    href = evidence.outcome(allocation.ALLOCATION, outcome).href
    return prose(kind.capitalize()), prose(Run(count(number), href))


def _rows(found: allocation.Allocations, worth: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for month, kinds in found.by_month.items():
        place = 0
        for kind in reversed(allocation.KINDS):
            for _ in range(math.ceil(kinds[kind] / worth)):
                place += 1
                rows.append({"month": month, "place": place, "kind": kind})
    return rows
