"""A breach by an offender who has contact with a child is looked into, not answered by letter.

Early is the duty; the working days are a local default.
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
    slug="rso-breach-followed-up",
    version=1,
    code="R2",
    title="An offender's breach is looked into",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="2 working days, for 'early'",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.OFFENDER_BREACH_KNOWN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.OFFENDER_BREACH_FOLLOWED_UP,), same=SAME_RECORD),),
        within=WorkingDays(2),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
