"""The council's assessment is finished within 45 working days of the referral.

Working Together. The first assessment after a referral runs from the referral; an
assessment with no referral on record runs from its own start.
"""

from datetime import date

from trigpoint.standards.language import (
    EVER,
    SAME_RECORD,
    Act,
    Each,
    FollowedBy,
    Nearby,
    Occasions,
    Pattern,
    WorkingDays,
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
    slug="assessment-45-working-days",
    version=1,
    code="S9",
    title="An assessment is authorised within 45 working days of the referral",
    area=Area.CONTACT,
    duty_holder=Agency.LA,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="assessment: at most 45 working days from referral",
        site="lewishamchildcare.proceduresonline.com",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2013, 4, 15),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.REFERRAL_RECEIVED,),
                only_if=(
                    Nearby(
                        Pattern(kinds=(EventKind.ASSESSMENT_BEGUN,)),
                        after=EVER,
                        same=SAME_RECORD,
                    ),
                ),
            ),
            Each(
                kinds=(EventKind.ASSESSMENT_BEGUN,),
                unless=(
                    Nearby(
                        Pattern(kinds=(EventKind.REFERRAL_RECEIVED,)),
                        before=EVER,
                        same=SAME_RECORD,
                    ),
                ),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.ASSESSMENT_AUTHORISED,), same=SAME_RECORD),),
        within=WorkingDays(45),
    ),
    fault=Fault.PROCEDURAL,
    notes=("Police duty beside it: to supply information and to chase.",),
)
