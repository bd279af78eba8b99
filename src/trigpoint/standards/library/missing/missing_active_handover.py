"""Whoever takes a missing child's case over says so; a tag on a list tells nobody.

Independent Office for Police Conduct, December 2025 (Staffordshire). The minutes are a
local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    FollowedBy,
    Occasions,
    minutes,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="missing-active-handover",
    version=1,
    code="M6",
    title="A handover of a missing child's case is acknowledged",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="30 minutes; recommendation of the IOPC, December 2025",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2025, 12, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.MISSING_HANDOVER_GIVEN,)),)),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.MISSING_HANDOVER_ACKNOWLEDGED,),
                same=SAME_RECORD,
                other_actor=True,
            ),
        ),
        within=Elapsed(minutes(30)),
    ),
    fault=Fault.RISK,
    notes=(
        LOCAL_LIMIT,
        "A change of shift without any handover leaves no record and is not seen.",
    ),
)
