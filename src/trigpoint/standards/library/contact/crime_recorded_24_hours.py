"""A crime reported to police is recorded within 24 hours.

The limit is taken from the recording rules and is to be confirmed at source.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    AllOf,
    Each,
    Elapsed,
    FollowedBy,
    Is,
    Occasions,
    hours,
)
from trigpoint.standards.standard import (
    BecomesRisk,
    Fault,
    Source,
    Standard,
    Standing,
)
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="crime-recorded-24-hours",
    version=1,
    code="I2",
    title="A crime against a child is recorded within 24 hours of the report",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="National Crime Recording Standard",
        provision="recorded within 24 hours of the report",
        site="theguardian.com (3 March 2017)",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.OCCURRENCE_REPORTED,),
                where=AllOf((Is("role", ("VICTIM",)), Is("type", ("CRIME",)))),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.CRIME_RECORDED,), same=SAME_RECORD),),
        within=Elapsed(hours(24)),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(words="the delay left a child unprotected", untold=True),
)
