"""What came in: files with their receipts, and the rows that need a person."""

from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking

Row = dict[str, Any]


def read_received(connection: psycopg.Connection, *, person: Person) -> tuple[Row, ...]:
    """The files of the last import."""
    check(person, Action.SETTLE_QUARANTINE)
    return _all(
        connection,
        "SELECT f.* FROM storage_receivedfile f JOIN storage_job j ON j.id = f.job_id "
        "WHERE j.asked_at = (SELECT max(asked_at) FROM storage_job) ORDER BY f.file",
        (),
    )


def read_quarantine(
    connection: psycopg.Connection, *, person: Person, looking: Looking
) -> tuple[Row, ...]:
    """Rows set aside by the last import, those not settled first."""
    check(person, Action.SETTLE_QUARANTINE)
    looking.did(Action.SETTLE_QUARANTINE.value, about="list")
    return _all(
        connection,
        "SELECT q.*, f.file FROM storage_quarantinedrow q JOIN storage_receivedfile f "
        "ON f.id = q.received_id JOIN storage_job j ON j.id = f.job_id "
        "WHERE j.asked_at = (SELECT max(asked_at) FROM storage_job) "
        "ORDER BY (q.settled_as <> ''), f.file, q.\"row\" LIMIT 200",
        (),
    )


def settle(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    row: str,
    settled_as: str,
    because: str,
) -> None:
    """Say what became of a row, and why; refuses an empty reason."""
    check(person, Action.SETTLE_QUARANTINE)
    if settled_as not in ("sent-back", "left-out") or len(because.strip()) < 10:
        msg = "Say what became of the row, and why in at least ten characters."
        raise Refusal(msg)
    looking.did(Action.SETTLE_QUARANTINE.value, about=row)
    connection.execute(
        "UPDATE storage_quarantinedrow SET settled_as = %s, settled_because = %s, "
        "settled_by_id = %s, settled_at = now() WHERE id = %s AND settled_as = ''",
        (settled_as, because.strip(), person.account, row),
    )


def _all(
    connection: psycopg.Connection, query: str, values: tuple[object, ...]
) -> tuple[Row, ...]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [column.name for column in cursor.description or ()]
        return tuple(dict(zip(names, row, strict=True)) for row in cursor)
