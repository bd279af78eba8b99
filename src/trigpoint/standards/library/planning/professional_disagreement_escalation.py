"""When agencies disagree about a child, police use escalation and record it.

The working day is a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    FollowedBy,
    Occasions,
    WorkingDays,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="professional-disagreement-escalation",
    version=1,
    code="S16",
    title="A disagreement between agencies is escalated",
    area=Area.PLANNING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="1 working day",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.DISAGREEMENT_RECORDED,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.DISAGREEMENT_ESCALATED,), same=SAME_RECORD),),
        within=WorkingDays(1),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
