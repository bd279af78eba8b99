"""Operation Encompass as a duty by law: the same act in the same time as when voluntary.

From the day of the statutory guidance. When section 49A itself began is not confirmed.
"""

from dataclasses import replace
from datetime import date

from trigpoint.standards.library.contact import operation_encompass_notification
from trigpoint.standards.standard import Source, Standing

BEFORE = operation_encompass_notification.STANDARD

STANDARD = replace(
    BEFORE,
    version=2,
    source=Source(
        instrument="Domestic Abuse Act 2021",
        provision="section 49A; statutory guidance of 7 November 2025",
        site="gov.uk",
        standing=Standing.LAW,
        confirmed=False,
    ),
    in_force_from=date(2025, 11, 7),
    in_force_to=None,
)
