"""Whatever comes in about a child at risk is taken on by a named person at once.

Inspectors of the Metropolitan Police met a warning that lay 14 hours in an inbox.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    FollowedBy,
    Occasions,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="inbound-information-owned",
    version=1,
    code="C6",
    title="Information about a child at risk is owned at once",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="1 hour, for 'at once'",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.INFORMATION_RECEIVED,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.INFORMATION_OWNED,), same=SAME_RECORD),),
        within=Elapsed(hours(1)),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
