"""The sections in the order in which they are read."""

from collections.abc import Callable

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import Section
from trigpoint.publication.sections import (
    districts_and_months,
    exploitation,
    first_assessment,
    missing,
    partners,
    police_powers,
    protective_plans,
    specialists,
    standards,
    strengths,
    what_we_cannot_say,
    what_we_read,
)

SECTIONS: tuple[Callable[[Evidence], Section], ...] = (
    what_we_read.section,
    first_assessment.section,
    protective_plans.section,
    exploitation.section,
    missing.section,
    specialists.section,
    police_powers.section,
    partners.section,
    districts_and_months.section,
    strengths.section,
    what_we_cannot_say.section,
    standards.section,
)


def sections(evidence: Evidence) -> tuple[Section, ...]:
    """Every section of the report."""
    return tuple(section(evidence) for section in SECTIONS)
