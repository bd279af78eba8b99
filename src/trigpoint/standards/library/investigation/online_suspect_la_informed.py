"""If a suspect lives with or near children, the council is told without waiting.

HMICFRS, April 2023. At once is the duty; the hours are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    FollowedBy,
    Is,
    Occasions,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT, excused
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="online-suspect-la-informed",
    version=1,
    code="I8",
    title="The council is told at once of an online suspect near children",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="24 hours, for 'at once'; HMICFRS 2023",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2023, 4, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.IMAGE_REFERRAL_RECEIVED,),
                where=Is("with_children", ("true",)),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.COUNCIL_TOLD_OF_SUSPECT,), same=SAME_RECORD),),
        within=Elapsed(hours(24)),
    ),
    excepting=(
        excused("a delay was agreed because of a covert risk", "COVERT_RISK_AGREED"),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
