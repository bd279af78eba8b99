"""No child is kept in police protection for more than 72 hours.

Children Act 1989, section 46(6). It cannot be extended; a court can make an order instead.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    ExceptEvent,
    FollowedBy,
    Occasions,
    hours,
)
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="police-protection-72-hours",
    version=1,
    code="P2",
    title="Police protection ends within 72 hours",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Children Act 1989",
        provision="section 46(6): no more than 72 hours",
        site="legislation.gov.uk",
        standing=Standing.LAW,
        confirmed=True,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.POLICE_PROTECTION_ENDED,), same=SAME_RECORD),),
        within=Elapsed(hours(72)),
    ),
    excepting=(
        ExceptEvent(
            words="a court made an order first",
            act=Act(kinds=(EventKind.PROTECTION_ORDER_MADE,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.RISK,
)
