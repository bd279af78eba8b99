"""Parents, and others with responsibility for the child, are told of police protection.

Children Act 1989, section 46(4): as soon as is reasonably practicable. The hours are a
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
    slug="police-protection-parents-informed",
    version=1,
    code="P9",
    title="Those with parental responsibility are told",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="6 hours; Children Act 1989 section 46(4): as soon as practicable",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.PARENTS_TOLD,), same=SAME_RECORD),),
        within=Elapsed(hours(6)),
    ),
    excepting=(excused("it was not practicable", "NOT_PRACTICABLE"),),
    fault=Fault.PROCEDURAL,
    notes=(LOCAL_LIMIT,),
)
