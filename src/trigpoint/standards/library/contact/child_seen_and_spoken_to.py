"""Officers who attend see and speak with the child, or plan to come back.

At the scene is the duty; the hours are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    AllOf,
    Each,
    Elapsed,
    ExceptEvent,
    FollowedBy,
    Is,
    Occasions,
    hours,
)
from trigpoint.standards.phrases import CHILD_ROLES, LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="child-seen-and-spoken-to",
    version=1,
    code="C3",
    title="The child is seen and spoken with",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="3 hours, for 'at the scene'",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.OFFICER_ATTENDED,),
                where=AllOf(
                    (Is("type", ("DOMESTIC_ABUSE", "CHILD_CONCERN")), CHILD_ROLES)
                ),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.CHILD_SEEN,), same=SAME_RECORD),),
        within=Elapsed(hours(3)),
    ),
    excepting=(
        ExceptEvent(
            words="the child was not there, and a visit was planned",
            act=Act(kinds=(EventKind.CHILD_VISIT_PLANNED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
