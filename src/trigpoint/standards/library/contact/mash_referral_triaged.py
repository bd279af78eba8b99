"""A safeguarding notice in the multi-agency hub is assessed and sent on; none waits unseen.

The hours by risk are local defaults. A high-risk notice that waits is a failure to act
on risk.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    ByFact,
    Each,
    Elapsed,
    FollowedBy,
    Is,
    Occasions,
    hours,
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
    slug="mash-referral-triaged",
    version=1,
    code="C5",
    title="A notice in the hub is triaged in time for its risk",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="HIGH 4 hours, MEDIUM 24, LOW or NONE 72",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.REFERRAL_MADE,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.REFERRAL_TRIAGED,), same=SAME_RECORD),),
        within=ByFact(
            fact="risk",
            limits=(
                ("HIGH", Elapsed(hours(4))),
                ("MEDIUM", Elapsed(hours(24))),
                ("LOW", Elapsed(hours(72))),
                ("NONE", Elapsed(hours(72))),
            ),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the notice that waited was of high risk", where=Is("risk", ("HIGH",))
    ),
    notes=("The limit is a local default that a force can set; it is not law.",),
)
