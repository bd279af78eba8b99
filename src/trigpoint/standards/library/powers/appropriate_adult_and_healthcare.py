"""An appropriate adult is with a detained child early.

Police and Criminal Evidence Act 1984, Code C. The hours are a local default; healthcare is
not judged, because no column holds it.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    ExceptEvent,
    FollowedBy,
    Occasions,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="appropriate-adult-and-healthcare",
    version=1,
    code="D5",
    title="An appropriate adult comes early",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="3 hours; Code C under the Police and Criminal Evidence Act 1984",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.CHILD_DETAINED,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.APPROPRIATE_ADULT_PRESENT,), same=SAME_RECORD),),
        within=Elapsed(hours(3)),
    ),
    excepting=(
        ExceptEvent(
            words="the detention ended first",
            act=Act(kinds=(EventKind.DETENTION_ENDED,), same=SAME_RECORD),
        ),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the child was questioned, or came to harm, alone", untold=True
    ),
    notes=(LOCAL_LIMIT,),
)
