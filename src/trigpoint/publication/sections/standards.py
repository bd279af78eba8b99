"""The standards: plain words, source, standing, version, and what is not yet confirmed."""

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import (
    Block,
    Card,
    Paragraph,
    Section,
    Subheading,
    prose,
)
from trigpoint.publication.wording import agency
from trigpoint.standards.standard import Fault, Standard, Standing
from trigpoint.vocabulary.areas import Area

_STANDING = {
    Standing.LAW: "Law",
    Standing.GUIDANCE: "National guidance",
    Standing.LOCAL: "Local: a limit that a force can set, not law",
    Standing.OURS: "Trigpoint's own, not official",
}


def section(evidence: Evidence) -> Section:
    """The section."""
    blocks: list[Block] = [
        Paragraph(
            words=prose(
                "Each duty was judged by the version in force on its own day. Where a "
                "limit or a wording has not been confirmed at its source, the card says "
                "so; it is not to be quoted as law."
            )
        )
    ]
    for area in Area:
        mine = [one for one in evidence.standards.values() if one.area is area]
        if mine:
            blocks.append(Subheading(text=area.label))
            blocks += [card(one) for one in sorted(mine, key=lambda one: one.code)]
    return Section(anchor="standards", title="Standards", blocks=tuple(blocks))


def card(standard: Standard) -> Card:
    """One standard as a reader meets it."""
    source = standard.source
    authority = ", ".join(
        part for part in (source.instrument, source.provision) if part
    )
    ends = f" to {standard.in_force_to:%d %B %Y}" if standard.in_force_to else ""
    return Card(
        title=standard.title,
        anchor=f"standard-{standard.slug}",
        marks=_marks(standard),
        words=in_english(standard),
        terms=(
            ("Whose duty", prose(agency(standard.duty_holder))),
            ("Source", prose(authority + (f" ({source.site})" if source.site else ""))),
            ("Standing", prose(_STANDING[source.standing])),
            ("In force", prose(f"from {standard.in_force_from:%d %B %Y}{ends}")),
            ("A failure is", prose(_fault(standard))),
        ),
    )


def _marks(standard: Standard) -> tuple[str, ...]:
    marks = [standard.code, standard.slug, f"version {standard.version}"]
    if not standard.source.confirmed:
        marks.append("to be confirmed")
    return tuple(marks)


def _fault(standard: Standard) -> str:
    if standard.fault is Fault.RISK:
        return "one of risk"
    if standard.becomes_risk:
        return f"procedural; one of risk where {standard.becomes_risk.words}"
    return "procedural"


def in_english(standard: Standard) -> tuple[str, ...]:
    """The standard in plain words, paragraph by paragraph."""
    return standard.notes
