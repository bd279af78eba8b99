"""Strengths: duties met nearly always, by enough cases to be sure of it."""

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import Block, Items, Paragraph, Section, prose
from trigpoint.publication.sentences import sentence
from trigpoint.publication.standard_lists import judged
from trigpoint.vocabulary.agencies import Agency

#: The whole interval must lie above this share. Trigpoint's own threshold.
STRONG = 0.9


def section(evidence: Evidence) -> Section:
    """The section."""
    strong = [
        slug
        for slug in evidence.slugs(holder=Agency.POLICE)
        if (evidence.counts(slug).rate.low or 0) >= STRONG
    ]
    rule = (
        "A police duty is a strength where the whole of its interval lies at 90% or "
        "more: Trigpoint's own threshold, not an official one."
    )
    blocks: list[Block] = [Paragraph(words=prose(rule), kind="note")]
    if strong:
        items = [
            sentence(
                slug,
                evidence.title(slug),
                evidence.counts(slug),
                judged(evidence, slug).href,
            )
            for slug in strong
        ]
        blocks.insert(0, Items(items=tuple(items)))
    else:
        none = "No police duty reached this in these records."
        blocks.insert(0, Paragraph(words=prose(none)))
    return Section(anchor="strengths", title="Strengths", blocks=tuple(blocks))
