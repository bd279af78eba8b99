"""On a call about a child the control room searches, and passes flags and history on.

In immediate danger officers are sent first.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    AllOf,
    AtEvent,
    Each,
    ExceptWhere,
    FollowedBy,
    Is,
    Occasions,
)
from trigpoint.standards.phrases import CHILD_ROLES
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="control-room-flag-and-history-check",
    version=1,
    code="C1",
    title="Flags and history reach officers before they arrive",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="HMICFRS, North Yorkshire and Norfolk: National child protection inspection",
        provision="flags and history sent to attending officers",
        site="JI site",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.OCCURRENCE_REPORTED,),
                where=AllOf(
                    (Is("type", ("DOMESTIC_ABUSE", "CHILD_CONCERN")), CHILD_ROLES)
                ),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.HISTORY_PASSED_ON,), same=SAME_RECORD),),
        within=AtEvent(Act(kinds=(EventKind.OFFICER_ATTENDED,), same=SAME_RECORD)),
    ),
    excepting=(
        ExceptWhere(
            words="immediate danger: officers were sent first",
            condition=Is("grade_first", ("EMERGENCY",)),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(words="a known risk was not seen", untold=True),
)
