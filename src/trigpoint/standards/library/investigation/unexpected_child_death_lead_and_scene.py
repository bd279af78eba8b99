"""After an unexpected death of a child a trained lead detective attends the scene that day.

Independent Police Complaints Commission on a death in Barrow, published 3 March 2017.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    AllOf,
    By,
    CalendarDays,
    Each,
    Field,
    FollowedBy,
    Is,
    Occasions,
    Same,
)
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="unexpected-child-death-lead-and-scene",
    version=1,
    code="I9",
    title="A trained lead detective attends the scene of a child's death",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="IPCC report on an infant's death in Barrow, 2017",
        provision="a lead detective trained in child death attends the scene on day one",
        site="itv.com",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.OCCURRENCE_REPORTED,),
                where=AllOf((Is("type", ("CHILD_DEATH",)), Is("role", ("VICTIM",)))),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.LEAD_DETECTIVE_AT_SCENE,),
                where=By(accreditations=("CHILD_DEATH",)),
                same=Same(theirs=Field.ABOUT),
            ),
        ),
        within=CalendarDays(0),
    ),
    fault=Fault.RISK,
    notes=(
        "Whether the scene was kept and doubts were passed on is for a person to read.",
    ),
)
