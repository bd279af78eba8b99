"""First assessment."""

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import Section
from trigpoint.publication.sections.duties import area_blocks
from trigpoint.vocabulary.agencies import Agency


def section(evidence: Evidence) -> Section:
    """The section."""
    blocks = area_blocks(evidence, area="contact", holder=Agency.POLICE)
    return Section(anchor="contact", title="First assessment", blocks=blocks)
