"""What we cannot say: power, unknowns, assumptions, sources without record times."""

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import Section


def section(evidence: Evidence) -> Section:
    """The section."""
    return Section(anchor="cannot-say", title="What we cannot say", blocks=())
