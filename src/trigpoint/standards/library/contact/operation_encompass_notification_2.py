"""After domestic abuse the child's school is told before the next school day begins: by law.

Version 1 was the voluntary scheme: the same act in the same time. This one counts from the
day of the statutory guidance; when section 49A itself began is not confirmed. School
holidays are not known here: the next working day stands in for the next school day.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    AllOf,
    Each,
    FollowedBy,
    Is,
    Occasions,
    ServiceHours,
    minutes,
)
from trigpoint.standards.phrases import CHILD_ROLES
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="operation-encompass-notification",
    version=2,
    code="C7",
    title="The school is told before the next school day",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Domestic Abuse Act 2021",
        provision="section 49A; statutory guidance of 7 November 2025",
        site="gov.uk",
        standing=Standing.LAW,
        confirmed=False,
    ),
    in_force_from=date(2025, 11, 7),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.OCCURRENCE_REPORTED,),
                where=AllOf((Is("type", ("DOMESTIC_ABUSE",)), CHILD_ROLES)),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.SCHOOL_TOLD,), same=SAME_RECORD),),
        within=ServiceHours(minutes(1), opens=8 * 60 + 59, closes=9 * 60),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(words="nothing else protected the child", untold=True),
    notes=(
        "The clock ends at 09:00 on the next working day.",
        "School holidays, and children below school age, are not known to it.",
    ),
)
