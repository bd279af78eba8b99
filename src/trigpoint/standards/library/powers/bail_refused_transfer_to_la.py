"""A charged child who is refused bail is moved to council accommodation until court.

Police and Criminal Evidence Act 1984, section 38(6), for children under 17; version 2 is
for all. Impracticable means impossible, not inconvenient.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    FollowedBy,
    Is,
    Occasions,
)
from trigpoint.standards.phrases import BEFORE_COURT, NO_SECURE_BED, excused
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="bail-refused-transfer-to-la",
    version=1,
    code="D1",
    title="A child refused bail is moved to council accommodation",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Police and Criminal Evidence Act 1984",
        provision="section 38(6)",
        site="trixresources.proceduresonline.com",
        standing=Standing.LAW,
        confirmed=False,
    ),
    in_force_from=date(1986, 1, 1),
    in_force_to=date(2015, 10, 26),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.BAIL_REFUSED,), where=Is("seventeen", ("false",))),)
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.MOVED_TO_COUNCIL,), same=SAME_RECORD),),
        within=BEFORE_COURT,
    ),
    excepting=(
        excused(
            "the move was impracticable, and that was certified", "NOT_PRACTICABLE"
        ),
        NO_SECURE_BED,
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="nobody asked the council for a bed",
        nobody=(Act(kinds=(EventKind.BED_REQUESTED,), same=SAME_RECORD),),
    ),
    notes=("Whether a secure bed was needed at all is for a person to read.",),
)
