"""A child protection plan is followed by a core group within 10 working days."""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    ExceptEvent,
    FollowedBy,
    Occasions,
    WorkingDays,
)
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="core-group-10-working-days",
    version=1,
    code="S13",
    title="The first core group meets within 10 working days of a plan",
    area=Area.PLANNING,
    duty_holder=Agency.LA,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="first core group within 10 working days",
        site="safeguarding.wales",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(each=(Each(kinds=(EventKind.PROTECTION_PLAN_BEGUN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.CORE_GROUP_HELD,)),), within=WorkingDays(10)
    ),
    excepting=(
        ExceptEvent(
            words="the plan ended first",
            act=Act(kinds=(EventKind.PROTECTION_PLAN_ENDED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.PROCEDURAL,
)
