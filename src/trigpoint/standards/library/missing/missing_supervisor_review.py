"""A supervisor checks the grade given to a missing child as soon as is practicable.

The hours by grade are local defaults. Excepted if the child is found first.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    ByFact,
    Each,
    Elapsed,
    ExceptEvent,
    Field,
    FollowedBy,
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
    slug="missing-supervisor-review",
    version=1,
    code="M2",
    title="A supervisor reviews the first grade",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="HIGH 1 hour, MEDIUM 3, lower 6",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.MISSING_GRADED,), first_of=Field.REFERENCE),)
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.SUPERVISOR_REVIEW,), same=SAME_RECORD),),
        within=ByFact(
            fact="risk",
            limits=(
                ("HIGH", Elapsed(hours(1))),
                ("MEDIUM", Elapsed(hours(3))),
                ("LOW", Elapsed(hours(6))),
                ("NO APPARENT RISK", Elapsed(hours(6))),
                ("ABSENT", Elapsed(hours(6))),
            ),
        ),
    ),
    excepting=(
        ExceptEvent(
            words="found before the review was due",
            act=Act(kinds=(EventKind.MISSING_RETURNED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="a wrong grade stood because nobody checked it", untold=True
    ),
    notes=("The limit is a local default that a force can set; it is not law.",),
)
