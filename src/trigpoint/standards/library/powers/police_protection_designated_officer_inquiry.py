"""Somebody other than the constable who took the child inquires into the case.

Children Act 1989, section 46(3)(e): as soon as is reasonably practicable. The hours are a
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
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="police-protection-designated-officer-inquiry",
    version=1,
    code="P7",
    title="A designated officer inquires into the case",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="6 hours; Children Act 1989 section 46(3)(e): as soon as practicable",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.PROTECTION_INQUIRY_BEGUN,),
                same=SAME_RECORD,
                other_actor=True,
            ),
        ),
        within=Elapsed(hours(6)),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="a wrong use of the power, or a danger, went unseen", untold=True
    ),
    notes=(LOCAL_LIMIT,),
)
