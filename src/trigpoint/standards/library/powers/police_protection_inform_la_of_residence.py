"""The council in whose area the child lives is told where the child is.

Children Act 1989, section 46(3)(b): as soon as is reasonably practicable. The hours are a
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
from trigpoint.standards.phrases import LOCAL_LIMIT, excused
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="police-protection-inform-la-of-residence",
    version=1,
    code="P4",
    title="The council where the child lives is told of police protection",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="4 hours; Children Act 1989 section 46(3)(b): as soon as practicable",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.COUNCIL_TOLD_OF_RESIDENCE,), same=SAME_RECORD),),
        within=Elapsed(hours(4)),
    ),
    excepting=(excused("it is the same council", "SAME_COUNCIL"),),
    fault=Fault.PROCEDURAL,
    notes=(LOCAL_LIMIT,),
)
