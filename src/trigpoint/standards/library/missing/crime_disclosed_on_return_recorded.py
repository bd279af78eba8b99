"""A sexual offence told in a return interview is recorded as a crime.

Counted from the moment its content reached police.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    Each,
    Elapsed,
    FollowedBy,
    Has,
    Is,
    Occasions,
    days,
    hours,
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

STANDARD = Standard(
    slug="crime-disclosed-on-return-recorded",
    version=1,
    code="M15",
    title="A sexual crime told on return is recorded",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="within 24 hours of police being told",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.RETURN_INTERVIEW_SHARED,),
                where=Has("disclosures", ("SEXUAL_OFFENCE",)),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.CRIME_RECORDED,),
                where=Is("role", ("VICTIM",)),
                look_back=days(2),
            ),
        ),
        within=Elapsed(hours(24)),
    ),
    fault=Fault.RISK,
    notes=("The limit is a local default that a force can set; it is not law.",),
)
