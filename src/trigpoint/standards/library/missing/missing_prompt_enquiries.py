"""Every missing child is looked for promptly, whatever the grade.

Inspectors met a child for whom nothing was done in 8 hours. The hours are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    ExceptEvent,
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
    slug="missing-prompt-enquiries",
    version=1,
    code="M7",
    title="Enquiries for a missing child begin promptly",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="2 hours",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.MISSING_REPORTED,)),), record_of=Agency.POLICE
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.MISSING_ENQUIRY_MADE,), same=SAME_RECORD),),
        within=Elapsed(hours(2)),
    ),
    excepting=(
        ExceptEvent(
            words="found first",
            act=Act(kinds=(EventKind.MISSING_RETURNED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
