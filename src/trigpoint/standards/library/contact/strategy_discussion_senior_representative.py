"""Who speaks for police in a strategy discussion is senior enough to decide.

Detective sergeant or inspector upwards is a local default.
"""

from datetime import date

from trigpoint.standards.language import (
    By,
    Each,
    Holds,
    Is,
    Occasions,
)
from trigpoint.standards.standard import (
    BecomesRisk,
    Fault,
    Source,
    Standard,
    Standing,
)
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area
from trigpoint.vocabulary.event_kinds import EventKind

STANDARD = Standard(
    slug="strategy-discussion-senior-representative",
    version=1,
    code="S2",
    title="A senior officer speaks for police in the strategy discussion",
    area=Area.CONTACT,
    duty_holder=Agency.POLICE,
    source=Source(
        instrument="Working Together to Safeguard Children",
        provision="participants sufficiently senior and able to make decisions",
        site="buckschildrensmapp.co.uk",
        standing=Standing.GUIDANCE,
        confirmed=False,
    ),
    in_force_from=date(2010, 3, 17),
    applies_to=Occasions(
        each=(
            Each(
                kinds=(EventKind.STRATEGY_DISCUSSION,),
                where=Is("police_present", ("true",)),
            ),
        )
    ),
    expects=Holds(
        condition=By(
            ranks=(
                "DS",
                "INSP",
                "DI",
                "CI",
                "DCI",
                "SUPT",
                "DSUPT",
                "CSUPT",
                "ACC_OR_ABOVE",
            )
        )
    ),
    fault=Fault.PROCEDURAL,
    becomes_risk=BecomesRisk(
        words="nobody there could decide, and the child waited", untold=True
    ),
    notes=(
        "The ranks are a local default: the guidance asks for seniority, not a rank.",
    ),
)
