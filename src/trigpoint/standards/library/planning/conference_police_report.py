"""Police send their report before each conference they were told of.

Before the day is the duty; two working days before an initial conference and five
before a review are local defaults.
"""

from datetime import date

from trigpoint.standards.language import (
    EVER,
    SAME_RECORD,
    Act,
    BeforeDay,
    ByKind,
    Each,
    FollowedBy,
    Occasions,
)
from trigpoint.standards.phrases import CANCELLED
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
    slug="conference-police-report",
    version=1,
    code="S17",
    title="The police report reaches a conference before its day",
    area=Area.PLANNING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="2 working days before an initial conference, 5 before a review",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(
                    EventKind.INITIAL_CONFERENCE,
                    EventKind.REVIEW_CONFERENCE,
                )
            ),
        ),
        record_of=Agency.POLICE,
    ),
    expects=FollowedBy(
        acts=(
            Act(kinds=(EventKind.CONFERENCE_REPORT,), same=SAME_RECORD, look_back=EVER),
        ),
        within=ByKind(
            limits=(
                (EventKind.INITIAL_CONFERENCE, BeforeDay(2)),
                (EventKind.REVIEW_CONFERENCE, BeforeDay(5)),
            )
        ),
    ),
    excepting=(CANCELLED,),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the conference decided without what police knew", untold=True
    ),
    notes=(
        "The limit is a local default that a force can set; it is not law.",
        "A conference police were told of too late is shown apart.",
    ),
)
