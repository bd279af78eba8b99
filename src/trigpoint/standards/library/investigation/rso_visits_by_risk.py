"""An offender who has contact with a child is visited as often as the risk calls for.

College of Policing. Judged only for offenders with a known contact with a child, in that
child's chronology; the months are to be confirmed.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    ByFact,
    Each,
    ExceptEvent,
    FollowedBy,
    Is,
    Months,
    Occasions,
)
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="rso-visits-by-risk",
    version=1,
    code="R1",
    title="A sex offender with contact to a child is visited by risk",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Authorised Professional Practice: managing sexual offenders",
        provision="very high 1 month, high 3, medium 6, low 12",
        site="college.police.uk",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.OFFENDER_VISITED,)),)),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.OFFENDER_VISITED,),
                same=SAME_RECORD,
                strictly_after=True,
            ),
        ),
        within=ByFact(
            fact="risk",
            limits=(
                ("VERY_HIGH", Months(1)),
                ("HIGH", Months(3)),
                ("MEDIUM", Months(6)),
                ("LOW", Months(12)),
            ),
        ),
    ),
    excepting=(
        ExceptEvent(
            words="the contact with the child ended first",
            act=Act(kinds=(EventKind.OFFENDER_CONTACT_ENDED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the risk is high or very high", where=Is("risk", ("VERY_HIGH", "HIGH"))
    ),
)
