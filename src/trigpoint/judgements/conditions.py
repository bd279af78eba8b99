"""Conditions on one event: true, false or unknown (None), and which fact is unknown."""

from collections.abc import Iterable

from trigpoint.chronology.event import Event
from trigpoint.standards.language import (
    AllOf,
    AnyOf,
    By,
    Condition,
    Has,
    Is,
    Not,
    Written,
    WrittenBeyond,
)

UNKNOWN = "UNKNOWN"
#: What a fact says that says nothing.
_SILENT = (None, "", UNKNOWN)
BLANKS = " \t\r\n"


def truth(condition: Condition | None, event: Event) -> bool | None:
    """Whether the event meets the condition; None where that is unknown."""
    if condition is None:
        return True
    if isinstance(condition, Is):  # most are
        told = event.facts.get(condition.fact)
        return None if told in _SILENT else told in condition.values
    match condition:
        case Not(inner):
            found = truth(inner, event)
            return None if found is None else not found
        case AllOf(parts):
            return _all(truth(part, event) for part in parts)
        case AnyOf(parts):
            return _any(truth(part, event) for part in parts)
        case By():
            return _all(met for _, met in _by(condition, event))
    return _fact(condition, event.facts.get(condition.fact))


def doubt(condition: Condition | None, event: Event) -> str | None:
    """`fact:<name>` of the first fact that keeps the condition unknown; None if known.

    First in the order the condition names them, passing over parts that are known.
    """
    if truth(condition, event) is not None:
        return None
    match condition:
        case Not(inner):
            return doubt(inner, event)
        case AllOf(parts) | AnyOf(parts):
            return next(name for part in parts if (name := doubt(part, event)))
        case By():
            return next(name for name, met in _by(condition, event) if met is None)
    assert isinstance(condition, Is | Has | Written | WrittenBeyond)
    return f"fact:{condition.fact}"


def known_text(value: str | None) -> str | None:
    """The value of a fact, None where it says nothing."""
    return None if value in _SILENT else value


def _all(parts: Iterable[bool | None]) -> bool | None:
    """False where any is false, whatever is unknown."""
    found: bool | None = True
    for part in parts:
        if part is False:
            return False
        if part is None:
            found = None
    return found


def _any(parts: Iterable[bool | None]) -> bool | None:
    """True where any is true, whatever is unknown."""
    found: bool | None = False
    for part in parts:
        if part:
            return True
        if part is None:
            found = None
    return found


def _fact(condition: Has | Written | WrittenBeyond, value: str | None) -> bool | None:
    match condition:
        case Written():
            return None if value is None or value == UNKNOWN else value != ""
        case WrittenBeyond(_, words):
            if value is None or value == UNKNOWN:
                return None
            written = value.strip(BLANKS).lower()
            return written != "" and written not in words
    told = known_text(value)
    return None if told is None else _holds_all(told, condition.values)


def _holds_all(listed: str, wanted: tuple[str, ...]) -> bool | None:
    """Whether a `;A;B;` list holds every value; one that holds UNKNOWN may hold any."""
    if all(f";{value};" in listed for value in wanted):
        return True
    return None if f";{UNKNOWN};" in listed else False


def _by(condition: By, event: Event) -> list[tuple[str, bool | None]]:
    """Each thing asked of the actor, by the name of the column that tells it."""
    asked: list[tuple[str, bool | None]] = []
    if condition.agencies:
        asked.append(("fact:agency", event.agency in condition.agencies))
    if condition.ranks:
        rank = known_text(event.actor_rank)
        asked.append(
            ("fact:actor_rank", None if rank is None else rank in condition.ranks)
        )
    if condition.accreditations:
        skills = known_text(event.actor_skills)
        held = None if skills is None else _holds_all(skills, condition.accreditations)
        asked.append(("fact:actor_skills", held))
    return asked
