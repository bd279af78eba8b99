"""What a standard reads: the kinds of event and the columns of the log."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from trigpoint.judgements.sql import conditions
from trigpoint.standards.language import (
    Act,
    By,
    ByFact,
    Each,
    Has,
    Is,
    Pattern,
    Same,
    Written,
    WrittenBeyond,
)
from trigpoint.standards.standard import Standard
from trigpoint.vocabulary.event_kinds import EventKind


def parts(node: object) -> Iterator[object]:
    """Every part of a standard's meaning, however deep, itself first."""
    yield node
    if isinstance(node, tuple):
        for item in node:
            yield from parts(item)
    elif is_dataclass(node):
        for field in fields(node):
            yield from parts(getattr(node, field.name))


def meaning(standard: Standard) -> tuple[object, ...]:
    """The parts of a standard that say what is judged."""
    return (
        standard.applies_to,
        standard.expects,
        standard.excepting,
        standard.becomes_risk,
    )


def kinds(standard: Standard) -> set[EventKind]:
    """Every kind of event that the standard looks at."""
    return {
        kind
        for part in parts(meaning(standard))
        if isinstance(part, Act | Pattern | Each)
        for kind in part.kinds
    }


def columns(node: object) -> set[str]:
    """Every column that conditions, ties and other demands in this part read."""
    found: set[str] = set()
    for part in parts(node):
        match part:
            case Same(theirs, ours):
                found |= {theirs.value, ours.value}
            case Each(first_of=field) if field is not None:
                found.add(field.value)
            case Act():
                found |= {"actor"} if part.other_actor else set()
                found |= {"recorded"} if part.on_record_by_due else set()
            case ByFact(fact):
                found.add(fact)
            case Is() | Has() | Written() | WrittenBeyond() | By():
                found |= conditions.columns(part)
    return found


def ties(node: object) -> set[str]:
    """The columns of a trigger that its ties to other events read."""
    found: set[str] = set()
    for part in parts(node):
        match part:
            case Same(_, ours):
                found.add(ours.value)
            case Act(other_actor=True):
                found.add("actor")
    return found
