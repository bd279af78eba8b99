"""Police information reaches the first discussion before its decision is recorded.

From the police notice, or the council's own referral, that led to a strategy
discussion within 21 days. Inspectors of Cumbria found police not involved early enough
in the first multi-agency assessment and in ranking risk.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    AtEvent,
    Each,
    FollowedBy,
    Is,
    Nearby,
    Not,
    Occasions,
    Pattern,
    days,
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

#: A notice that led to no discussion had no first decision to inform.
_DISCUSSED = Nearby(Pattern(kinds=(EventKind.STRATEGY_DISCUSSION,)), after=days(21))

STANDARD = Standard(
    slug="police-information-before-first-decision",
    version=1,
    code="S19",
    title="Police information reaches the first discussion before its decision is recorded",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="information shared before decisions; finding of the 2016 Cumbria inspection",
        site="JI site (Cumbria, National child protection inspection)",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(
            Each(kinds=(EventKind.REFERRAL_MADE,), only_if=(_DISCUSSED,)),
            Each(
                kinds=(EventKind.REFERRAL_RECEIVED,),
                where=Not(Is("referral_source", ("6",))),
                only_if=(_DISCUSSED,),
            ),
        ),
        once_until=Pattern(kinds=(EventKind.STRATEGY_DISCUSSION,)),
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.POLICE_INFORMATION_SHARED,)),),
        within=AtEvent(Act(kinds=(EventKind.DISCUSSION_RECORDED,))),
    ),
    fault=Fault.RISK,
    notes=("The 21 days that tie a referral to the discussion it led to are ours.",),
)
