"""A referral about indecent images is acted on by its grade: 24 hours to 30 days.

HMICFRS, April 2023.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    ByFact,
    CalendarDays,
    Each,
    Elapsed,
    FollowedBy,
    Is,
    Occasions,
    hours,
)
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="image-referral-graded-response",
    version=1,
    code="I7",
    title="An image referral is acted on in time for its grade",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="HMICFRS: online child sexual abuse and exploitation, 2023",
        provision="very high 24 hours, high 7 days, medium 14, low 30",
        site="metro.co.uk",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2023, 4, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.IMAGE_REFERRAL_RECEIVED,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.IMAGE_REFERRAL_ACTED_ON,), same=SAME_RECORD),),
        within=ByFact(
            fact="risk",
            limits=(
                ("VERY_HIGH", Elapsed(hours(24))),
                ("HIGH", CalendarDays(7)),
                ("MEDIUM", CalendarDays(14)),
                ("LOW", CalendarDays(30)),
            ),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the grade is high or very high", where=Is("risk", ("VERY_HIGH", "HIGH"))
    ),
)
