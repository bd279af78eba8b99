"""Partners' duties: the council's and others' clocks, apart from the police rates.

Beside them stand the police duties that touch them: to supply, attend, chase and
escalate.
"""

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import Block, Paragraph, Section, Subheading, prose
from trigpoint.publication.sections.duties import absent, duty_table
from trigpoint.publication.wording import agency
from trigpoint.vocabulary.agencies import Agency

#: The police duties that meet a partner's clock.
BESIDE = (
    "safeguarding-referral-submitted",
    "police-information-before-first-decision",
    "strategy-discussion-with-police",
    "conference-police-report",
    "conference-police-attendance",
    "professional-disagreement-escalation",
)


def section(evidence: Evidence) -> Section:
    """The section."""
    holders = sorted(
        {one.duty_holder for one in evidence.totals.values()} - {Agency.POLICE.value}
    )
    blocks: list[Block] = [
        Paragraph(
            words=prose(
                "These clocks belong to other agencies. They are counted in no police "
                "rate; the police duty beside them is to supply, attend, chase and "
                "escalate."
            )
        )
    ]
    if not holders:
        blocks.append(absent("No source held an occasion for a partner's duty."))
    for holder in holders:
        slugs = evidence.slugs(holder=holder)
        blocks.append(Subheading(text=f"{agency(holder)}"))
        caption = f"{agency(holder)}: duties, by outcome"
        blocks.append(duty_table(evidence, slugs, caption))
    mine = [slug for slug in BESIDE if slug in evidence.totals]
    if mine:
        blocks.append(Subheading(text="The police duty beside them"))
        blocks.append(duty_table(evidence, mine, "Police duties that meet a partner's"))
    return Section(anchor="partners", title="Partners' duties", blocks=tuple(blocks))
