"""After the inquiry a child is released unless still likely to suffer significant harm.

Children Act 1989, section 46(5): on completing the inquiry. The hour is a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    ExceptEvent,
    FollowedBy,
    Is,
    Not,
    Occasions,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="police-protection-release",
    version=1,
    code="P10",
    title="A child no longer at risk is released once the inquiry is done",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="1 hour; Children Act 1989 section 46(5): on completing any inquiry",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.PROTECTION_INQUIRY_DONE,),
                where=Not(Is("still_at_risk", ("true",))),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.POLICE_PROTECTION_ENDED,), same=SAME_RECORD),),
        within=Elapsed(hours(1)),
    ),
    excepting=(
        ExceptEvent(
            words="a court made an order first",
            act=Act(kinds=(EventKind.PROTECTION_ORDER_MADE,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the child was kept from those who could protect them", untold=True
    ),
    notes=(LOCAL_LIMIT,),
)
