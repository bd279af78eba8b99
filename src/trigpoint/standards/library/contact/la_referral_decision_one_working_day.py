"""The council decides what follows from a police referral within one working day.

The duty is the council's; the police part is to ask.
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
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="la-referral-decision-one-working-day",
    version=1,
    code="S8",
    title="The council decides on a referral within one working day",
    area=Area.CONTACT,
    duty_holder=Agency.LA,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="decision within one working day",
        site="",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(each=(Each(kinds=(EventKind.REFERRAL_SENT,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.REFERRAL_DECIDED,), same=SAME_RECORD),),
        within=WorkingDays(1),
    ),
    fault=Fault.PROCEDURAL,
    notes=("Known only where the police record holds the council's answer.",),
)
