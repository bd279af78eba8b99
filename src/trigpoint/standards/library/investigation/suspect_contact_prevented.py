"""A known suspect is kept from the child: arrest, interview, bail conditions.

Early is the duty; the hours are a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    Elapsed,
    FollowedBy,
    Occasions,
    hours,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="suspect-contact-prevented",
    version=1,
    code="I5",
    title="A suspect is kept from the child",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="24 hours, for 'early'",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.SUSPECT_IDENTIFIED,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.SUSPECT_CONTACT_PREVENTED,), same=SAME_RECORD),),
        within=Elapsed(hours(24)),
    ),
    fault=Fault.RISK,
    notes=(LOCAL_LIMIT,),
)
