"""Police systems carry a flag for each child on a protection plan.

At once is the duty; one working day after the plan begins is a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    Each,
    FollowedBy,
    Is,
    Occasions,
    Pattern,
    State,
    WorkingDays,
)
from trigpoint.standards.standard import (
    BecomesRisk,
    Fault,
    Source,
    Standard,
    Standing,
)
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="child-protection-plan-flag",
    version=1,
    code="S15",
    title="Police systems flag a child on a protection plan",
    area=Area.PLANNING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="the flag is set by the next working day",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.PROTECTION_PLAN_BEGUN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.FLAG_SET,), where=Is("flag", ("CP_PLAN",))),),
        within=WorkingDays(1),
        already=State(
            begins=Pattern(kinds=(EventKind.FLAG_SET,), where=Is("flag", ("CP_PLAN",))),
            ends=Pattern(
                kinds=(EventKind.FLAG_REMOVED,), where=Is("flag", ("CP_PLAN",))
            ),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="officers met the child and did not know of the plan", untold=True
    ),
    notes=(
        "The limit is a local default that a force can set; it is not law.",
        "A council that does not tell police of the plan leaves them no chance: it is "
        "police's duty to ask.",
    ),
)
