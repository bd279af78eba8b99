"""One child's file as it is handed to whoever may see it, and how its parts are read."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import psycopg

from trigpoint.access.visibility import Dealings
from trigpoint.chronology.event import Event
from trigpoint.judgements.judgement import Judgement
from trigpoint.judgements.why import Clause
from trigpoint.storage.disagreements import Disagreement
from trigpoint.storage.entered import SOURCE
from trigpoint.vocabulary.event_kinds import EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFile:
    """What is known of one child at a moment (instant)."""

    child: str
    as_at: int
    records: tuple[dict[str, Any], ...]
    events: tuple[Event, ...]
    judgements: tuple[tuple[Judgement, tuple[Clause, ...]], ...]
    looks: tuple[dict[str, Any], ...]
    #: Pairs of records, one of them this child's, that a person has still to decide.
    doubtful: int = 0
    #: What sources say differently of the child.
    disagreements: tuple[Disagreement, ...] = ()
    #: Whose record it is, where another agency sees its own part of it; "" otherwise.
    shared_by: str = ""
    #: When the emergency access ends under which it was opened; None: it is within reach.
    emergency_until: datetime | None = None

    @property
    def name(self) -> str:
        """The name on the fullest record."""
        for row in self.records:
            if row["surname"]:
                return f"{row['given_name']} {row['surname'].upper()}".strip()
        return "No name on record"

    @property
    def born(self) -> date | None:
        """The birth date on the fullest record that has one."""
        return next((row["born"] for row in self.records if row["born"]), None)

    @property
    def flags(self) -> str:
        """The codes of the flags that stand, with commas between."""
        standing: dict[str, bool] = {}
        for event in sorted(self.events, key=lambda e: e.happened.earliest):
            if event.kind in (EventKind.FLAG_SET, EventKind.FLAG_REMOVED):
                flag = event.facts.get("flag", "") or ""
                standing[flag] = event.kind is EventKind.FLAG_SET
        return ", ".join(sorted(flag for flag, stands in standing.items() if stands))


def dealings_of(events: list[Event]) -> Dealings:
    """Who has dealt with the child, by what is on record; nobody, if there is no record.

    Of an event that its source gave anew the newest version counts: whoever it was given
    to before does not come to the child by it any more. What was entered here counts for
    who entered it, whoever corrected it later.
    """
    newest: dict[tuple[str, str], Event] = {}
    counted = []
    for event in events:
        if event.source == SOURCE:
            counted.append(event)
            continue
        held = newest.get((event.source, event.event))
        if held is None or _later(event, held):
            newest[event.source, event.event] = event
    counted += newest.values()
    return Dealings(
        officers=frozenset(event.actor for event in counted if event.actor),
        teams=frozenset(event.team for event in counted if event.team),
        districts=frozenset(event.district for event in counted if event.district),
        agencies=frozenset(event.agency for event in counted),
    )


def _later(one: Event, other: Event) -> bool:
    return (one.recorded, one.replaced is None) > (
        other.recorded,
        other.replaced is None,
    )


def records_of(
    connection: psycopg.Connection, organisation: str, child: str
) -> tuple[dict[str, Any], ...]:
    """The agencies' records that are this child's, the fullest first."""
    return _all(
        connection,
        "SELECT source, source_id, given_name, surname, born, link_probability, "
        "decided_by FROM storage_childrecord WHERE organisation_id = %s AND child = %s "
        "ORDER BY (surname = ''), source DESC, source_id",
        (organisation, child),
    )


def looks_of(
    connection: psycopg.Connection, organisation: str, child: str
) -> tuple[dict[str, Any], ...]:
    """Who looked last, newest first, by an organisation's own log."""
    return _all(
        connection,
        "SELECT e.at, e.role, e.action, e.reason, coalesce(p.shown_as, '') AS who "
        "FROM storage_accessentry e LEFT JOIN storage_account p ON p.id = e.actor "
        "WHERE e.organisation_id = %s AND e.child = %s ORDER BY e.sequence DESC LIMIT 25",
        (organisation, child),
    )


def _all(
    connection: psycopg.Connection, query: str, values: tuple[object, ...]
) -> tuple[dict[str, Any], ...]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [column.name for column in cursor.description or ()]
        return tuple(dict(zip(names, row, strict=True)) for row in cursor)
