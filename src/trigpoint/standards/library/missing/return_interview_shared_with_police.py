"""What a child said in a return interview comes back to police.

Statutory guidance of 2014; five working days is a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    FollowedBy,
    Is,
    Not,
    Occasions,
    WorkingDays,
)
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
    slug="return-interview-shared-with-police",
    version=1,
    code="M11",
    title="What a return interview told is shared with police",
    area=Area.MISSING,
    duty_holder=Agency.LA,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="within 5 working days of the interview",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2014, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.RETURN_INTERVIEW_HELD,),
                where=Not(Is("by_whom", ("POLICE",))),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.RETURN_INTERVIEW_SHARED,), same=SAME_RECORD),),
        within=WorkingDays(5),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the next risk assessment lacked what the child had said", untold=True
    ),
    notes=("The limit is a local default that a force can set; it is not law.",),
)
