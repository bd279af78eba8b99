"""What came in: files with their receipts, and the rows that need a person."""

from dataclasses import dataclass
from typing import Any

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking

Row = dict[str, Any]
PAGE = 25
#: What a person may say of a row without anything being read again.
SAID = ("sent-back", "left-out")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A page of the rows that an import set aside, those not settled first."""

    rows: tuple[Row, ...]
    in_all: int
    waiting: int
    more: bool


def read_imports(connection: psycopg.Connection, *, person: Person) -> tuple[Row, ...]:
    """Imports that brought files, newest first; what waits, failed or ended is none."""
    check(person, Action.SETTLE_QUARANTINE)
    return _all(
        connection,
        "SELECT j.id::text AS id, j.asked_at, count(*) AS files, sum(f.rows_received) AS "
        "rows, sum(f.rows_quarantined) AS quarantined FROM storage_job j JOIN "
        "storage_receivedfile f ON f.job_id = j.id WHERE j.organisation_id = %s "
        "GROUP BY j.id, j.asked_at ORDER BY j.asked_at DESC, j.id LIMIT 30",
        (person.organisation,),
    )


def read_received(
    connection: psycopg.Connection, *, person: Person, job: str = ""
) -> tuple[Row, ...]:
    """The files of an import; of the last that brought any, where none is named."""
    check(person, Action.SETTLE_QUARANTINE)
    return _all(
        connection,
        f"SELECT f.* FROM storage_receivedfile f WHERE f.job_id = {_CHOSEN} "
        "ORDER BY f.file, f.id",
        _chosen(person, job),
    )


def read_quarantine(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    job: str = "",
    page: int = 0,
) -> SetAside:
    """Rows that an import set aside, a page of them; by default of the last import."""
    check(person, Action.SETTLE_QUARANTINE)
    looking.did(Action.SETTLE_QUARANTINE.value, about="list")
    which = (
        "FROM storage_quarantinedrow q JOIN storage_receivedfile f ON f.id = "
        f"q.received_id WHERE f.job_id = {_CHOSEN}"
    )
    counted = connection.execute(
        f"SELECT count(*), count(*) FILTER (WHERE q.settled_as = '') {which}",
        _chosen(person, job),
    ).fetchone()
    assert counted is not None
    rows = _all(
        connection,
        "SELECT q.*, f.file, f.format, coalesce((SELECT p.shown_as FROM storage_account p "
        f"WHERE p.id = q.settled_by_id), '') AS settled_by {which} "
        "ORDER BY (q.settled_as <> ''), f.file, q.\"row\", q.id LIMIT %s OFFSET %s",
        (*_chosen(person, job), PAGE + 1, page * PAGE),
    )
    return SetAside(
        rows=rows[:PAGE], in_all=counted[0], waiting=counted[1], more=len(rows) > PAGE
    )


#: The import asked for, or the newest with receipts: one that waits has none yet, and one
#: that failed or was cancelled never had.
_CHOSEN = (
    "(SELECT k.id FROM storage_job k WHERE k.organisation_id = %s AND (%s = '' OR "
    "k.id::text = %s) AND EXISTS (SELECT 1 FROM storage_receivedfile g WHERE g.job_id = "
    "k.id) ORDER BY k.asked_at DESC LIMIT 1)"
)


def _chosen(person: Person, job: str) -> tuple[str, str, str]:
    return person.organisation, job, job


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
    if settled_as not in SAID or len(because.strip()) < 10:
        msg = "Say what became of the row, and why in at least ten characters."
        raise Refusal(msg)
    looking.did(Action.SETTLE_QUARANTINE.value, about=f"{settled_as} {row}")
    note_settled(connection, person, row, settled_as, because.strip())


def note_settled(
    connection: psycopg.Connection,
    person: Person,
    row: str,
    settled_as: str,
    because: str,
) -> None:
    """Write the decision on the row; refuses one that somebody else has settled."""
    done = connection.execute(
        "UPDATE storage_quarantinedrow SET settled_as = %s, settled_because = %s, "
        "settled_by_id = %s, settled_at = now() WHERE id::text = %s AND settled_as = ''",
        (settled_as, because, person.account, row),
    )
    if not done.rowcount:
        msg = "That row waits no longer: open the page again."
        raise Refusal(msg)


def _all(
    connection: psycopg.Connection, query: str, values: tuple[object, ...]
) -> tuple[Row, ...]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [column.name for column in cursor.description or ()]
        return tuple(dict(zip(names, row, strict=True)) for row in cursor)
