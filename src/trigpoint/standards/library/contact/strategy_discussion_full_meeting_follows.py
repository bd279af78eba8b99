"""A strategy discussion by telephone is followed by a full meeting.

Five working days is a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    Act,
    Each,
    Field,
    FollowedBy,
    Is,
    Occasions,
    Same,
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
    slug="strategy-discussion-full-meeting-follows",
    version=1,
    code="S3",
    title="A full meeting follows a discussion by telephone",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="a full meeting within 5 working days of an emergency telephone discussion",
        site="lewishamchildcare.proceduresonline.com",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.STRATEGY_DISCUSSION,),
                where=Is("format", ("TELEPHONE",)),
            ),
        )
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.STRATEGY_DISCUSSION,),
                where=Is("format", ("MEETING", "VIRTUAL")),
                same=Same(theirs=Field.ABOUT),
                strictly_after=True,
            ),
        ),
        within=WorkingDays(5),
    ),
    fault=Fault.PROCEDURAL,
    notes=("The limit is a local default that a force can set; it is not law.",),
)
