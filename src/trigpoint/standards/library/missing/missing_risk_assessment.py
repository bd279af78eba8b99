"""The risk to a child reported missing is graded at the report, and the reason written.

Authorised professional practice asks for it at the report; one hour is a local default.
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
    slug="missing-risk-assessment",
    version=1,
    code="M1",
    title="The risk to a missing child is graded, with a reason, at the report",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="within 1 hour of the report",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.MISSING_REPORTED,)),), record_of=Agency.POLICE
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.MISSING_GRADED,),
                where=Written("reason"),
                same=SAME_RECORD,
            ),
        ),
        within=Elapsed(hours(1)),
    ),
    fault=Fault.RISK,
    notes=("The limit is a local default that a force can set; it is not law.",),
)
