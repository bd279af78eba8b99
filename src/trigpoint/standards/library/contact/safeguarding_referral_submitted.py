"""An officer who meets a child at risk submits a safeguarding notice.

Occurrences of domestic abuse or concern for a child, or a crime against one. The 24
hours are a local default: no national limit in hours is published.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    AllOf,
    AnyOf,
    Each,
    Elapsed,
    Field,
    FollowedBy,
    Is,
    Occasions,
    Same,
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
    slug="safeguarding-referral-submitted",
    version=1,
    code="C4",
    title="A safeguarding notice is submitted for a child at risk",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="within 24 hours of the report",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.OCCURRENCE_REPORTED,),
                where=AllOf(
                    (
                        Is("role", ("VICTIM", "CHILD_PRESENT", "CHILD_LIVES_THERE")),
                        AnyOf(
                            (
                                Is("type", ("DOMESTIC_ABUSE", "CHILD_CONCERN")),
                                AllOf(
                                    (Is("type", ("CRIME",)), Is("role", ("VICTIM",)))
                                ),
                            )
                        ),
                    )
                ),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.REFERRAL_MADE,),
                same=Same(theirs=Field.ABOUT, ours=Field.REFERENCE),
            ),
        ),
        within=Elapsed(hours(24)),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the notice was never sent and no strategy discussion was held",
        outcomes=("missed",),
        nobody=(Act(kinds=(EventKind.STRATEGY_DISCUSSION,)),),
    ),
    notes=("The limit is a local default that a force can set; it is not law.",),
)
