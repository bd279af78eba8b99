"""From a section 47 enquiry to the conference an interim plan keeps the child safe."""

from datetime import date

from trigpoint.standards.language import (
    Act,
    AtEvent,
    Each,
    FollowedBy,
    Is,
    Not,
    Occasions,
)
from trigpoint.standards.phrases import HELD, LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="interim-safety-plan-to-conference",
    version=1,
    code="S10",
    title="An interim plan protects the child until the conference",
    area=Area.PLANNING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local safeguarding procedures (Liverpool, Solihull)",
        provision="interim plan before the conference, with roles set",
        site="liverpoolscp.proceduresonline.com",
        standing=Standing.LOCAL,
        confirmed=True,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.SECTION_47_ENQUIRY,),
                where=Not(Is("conference_not_required", ("true",))),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.PLAN_ACTION_AGREED,)),),
        within=AtEvent(Act(kinds=(EventKind.INITIAL_CONFERENCE,), where=HELD)),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
