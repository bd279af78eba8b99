"""Police powers: what was done for children in police protection and in custody."""

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import Section
from trigpoint.publication.sections.duties import area_blocks
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area


def section(evidence: Evidence) -> Section:
    """The section."""
    blocks = area_blocks(evidence, area=Area.POWERS.value, holder=Agency.POLICE.value)
    return Section(anchor=Area.POWERS.value, title=Area.POWERS.label, blocks=blocks)
