"""The initial child protection conference is held within 15 working days of the
strategy discussion at which the section 47 enquiry was begun.

Working Together. Excepted where the record says that no conference was required. A
decision for section 47 on a police record alone, without the council's, cannot show
whether a conference was required.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    Each,
    ExceptWhere,
    FollowedBy,
    Is,
    Nearby,
    Occasions,
    Pattern,
    WorkingDays,
    days,
)
from trigpoint.standards.phrases import HELD
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
    slug="icpc-15-working-days",
    version=1,
    code="S11",
    title="The initial conference is held within 15 working days of the strategy discussion",
    area=Area.PLANNING,
    duty_holder=Agency.LA,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="initial conference within 15 working days",
        site="solihulllscb.proceduresonline.com; explore-education-statistics.service.gov.uk",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(
            Each(kinds=(EventKind.SECTION_47_ENQUIRY,)),
            Each(
                kinds=(EventKind.STRATEGY_DISCUSSION,),
                where=Is("decision", ("S47",)),
                unless=(
                    Nearby(
                        Pattern(kinds=(EventKind.SECTION_47_ENQUIRY,)),
                        before=days(8),
                        after=days(8),
                    ),
                ),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.INITIAL_CONFERENCE,), where=HELD),),
        within=WorkingDays(15),
    ),
    excepting=(
        ExceptWhere(
            words="no conference required",
            condition=Is("conference_not_required", ("true",)),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="no interim safety plan was in place until the conference", untold=True
    ),
)
