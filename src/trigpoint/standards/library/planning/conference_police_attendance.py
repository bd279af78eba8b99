"""Police attend each initial child protection conference they were told of.

Attendance at review conferences is by local rule and is not judged here.
"""

from datetime import date

from trigpoint.standards.language import (
    Each,
    Holds,
    Is,
    Occasions,
)
from trigpoint.standards.phrases import CANCELLED
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
    slug="conference-police-attendance",
    version=1,
    code="S18",
    title="Police attend the initial conference",
    area=Area.PLANNING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="initial conference: attendance of police",
        site="JI site (Cumbria, National child protection inspection)",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.INITIAL_CONFERENCE,)),), record_of=Agency.POLICE
    ),
    expects=Holds(condition=Is("police_attended", ("true",))),
    excepting=(CANCELLED,),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the conference decided without what police knew", untold=True
    ),
)
