"""For each child refused bail a bed is asked for, and the council's reply is on record.

Concordat on Children in Custody, principle 7. The hours are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    FollowedBy,
    Occasions,
    Written,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="la-bed-request-recorded",
    version=1,
    code="D3",
    title="The council is asked for a bed, and its answer is recorded",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="2 hours; Concordat on Children in Custody, principle 7",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2015, 10, 26),
    applies_to=Occasions(each=(Each(kinds=(EventKind.BAIL_REFUSED,)),)),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.BED_REQUESTED,),
                same=SAME_RECORD,
                where=Written("decision"),
            ),
        ),
        within=Elapsed(hours(2)),
    ),
    fault=Fault.PROCEDURAL,
    notes=(LOCAL_LIMIT,),
)
