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
from trigpoint.standards.prose import as_english
from trigpoint.standards.standard import Standard
from trigpoint.vocabulary.areas import Area


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
    """One standard as a reader meets it; its words are made from its own data."""
    told = [line.split(": ", 1) for line in as_english(standard).splitlines()[1:]]
    return Card(
        title=standard.title,
        anchor=f"standard-{standard.slug}",
        marks=_marks(standard),
        terms=tuple((term, prose(words)) for term, words in told),
    )


def _marks(standard: Standard) -> tuple[str, ...]:
    marks = [standard.code, standard.slug, f"version {standard.version}"]
    if not standard.source.confirmed:
        marks.append("to be confirmed")
    return tuple(marks)
