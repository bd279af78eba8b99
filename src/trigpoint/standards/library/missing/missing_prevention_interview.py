"""A child who was missing is seen and spoken with by police on return.

The prevention interview (safe and well check), as soon as practicable; 24 hours is a
local default. Excepted if the child went missing again first.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    ExceptEvent,
    FollowedBy,
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
    slug="missing-prevention-interview",
    version=1,
    code="M9",
    title="Police see and speak with a child who was found",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="within 24 hours of being found",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2014, 1, 1),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.MISSING_RETURNED,)),), record_of=Agency.POLICE
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.PREVENTION_INTERVIEW,), same=SAME_RECORD),),
        within=Elapsed(hours(24)),
    ),
    excepting=(
        ExceptEvent(
            words="missing again first",
            act=Act(kinds=(EventKind.MISSING_REPORTED,), strictly_after=True),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(words="harm went unasked", untold=True),
    notes=("The limit is a local default that a force can set; it is not law.",),
)
