"""Police find out what a child in police protection wishes and feels.

Children Act 1989, section 46(3)(d): as soon as is reasonably practicable. The hours are a
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
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="police-protection-wishes-and-feelings",
    version=1,
    code="P6",
    title="The child's wishes and feelings are found out",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="4 hours; Children Act 1989 section 46(3)(d): as soon as practicable",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.WISHES_SOUGHT,), same=SAME_RECORD),),
        within=Elapsed(hours(4)),
    ),
    excepting=(excused("it was not practicable", "NOT_PRACTICABLE"),),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the child's account would have changed the plan", untold=True
    ),
    notes=(LOCAL_LIMIT,),
)
