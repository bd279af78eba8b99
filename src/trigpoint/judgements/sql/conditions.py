"""Conditions as SQL truth values: NULL is unknown, so AND, OR and NOT are Kleene's."""

from collections.abc import Sequence

from trigpoint.judgements.sql.codes import Codes, text
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
from trigpoint.vocabulary.event_kinds import FACTS


def truth(condition: Condition | None, row: str) -> str:
    """Whether the event meets the condition; `row` is the alias that holds its columns."""
    match condition:
        case None:
            return "TRUE"
        case Not(inner):
            return f"(NOT {truth(inner, row)})"
        case AllOf(parts):
            return _joined([truth(part, row) for part in parts], "AND", "TRUE")
        case AnyOf(parts):
            return _joined([truth(part, row) for part in parts], "OR", "FALSE")
        case By():
            asked = [met for _, met in _by(condition, row)]
            return _joined(asked, "AND", "TRUE")
    return _fact(condition, f"{row}.{condition.fact}")


def doubt(condition: Condition, row: str, codes: Codes) -> str:
    """The number of the first fact that keeps an unknown condition unknown."""
    match condition:
        case Not(inner):
            return doubt(inner, row, codes)
        case AllOf(parts) | AnyOf(parts):
            cases = [(truth(part, row), doubt(part, row, codes)) for part in parts]
            return _first_unknown(cases)
        case By():
            asked = _by(condition, row)
            return _first_unknown([(met, str(codes.number(n))) for n, met in asked])
    return str(codes.number(f"fact:{condition.fact}"))


def can_doubt(condition: Condition | None) -> bool:
    """Whether the condition asks for anything that may be unknown."""
    return condition is not None and bool(columns(condition) - {"agency"})


def columns(condition: Condition | None) -> set[str]:
    """The columns of the log that the condition reads; refuses what is not a fact."""
    match condition:
        case None:
            return set()
        case Not(inner):
            return columns(inner)
        case AllOf(parts) | AnyOf(parts):
            return set().union(*(columns(part) for part in parts))
        case By():
            asked = {
                "agency": condition.agencies,
                "actor_rank": condition.ranks,
                "actor_skills": condition.accreditations,
            }
            return {name for name, wanted in asked.items() if wanted}
    if condition.fact not in FACTS:
        msg = f"{condition.fact!r} is not a fact: add it to vocabulary/event_kinds.py."
        raise ValueError(msg)
    return {condition.fact}


def _fact(condition: Is | Has | Written | WrittenBeyond, column: str) -> str:
    match condition:
        case Is(_, values):
            return _is(column, values)
        case Has(_, values):
            return _has(column, values)
        case Written():
            return f"(NULLIF({column}, 'UNKNOWN') <> '')"
    return _beyond(condition, column)


def _joined(parts: Sequence[str], word: str, empty: str) -> str:
    return f"({f' {word} '.join(parts)})" if parts else empty


def _first_unknown(cases: Sequence[tuple[str, str]]) -> str:
    whens = " ".join(f"WHEN {met} IS NULL THEN {number}" for met, number in cases)
    return f"CASE {whens} END" if cases else "NULL"


def _said(column: str) -> str:
    """The column, NULL where it says nothing."""
    return f"NULLIF(NULLIF({column}, ''), 'UNKNOWN')"


def _is(column: str, values: Sequence[str]) -> str:
    if not values:
        return f"({_said(column)} <> {_said(column)})"
    return f"({_said(column)} IN ({', '.join(text(value) for value in values)}))"


def _has(column: str, values: Sequence[str]) -> str:
    found = [f"POSITION({text(f';{value};')} IN {column}) > 0" for value in values]
    every = " AND ".join(found) or "TRUE"
    return (
        f"(CASE WHEN {_said(column)} IS NULL THEN NULL WHEN {every} THEN TRUE "
        f"WHEN POSITION(';UNKNOWN;' IN {column}) > 0 THEN NULL ELSE FALSE END)"
    )


def _beyond(condition: WrittenBeyond, column: str) -> str:
    said = f"NULLIF({column}, 'UNKNOWN')"
    blanks = "CHR(32) || CHR(9) || CHR(13) || CHR(10)"
    words = ", ".join(text(word) for word in ("", *condition.words))
    return f"(LOWER(TRIM(BOTH {blanks} FROM {said})) NOT IN ({words}))"


def _by(condition: By, row: str) -> list[tuple[str, str]]:
    asked = []
    if condition.agencies:
        names = ", ".join(text(agency.value) for agency in condition.agencies)
        asked.append(("fact:agency", f"({row}.agency IN ({names}))"))
    if condition.ranks:
        asked.append(("fact:actor_rank", _is(f"{row}.actor_rank", condition.ranks)))
    if condition.accreditations:
        held = _has(f"{row}.actor_skills", condition.accreditations)
        asked.append(("fact:actor_skills", held))
    return asked
