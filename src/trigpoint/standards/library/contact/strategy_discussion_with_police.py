"""Each strategy discussion has council, police and health, informed by police from its start.

Working Together: a strategy discussion involves at least the council's social worker,
the police and a health practitioner. An agency that took no part is a duty missed;
police information given after the start is late. A council's section 47 enquiry
without a police record of the discussion cannot be told from these records.
"""

from datetime import date

from trigpoint.standards.language import (
    EVER,
    SAME_RECORD,
    Act,
    AtOnce,
    Each,
    FollowedBy,
    Has,
    Nearby,
    Occasions,
    Pattern,
    days,
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
    slug="strategy-discussion-with-police",
    version=1,
    code="S1",
    title="Strategy discussions have council, health and an informed police",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="strategy discussions (2015 and later editions)",
        site="buckschildrensmapp.co.uk; teescpp.org.uk",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(
            Each(kinds=(EventKind.STRATEGY_DISCUSSION,)),
            Each(
                kinds=(EventKind.SECTION_47_ENQUIRY,),
                unless=(
                    Nearby(
                        Pattern(kinds=(EventKind.STRATEGY_DISCUSSION,)),
                        before=days(8),
                        after=days(8),
                    ),
                ),
            ),
        ),
        record_of=Agency.POLICE,
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.POLICE_INFORMATION_SHARED,),
                same=SAME_RECORD,
                look_back=EVER,
            ),
        ),
        within=AtOnce(),
        requires=Has("agencies", ("LA", "POLICE", "HEALTH")),
    ),
    fault=Fault.RISK,
)
