"""Open one child's file: chronology, duties with their why, records, and who looked."""

from dataclasses import dataclass
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.access.visibility import Dealings, check_reach
from trigpoint.chronology.event import Event
from trigpoint.judgements.judgement import Judgement
from trigpoint.judgements.single import judge_child
from trigpoint.judgements.why import Clause, why_of
from trigpoint.services.decide_links import count_doubtful
from trigpoint.services.look import Looking
from trigpoint.standards.catalogue import all_standards
from trigpoint.storage import columns
from trigpoint.timekeeping.calendar import Calendar


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

    @property
    def name(self) -> str:
        """The name on the fullest record."""
        for row in self.records:
            if row["surname"]:
                return f"{row['given_name']} {row['surname'].upper()}".strip()
        return "No name on record"


def open_child(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    as_at: int,
    emergency: str = "",
) -> ChildFile:
    """The file as known at a moment; refuses a child out of reach as if there were none.

    `emergency`: the reason typed, where the person opens it by emergency access.
    """
    check(person, Action.LOOK)
    # What decides whether the file may be opened is read before the entry is made, and
    # none of it leaves this function unless the entry is there.
    events = columns.read_events(connection, person.organisation, child)
    if emergency and events:
        check(person, Action.BREAK_GLASS)
        looking.at(child, Action.BREAK_GLASS, reason=emergency)
    else:
        try:
            check_reach(person, dealings_of(events))
        except Exception:
            looking.did("refused-look", child=child)
            raise
        looking.at(child, Action.LOOK)
    coverage = columns.read_coverage(connection, person.organisation)
    standards, calendar = all_standards(), Calendar()
    judged = judge_child(
        events, standards=standards, coverage=coverage, calendar=calendar, as_at=as_at
    )
    why = why_of(
        events, standards=standards, coverage=coverage, calendar=calendar, as_at=as_at
    )
    known = [event for event in events if event.known(as_at)]
    return ChildFile(
        child=child,
        as_at=as_at,
        records=_records(connection, person.organisation, child),
        events=tuple(sorted(known, key=lambda event: event.seq)),
        judgements=tuple(
            (one, why[one.standard, one.version, one.occasion]) for one in judged
        ),
        looks=_looks(connection, person.organisation, child),
        doubtful=count_doubtful(connection, person.organisation, child),
    )


def dealings_of(events: list[Event]) -> Dealings:
    """Who has dealt with the child, by what is on record; nobody, if there is no record."""
    return Dealings(
        officers=frozenset(event.actor for event in events if event.actor),
        teams=frozenset(event.team for event in events if event.team),
        districts=frozenset(event.district for event in events if event.district),
        agencies=frozenset(event.agency for event in events),
    )


def _records(
    connection: psycopg.Connection, organisation: str, child: str
) -> tuple[dict[str, Any], ...]:
    return _all(
        connection,
        "SELECT source, source_id, given_name, surname, born, link_probability, "
        "decided_by FROM storage_childrecord WHERE organisation_id = %s AND child = %s "
        "ORDER BY (surname = ''), source DESC",
        (organisation, child),
    )


def _looks(
    connection: psycopg.Connection, organisation: str, child: str
) -> tuple[dict[str, Any], ...]:
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
