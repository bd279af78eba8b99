"""Seized devices are triaged by risk.

The days are a local default; inspectors met three months.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    CalendarDays,
    Each,
    FollowedBy,
    Occasions,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="digital-device-triage",
    version=1,
    code="I6",
    title="Devices are triaged in time",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="28 days",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.DEVICES_SEIZED,)),)),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.DEVICES_TRIAGED,), same=SAME_RECORD),),
        within=CalendarDays(28),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="the devices held proof of harm that went on", untold=True
    ),
    notes=(LOCAL_LIMIT,),
)
