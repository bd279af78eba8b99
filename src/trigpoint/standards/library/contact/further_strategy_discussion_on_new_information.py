"""What happens to a child during a section 47 enquiry is discussed anew.

The working days are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    AllOf,
    AnyOf,
    By,
    Each,
    ExceptEvent,
    FollowedBy,
    Is,
    Occasions,
    Pattern,
    State,
    WorkingDays,
)
from trigpoint.standards.phrases import CHILD_ROLES, HELD, LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="further-strategy-discussion-on-new-information",
    version=1,
    code="S6",
    title="New information during an enquiry brings another discussion",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="3 working days; Working Together: think again on new information",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.OCCURRENCE_REPORTED,),
                where=AllOf(
                    (
                        Is("type", ("CRIME", "DOMESTIC_ABUSE", "CHILD_CONCERN")),
                        CHILD_ROLES,
                    )
                ),
                lasting=State(
                    begins=Pattern(kinds=(EventKind.SECTION_47_ENQUIRY,)),
                    ends=Pattern(
                        kinds=(EventKind.INITIAL_CONFERENCE, EventKind.CASE_CLOSED),
                        # The council's returns hold only conferences that took place.
                        where=AnyOf((By(agencies=(Agency.LA,)), HELD)),
                    ),
                ),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.STRATEGY_DISCUSSION,)),), within=WorkingDays(3)
    ),
    excepting=(
        ExceptEvent(
            words="the conference was held first",
            act=Act(kinds=(EventKind.INITIAL_CONFERENCE,), where=HELD),
        ),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
