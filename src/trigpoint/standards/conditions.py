"""Conditions on one event: true, false or unknown (Kleene).

A fact that is None, "" or "UNKNOWN" makes the condition that needs it unknown;
`Written` and `WrittenBeyond` alone read "" as false.
"""

from dataclasses import dataclass

from trigpoint.vocabulary.agencies import Agency


@dataclass(frozen=True, slots=True)
class Is:
    """The fact is one of the values."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Has:
    """The list fact holds every one of the values. An empty list ("") is unknown.

    A list that says `;UNKNOWN;` may hold whatever it does not name.
    """

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Something was written: "" is false; None (column not received) and UNKNOWN unknown."""

    fact: str


@dataclass(frozen=True, slots=True)
class WrittenBeyond:
    """Something was written that is more than one of these words (lower case, trimmed).

    Blanks alone are nothing written; None and UNKNOWN are unknown.
    """

    fact: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class By:
    """By whom: agency, rank, and accreditations all valid on the event's day.

    An empty tuple asks nothing. Unknown where the rank or skills of the actor are
    unknown (None, "" or UNKNOWN); an actor known to hold no accreditation has skills ";".
    """

    agencies: tuple[Agency, ...] = ()
    ranks: tuple[str, ...] = ()
    accreditations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every condition holds."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds."""

    conditions: tuple["Condition", ...]


Condition = Is | Has | Written | WrittenBeyond | By | Not | AllOf | AnyOf
