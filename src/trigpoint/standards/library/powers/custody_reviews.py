"""An inspector reviews a child's detention no later than 6 hours in, then every 9 hours.

Police and Criminal Evidence Act 1984, section 40. The limit of 24 hours, and its
extensions, are not judged here.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    ByKind,
    Each,
    Elapsed,
    ExceptEvent,
    FollowedBy,
    Occasions,
    hours,
)
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="custody-reviews",
    version=1,
    code="D4",
    title="The detention of a child is reviewed after 6 hours, then every 9",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Police and Criminal Evidence Act 1984",
        provision="section 40: 6 hours, then every 9",
        site="yjlc.uk",
        standing=Standing.LAW,
        confirmed=True,
    ),
    in_force_from=date(1986, 1, 1),
    applies_to=Occasions(
        each=(
            Each(kinds=(EventKind.CHILD_DETAINED,)),
            Each(kinds=(EventKind.DETENTION_REVIEWED,)),
        )
    ),
    expects=FollowedBy(
        acts=(
            Act(
                kinds=(EventKind.DETENTION_REVIEWED,),
                same=SAME_RECORD,
                strictly_after=True,
            ),
        ),
        within=ByKind(
            limits=(
                (EventKind.CHILD_DETAINED, Elapsed(hours(6))),
                (EventKind.DETENTION_REVIEWED, Elapsed(hours(9))),
            )
        ),
    ),
    excepting=(
        ExceptEvent(
            words="the detention ended first",
            act=Act(
                kinds=(
                    EventKind.DETENTION_ENDED,
                    EventKind.BAIL_REFUSED,
                ),
                same=SAME_RECORD,
            ),
        ),
    ),
    fault=Fault.PROCEDURAL,
)
