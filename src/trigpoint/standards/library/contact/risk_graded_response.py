"""A call with a child present keeps its grade; a supervisor who lowers it says why."""

from datetime import date

from trigpoint.standards.language import AnyOf, Each, Holds, Occasions, Written
from trigpoint.standards.phrases import CHILD_ROLES, NOT_LOWERED
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="risk-graded-response",
    version=1,
    code="C2",
    title="The response to a call about a child is not downgraded without a reason",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="HMICFRS, Northamptonshire 2018 and Cambridgeshire 2022",
        provision="no downgrade or diary appointment to ease demand",
        site="JI site",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.OCCURRENCE_REPORTED,), where=CHILD_ROLES),)
    ),
    expects=Holds(condition=AnyOf((NOT_LOWERED, Written("reason")))),
    fault=Fault.RISK,
    notes=("Whether a reason is good is for a person to read.",),
)
