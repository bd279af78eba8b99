"""Protective plans: told, reported, attended, by kind of conference."""

from trigpoint.findings import participation
from trigpoint.publication import drawing
from trigpoint.publication.charts import shares
from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import (
    Block,
    Column,
    Paragraph,
    Prose,
    Section,
    Subheading,
    Table,
    prose,
)
from trigpoint.publication.sections.duties import absent, area_blocks, told
from trigpoint.publication.sections.share_rows import share_cells, share_row
from trigpoint.publication.standard_lists import exceptions
from trigpoint.publication.wording import count, percent
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

DUTIES = ("conference-police-attendance", "conference-police-report")
_KINDS = {
    EventKind.INITIAL_CONFERENCE: "Initial conferences",
    EventKind.REVIEW_CONFERENCE: "Review conferences",
}
_STEPS = {
    "told": "Police were told",
    "reported": "Police reported",
    "attended": "Police attended",
}


def section(evidence: Evidence) -> Section:
    """The section."""
    judged = [slug for slug in DUTIES if evidence.counts(slug).judged]
    blocks: list[Block] = [told(evidence, slug, "lead") for slug in judged]
    blocks += _contributions(evidence)
    blocks += [Subheading(text="Cancelled, or told too late"), *_excused(evidence)]
    blocks.append(Subheading(text="Police duties"))
    blocks += area_blocks(
        evidence, area=Area.PLANNING.value, holder=Agency.POLICE.value
    )
    return Section(
        anchor=Area.PLANNING.value, title="Protective plans", blocks=tuple(blocks)
    )


def _contributions(evidence: Evidence) -> list[Block]:
    found = participation.conferences(evidence.material.chronology)
    if not found:
        return [absent("No police source held a child protection conference.")]
    rows, lines = [], []
    for one in found:
        for step, words in _STEPS.items():
            share = getattr(one, step)
            lines.append(
                (
                    prose(_KINDS[one.kind]),
                    prose(words),
                    prose(count(share.count)),
                    *share_cells(share),
                )
            )
            if share.known:
                rows.append(share_row(words, share) | {"kind": _KINDS[one.kind]})
    title = _title(found)
    picture = drawing.picture(
        slug="conferences",
        title=title,
        alternative=f"{title}. For each kind of conference, three rows: told, reported, "
        "attended, each with its interval.",
        describe=lambda width: shares.describe(rows, width=width, group="kind"),
        table=_table(lines),
    )
    note = (
        "As events on police record, whether or not in time. Attended is of the "
        "conferences whose record says whether police came."
    )
    return [picture, Paragraph(words=prose(note), kind="note")]


def _title(found: tuple[participation.Contribution, ...]) -> str:
    parts = []
    for one in found:
        kind = _KINDS[one.kind].lower()
        if one.attended.value is not None:
            parts.append(
                f"{percent(one.attended.value)} of {count(one.attended.of)} {kind}"
            )
    if not parts:
        return "No conference's record says whether police came"
    return f"Police attended {' and '.join(parts)}"


def _table(lines: list[tuple[Prose, ...]]) -> Table:
    names = ("Conference", "Police", "Number", "Share", "95% interval", "Of")
    return Table(
        caption="What police contributed to child protection conferences",
        columns=tuple(Column(name=name, number=n > 1) for n, name in enumerate(names)),
        rows=tuple(lines),
        beneath_chart=True,
    )


def _excused(evidence: Evidence) -> list[Block]:
    rows = [
        (
            prose(evidence.title(slug)),
            prose(words),
            prose(evidence.outcome(slug, "excepted", count(size))),
        )
        for slug in DUTIES
        for words, size in sorted(exceptions(evidence, slug).items())
    ]
    if not rows:
        return [absent("No source held cancelled conferences or late invitations.")]
    return [
        Table(
            caption="Excused, by kind: not counted in the rates",
            columns=(
                Column(name="Duty"),
                Column(name="Why"),
                Column(name="Number", number=True),
            ),
            rows=tuple(rows),
        )
    ]
