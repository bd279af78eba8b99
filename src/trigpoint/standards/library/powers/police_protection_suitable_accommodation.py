"""A child in police protection is moved to council accommodation or a refuge, not kept at a
police station.

Children Act 1989, section 46(3)(f): as soon as is reasonably practicable. The hours are a
local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    ExceptEvent,
    FollowedBy,
    Is,
    Not,
    Occasions,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="police-protection-suitable-accommodation",
    version=1,
    code="P8",
    title="The child is moved to suitable accommodation",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="6 hours; Children Act 1989 section 46(3)(f): as soon as practicable",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.CHILD_ACCOMMODATED,),
                same=SAME_RECORD,
                where=Not(Is("place", ("POLICE_STATION",))),
            ),
        ),
        within=Elapsed(hours(6)),
    ),
    excepting=(
        ExceptEvent(
            words="police protection ended first",
            act=Act(kinds=(EventKind.POLICE_PROTECTION_ENDED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
