"""A serious offence against a child is investigated by an officer accredited that day.

College of Policing: professionalising investigation level 2 and the Specialist Child
Abuse Investigator Development Programme. Which offences are serious is a list of ours.
"""

from datetime import date

from trigpoint.standards.language import (
    AllOf,
    By,
    Each,
    Holds,
    Is,
    Occasions,
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

#: Home Office offence codes that we count as serious against a child; a local list.
SERIOUS_OFFENCES = (
    "11A",
    "13",
    "19D",
    "19E",
    "19G",
    "19H",
    "20B",
    "21",
    "22B",
    "71",
    "73",
    "88A",
    "106",
)

STANDARD = Standard(
    slug="accredited-investigator-allocation",
    version=1,
    code="I1",
    title="A serious offence against a child goes to an accredited investigator",
    area=Area.INVESTIGATION,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Authorised professional practice: child abuse",
        provision="child abuse investigator: PIP2 and SCAIDP",
        site="college.police.uk",
        standing=Standing.GUIDANCE,
        confirmed=True,
    ),
    in_force_from=date(2010, 1, 1),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.INVESTIGATION_ALLOCATED,),
                where=AllOf((Is("role", ("VICTIM",)), Is("offence", SERIOUS_OFFENCES))),
            ),
        )
    ),
    expects=Holds(condition=By(accreditations=("PIP2", "SCAIDP"))),
    fault=Fault.RISK,
    notes=("The list of serious offences is Trigpoint's own and can be set locally.",),
)
