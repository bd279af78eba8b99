"""The ethnicity of each child and of each suspect is recorded, or that it was refused.

Inspections ask for it since 2023; the national audit of 2025 found it missing in two
thirds of cases.
"""

from datetime import date

from trigpoint.standards.language import (
    AllOf,
    Each,
    ExceptWhere,
    Holds,
    Not,
    Occasions,
    Written,
    WrittenBeyond,
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
    slug="ethnicity-recorded",
    version=1,
    code="X5",
    title="The ethnicity of each child and suspect is recorded",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="National Audit on Group-based Child Sexual Exploitation and Abuse",
        provision="recording of ethnicity (2025)",
        site="en.wikipedia.org; bbc.co.uk",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2023, 1, 1),
    applies_to=Occasions(each=(Each(kinds=(EventKind.PERSON_RECORDED,)),)),
    expects=Holds(condition=WrittenBeyond("ethnicity", ("unknown",))),
    excepting=(
        ExceptWhere(
            words="ethnicity does not apply",
            condition=AllOf(
                (Written("ethnicity"), Not(WrittenBeyond("ethnicity", ("na",))))
            ),
        ),
    ),
    fault=Fault.PROCEDURAL,
)
