"""After police took a child into police protection the agencies discuss the child.

As soon as possible is the duty; the working day is a local default.
"""

from datetime import date

from trigpoint.standards.language import Act, Each, FollowedBy, Occasions, WorkingDays
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="strategy-meeting-after-single-agency-action",
    version=1,
    code="S4",
    title="A strategy discussion follows when police acted alone",
    area=Area.PLANNING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="1 working day, for 'as soon as possible'",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.STRATEGY_DISCUSSION,)),), within=WorkingDays(1)
    ),
    fault=Fault.PROCEDURAL,
    notes=(LOCAL_LIMIT,),
)
