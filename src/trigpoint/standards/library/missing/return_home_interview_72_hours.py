"""An independent return home interview is held within 72 hours of a child's return.

Statutory guidance on children who run away or go missing (January 2014). Interviews by
police or by the carer are not independent and do not count. Excepted if the child was
offered one in time and refused, or went missing again within the 72 hours; the duty
then stands at the next return.
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
    slug="return-home-interview-72-hours",
    version=1,
    code="M10",
    title="An independent return interview is held within 72 hours",
    area=Area.MISSING,
    duty_holder=Agency.LA,
    source=Source(
        instrument="Statutory guidance on children who run away or go missing from home or care",
        provision="return interviews within 72 hours (January 2014)",
        site="missingpeople.org.uk",
        standing=Standing.LAW,
        confirmed=True,
    ),
    in_force_from=date(2014, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.MISSING_RETURNED,)),)),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.RETURN_INTERVIEW_HELD,),
                where=Is("by_whom", ("LA", "COMMISSIONED", "OTHER")),
                same=SAME_RECORD,
            ),
        ),
        within=Elapsed(hours(72)),
    ),
    excepting=(
        ExceptEvent(
            words="offered in time and refused",
            act=Act(
                kinds=(EventKind.RETURN_INTERVIEW_OFFERED,),
                where=Is("accepted", ("false",)),
                same=SAME_RECORD,
            ),
        ),
        ExceptEvent(
            words="missing again within the 72 hours",
            act=Act(kinds=(EventKind.MISSING_REPORTED,), strictly_after=True),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="no one else has spoken with the child",
        outcomes=("missed",),
        nobody=(Act(kinds=(EventKind.PREVENTION_INTERVIEW,), same=SAME_RECORD),),
    ),
    notes=("An unmet interview is carried to the next return.",),
)
