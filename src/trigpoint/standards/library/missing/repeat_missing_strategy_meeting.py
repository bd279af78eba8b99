"""A child reported missing three times in 90 days is discussed by the agencies together.

Inspectors of Cumbria found early intervention and long-term planning for regularly
missing children often ineffective. The trigger and the five working days are local
defaults.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    Counted,
    Each,
    FollowedBy,
    Occasions,
    Pattern,
    WorkingDays,
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

STANDARD = Standard(
    slug="repeat-missing-strategy-meeting",
    version=1,
    code="M12",
    title="A child missing three times in 90 days gets a strategy meeting",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="third episode in 90 days; a meeting within 5 working days",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2014, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.MISSING_REPORTED,),
                counted=Counted(
                    pattern=Pattern(kinds=(EventKind.MISSING_REPORTED,)),
                    at_least=3,
                    within=days(90),
                ),
            ),
        ),
        once_until=Pattern(kinds=(EventKind.STRATEGY_DISCUSSION,)),
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.STRATEGY_DISCUSSION,)),), within=WorkingDays(5)
    ),
    fault=Fault.RISK,
    notes=("The limit is a local default that a force can set; it is not law.",),
)
