"""A standard: what should have happened, with its authority and its dates."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from trigpoint.standards.language import (
    Act,
    Condition,
    Exception_,
    Expectation,
    Occasions,
)
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area


class Standing(StrEnum):
    """What kind of authority stands behind a standard."""

    LAW = "law"
    GUIDANCE = "guidance"
    LOCAL = "local"
    OURS = "Trigpoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The authority for a standard, and whether its wording was confirmed at source.

    `standing` LOCAL: the limit is a default that a force can set; never shown as law.
    """

    instrument: str
    provision: str
    site: str
    standing: Standing
    confirmed: bool


class Fault(StrEnum):
    """What a failure is: risk not seen or not acted on, or a step late or missing."""

    RISK = "risk"
    PROCEDURAL = "procedural"


@dataclass(frozen=True, slots=True, kw_only=True)
class BecomesRisk:
    """When a procedural failure is one of risk: every part given must hold.

    `words` state the condition. `outcomes` (of "late", "missed"; empty = both);
    `where` a condition on the trigger (unknown: stays procedural, and why says so);
    `nobody` acts of which none is known as possible. `untold`: the condition cannot
    be told from any column; the failure stays procedural and why says so.
    """

    words: str
    outcomes: tuple[str, ...] = ()
    where: Condition | None = None
    nobody: tuple[Act, ...] = ()
    untold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One version of one standard. Pure data: it can be hashed, printed and kept.

    `in_force_from` and `in_force_to` (open end None, half-open) are London dates; the
    version judged is the one in force on the trigger's day (its earliest instant).
    """

    slug: str
    version: int
    code: str
    title: str
    area: Area
    duty_holder: Agency
    source: Source
    in_force_from: date
    in_force_to: date | None = None
    applies_to: Occasions
    expects: Expectation
    excepting: tuple[Exception_, ...] = ()
    fault: Fault
    becomes_risk: BecomesRisk | None = None
    notes: tuple[str, ...] = field(default=())
