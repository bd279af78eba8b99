"""While a child is missing the risk is reviewed again and again.

At least every twenty-four hours is a local default.
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
from trigpoint.standards.standard import (
    Fault,
    Source,
    Standard,
    Standing,
)
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="missing-risk-continuous-review",
    version=1,
    code="M3",
    title="The risk to a missing child is reviewed while they are away",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Authorised Professional Practice: missing persons",
        provision="risk is reviewed continually and at each stage; 24 hours is a local default",
        site="college.police.uk",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2013, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.MISSING_GRADED,)),)),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.MISSING_GRADED, EventKind.SUPERVISOR_REVIEW),
                same=SAME_RECORD,
                strictly_after=True,
            ),
        ),
        within=Elapsed(hours(24)),
    ),
    excepting=(
        ExceptEvent(
            words="found before the review was due",
            act=Act(kinds=(EventKind.MISSING_RETURNED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.RISK,
    notes=("Every 24 hours is a local default that a force can set; it is not law.",),
)
