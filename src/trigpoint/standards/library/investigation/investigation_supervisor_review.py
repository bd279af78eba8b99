"""A supervisor reviews an open investigation, from its allocation on.

Twenty-eight days is a local default. Excepted once it is passed on or closed.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    CalendarDays,
    Each,
    ExceptEvent,
    Field,
    FollowedBy,
    Occasions,
    Same,
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
    slug="investigation-supervisor-review",
    version=1,
    code="I3",
    title="A supervisor reviews an open investigation every 28 days",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="every 28 days while open",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(
                    EventKind.INVESTIGATION_ALLOCATED,
                    EventKind.INVESTIGATION_REVIEWED,
                )
            ),
        )
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.INVESTIGATION_REVIEWED,),
                same=SAME_RECORD,
                strictly_after=True,
            ),
        ),
        within=CalendarDays(28),
    ),
    excepting=(
        ExceptEvent(
            words="passed on first",
            # Whoever takes a case over has it from the moment another passed it on.
            act=Act(
                kinds=(EventKind.INVESTIGATION_PASSED_ON,),
                same=SAME_RECORD,
                strictly_after=True,
            ),
        ),
        ExceptEvent(
            words="closed first",
            act=Act(
                kinds=(EventKind.OCCURRENCE_CLOSED,),
                same=Same(theirs=Field.REFERENCE, ours=Field.ABOUT),
            ),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the investigation drifted while a child was at risk", untold=True
    ),
    notes=("The limit is a local default that a force can set; it is not law.",),
)
