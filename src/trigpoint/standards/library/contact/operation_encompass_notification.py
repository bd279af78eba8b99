"""After domestic abuse the child's school is told before the next school day begins.

Operation Encompass while it was voluntary; version 2 is the duty by law. School
holidays are not known here: the next working day stands in for the next school day.
"""

from datetime import date

from trigpoint.standards.phrases import (
    DOMESTIC_ABUSE_WITH_A_CHILD,
    SCHOOL_TOLD_BY_MORNING,
)
from trigpoint.standards.standard import BecomesRisk, Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area

STANDARD = Standard(
    slug="operation-encompass-notification",
    version=1,
    code="C7",
    title="The school is told before the next school day",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Operation Encompass",
        provision="before the next school day; voluntary",
        site="gov.uk",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2011, 2, 1),
    in_force_to=date(2025, 11, 7),
    applies_to=DOMESTIC_ABUSE_WITH_A_CHILD,
    expects=SCHOOL_TOLD_BY_MORNING,
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(words="nothing else protected the child", untold=True),
    notes=(
        "The clock ends at 09:00 on the next working day.",
        "School holidays, and children below school age, are not known to it.",
    ),
)
