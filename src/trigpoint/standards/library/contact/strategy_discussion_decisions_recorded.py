"""The decisions of a strategy discussion are on the police record by the end of that day.

Working Together asks for decisions, reasons, tasks and owners to be recorded; the end
of the same day is a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    CalendarDays,
    Each,
    FollowedBy,
    Occasions,
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
    slug="strategy-discussion-decisions-recorded",
    version=1,
    code="S5",
    title="Decisions of a strategy discussion are on the police record the same day",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="decisions on the record the same day",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.STRATEGY_DISCUSSION,)),), record_of=Agency.POLICE
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.DISCUSSION_RECORDED,), same=SAME_RECORD),),
        within=CalendarDays(0),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="a task agreed at the discussion was lost", untold=True
    ),
    notes=("The limit is a local default that a force can set; it is not law.",),
)
