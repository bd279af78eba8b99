"""The address, people and vehicles where a child was found are checked.

Inspectors met a child found at a registered offender's address. At recovery is the duty;
the hours are a local default. A return for which no place is written is no occasion.
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
    slug="found-address-checked",
    version=1,
    code="M14",
    title="The place where a missing child was found is checked",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="12 hours, for 'at recovery'",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.MISSING_RETURNED,), where=Written("place")),),
        record_of=Agency.POLICE,
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.FOUND_ADDRESS_CHECKED,), same=SAME_RECORD),),
        within=Elapsed(hours(12)),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
