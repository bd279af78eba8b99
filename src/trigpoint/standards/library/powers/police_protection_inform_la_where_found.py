"""The council in whose area the child was found is told the steps and the reasons.

Children Act 1989, section 46(3)(a): as soon as is reasonably practicable. The hours are a
local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    FollowedBy,
    Occasions,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="police-protection-inform-la-where-found",
    version=1,
    code="P3",
    title="The council where the child was found is told of police protection",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="4 hours; Children Act 1989 section 46(3)(a): as soon as practicable",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.COUNCIL_TOLD_WHERE_FOUND,), same=SAME_RECORD),),
        within=Elapsed(hours(4)),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
