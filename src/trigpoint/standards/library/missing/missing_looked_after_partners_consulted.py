"""For a missing looked-after child, social services and health help assess the risk.

Early is the duty; the hours are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    ExceptEvent,
    FollowedBy,
    Is,
    Occasions,
    Pattern,
    State,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="missing-looked-after-partners-consulted",
    version=1,
    code="M5",
    title="Social care and health are drawn in when a looked-after child is missing",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="4 hours, for 'early'",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.MISSING_REPORTED,),
                lasting=State(
                    begins=Pattern(kinds=(EventKind.CARE_BEGUN,)),
                    ends=Pattern(kinds=(EventKind.CARE_ENDED,)),
                ),
            ),
            Each(
                kinds=(EventKind.MISSING_REPORTED,),
                lasting=State(
                    begins=Pattern(
                        kinds=(EventKind.FLAG_SET,), where=Is("flag", ("LOOKED_AFTER",))
                    ),
                    ends=Pattern(
                        kinds=(EventKind.FLAG_REMOVED,),
                        where=Is("flag", ("LOOKED_AFTER",)),
                    ),
                ),
            ),
        ),
        record_of=Agency.POLICE,
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.PARTNERS_CONSULTED,), same=SAME_RECORD),),
        within=Elapsed(hours(4)),
    ),
    excepting=(
        ExceptEvent(
            words="found first",
            act=Act(kinds=(EventKind.MISSING_RETURNED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="partners held what would have changed the search", untold=True
    ),
    notes=(LOCAL_LIMIT,),
)
