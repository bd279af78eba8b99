"""In the hub a detective reviews each missing report and thinks of exploitation.

Practice in Cumbria by 2019. The working day is a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    SAME_RECORD,
    Act,
    Each,
    FollowedBy,
    Occasions,
    WorkingDays,
)
from trigpoint.standards.phrases import LOCAL_LIMIT
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="missing-report-detective-review",
    version=1,
    code="M13",
    title="A detective reviews each missing report by the next working day",
    area=Area.MISSING,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Local procedure (default of Trigpoint)",
        provision="next working day; practice in Cumbria by 2019",
        site="",
        standing=Standing.LOCAL,
        confirmed=False,
    ),
    in_force_from=date(2019, 1, 1),
    applies_to=Occasions(
        each=(Each(kinds=(EventKind.MISSING_REPORTED,)),), record_of=Agency.POLICE
    ),
    expects=FollowedBy(
        acts=(Act(kinds=(EventKind.DETECTIVE_REVIEW,), same=SAME_RECORD),),
        within=WorkingDays(1),
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(words="a link to exploitation was not seen", untold=True),
    notes=(LOCAL_LIMIT,),
)
