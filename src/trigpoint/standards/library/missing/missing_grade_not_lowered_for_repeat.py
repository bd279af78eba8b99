"""A child missing for the third time in 90 days is not graded low for being often missing.

"Streetwise" or "regular" is no reason. A low grade with a real reason is for a person
to read. From the inspection of the Metropolitan Police in 2016.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Counted,
    Each,
    Holds,
    Is,
    Occasions,
    Pattern,
    PersonReads,
    WrittenBeyond,
    days,
)
from trigpoint.standards.standard import (
    Fault,
    Source,
    Standard,
    Standing,
)
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

_NO_REASONS = (
    "regular",
    "regular misper",
    "regular missing",
    "streetwise",
    "frequent",
    "frequently missing",
    "often missing",
    "usual",
    "usual pattern",
    "habitual",
)

STANDARD = Standard(
    slug="missing-grade-not-lowered-for-repeat",
    version=1,
    code="M4",
    title="A grade is not lowered because a child is often missing",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="National child protection inspection",
        provision="never graded lower for being streetwise or often missing",
        site="theregister.co.uk (Metropolitan Police, 2016)",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.MISSING_GRADED,),
                counted=Counted(
                    pattern=Pattern(kinds=(EventKind.MISSING_REPORTED,)),
                    at_least=3,
                    within=days(90),
                    anchor=SAME_RECORD,
                ),
            ),
        )
    ),
    expects=Holds(
        condition=Is("risk", ("MEDIUM", "HIGH")),
        person_reads=PersonReads(
            where=WrittenBeyond("reason", _NO_REASONS),
            what="a person's reading of the reason",
        ),
    ),
    fault=Fault.RISK,
)
