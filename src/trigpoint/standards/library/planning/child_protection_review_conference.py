"""A child protection plan is reviewed within three months of the initial conference,
and then at least every six months, while the plan lasts.

Working Together; for England to be confirmed at source.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    ByKind,
    Each,
    ExceptEvent,
    FollowedBy,
    Months,
    Occasions,
    Pattern,
    State,
)
from trigpoint.standards.phrases import HELD
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
    slug="child-protection-review-conference",
    version=1,
    code="S14",
    title="A plan is reviewed within 3 months, then every 6 months",
    area=Area.PLANNING,
    duty_holder=Agency.LA,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="review within 3 months, then every 6",
        site="safeguarding.wales",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(
            Each(kinds=(EventKind.PROTECTION_PLAN_BEGUN,)),
            Each(
                kinds=(EventKind.REVIEW_CONFERENCE,),
                where=HELD,
                lasting=State(
                    begins=Pattern(kinds=(EventKind.PROTECTION_PLAN_BEGUN,)),
                    ends=Pattern(kinds=(EventKind.PROTECTION_PLAN_ENDED,)),
                ),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(
            Act(kinds=(EventKind.REVIEW_CONFERENCE,), where=HELD, strictly_after=True),
        ),
        within=ByKind(
            limits=(
                (EventKind.PROTECTION_PLAN_BEGUN, Months(3)),
                (EventKind.REVIEW_CONFERENCE, Months(6)),
            )
        ),
    ),
    excepting=(
        ExceptEvent(
            words="the plan ended first",
            act=Act(kinds=(EventKind.PROTECTION_PLAN_ENDED,)),
        ),
    ),
    fault=Fault.PROCEDURAL,
)
