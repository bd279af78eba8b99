"""Districts and months."""

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import Section


def section(evidence: Evidence) -> Section:
    """The section."""
    return Section(anchor="districts", title="Districts and months", blocks=())
