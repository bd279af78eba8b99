"""A child victim's needs are assessed, as the victims' code asks."""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Field,
    FollowedBy,
    Is,
    Occasions,
    WorkingDays,
)
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="victim-needs-assessment",
    version=1,
    code="I11",
    title="A victim's needs are assessed",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Code of Practice for Victims of Crime",
        provision="needs assessment; 5 working days is a local default",
        site="the-independent.com",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2013, 12, 10),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.INVESTIGATION_ALLOCATED,),
                where=Is("role", ("VICTIM",)),
                first_of=Field.REFERENCE,
            ),
        )
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.VICTIM_NEEDS_ASSESSED,), same=SAME_RECORD),),
        within=WorkingDays(5),
    ),
    fault=Fault.PROCEDURAL,
)
