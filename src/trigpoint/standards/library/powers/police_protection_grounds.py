"""Police protection is used only on reasonable cause, and its grounds are written down.

Children Act 1989, section 46(1): a constable with reasonable cause to believe that a child
would otherwise be likely to suffer significant harm. Whether the cause was reasonable is
for a person to read.
"""

from datetime import date

from trigpoint.standards.language import Each, Holds, Occasions, Written
from trigpoint.standards.standard import Fault, Source, Standard, Standing
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="police-protection-grounds",
    version=1,
    code="P1",
    title="The grounds for police protection are recorded",
    area=Area.POWERS,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Children Act 1989",
        provision="section 46(1)",
        site="legislation.gov.uk",
        standing=Standing.LAW,
        confirmed=True,
    ),
    in_force_from=date(1991, 10, 14),
    applies_to=Occasions(each=(Each(kinds=(EventKind.POLICE_PROTECTION_BEGUN,)),)),
    expects=Holds(condition=Written("reason")),
    fault=Fault.RISK,
    notes=(
        "That grounds are written does not say that they were good: a person reads them.",
    ),
)
