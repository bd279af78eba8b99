"""Mend a row that was set aside: as a file of its own, beside the one that stays as it came."""

import csv
import json
from pathlib import Path, PurePosixPath

import psycopg

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking

MENDED = "mended"


def mend_row(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    place: Path,
    row: str,
    value: str,
    because: str,
) -> str:
    """Have the row read again with another value in the column that was wrong; the job.

    The file that came is never changed. Refuses a reason or value that is none, and a row
    of a file that is no table: that is for the agency to send again.
    """
    check(person, Action.SETTLE_QUARANTINE)
    if len(because.strip()) < 10 or not value.strip():
        msg = (
            "Give the right value, and say how you know it in at least ten characters."
        )
        raise Refusal(msg)
    file, column, cells = _row(connection, row)
    looking.did(Action.SETTLE_QUARANTINE.value, about=f"{MENDED} {row}")
    made = connection.execute(
        "INSERT INTO storage_job (id, organisation_id, kind, state, said, rows, "
        "asked_by_id, asked_at) VALUES (gen_random_uuid(), %s, 'import', 'waiting', "
        "'a row is mended', 0, %s, now()) RETURNING id::text",
        (person.organisation, person.account),
    ).fetchone()
    assert made is not None
    path = PurePosixPath(file)
    goal = place / "arriving" / made[0] / MENDED / f"{path.stem}_{MENDED}_{row[:8]}.csv"
    goal.parent.mkdir(parents=True)
    with goal.open("x", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(cells)
        writer.writerow({**cells, column: value.strip()}.values())
    connection.execute(
        "UPDATE storage_quarantinedrow SET settled_as = %s, settled_because = %s, "
        "settled_by_id = %s, settled_at = now() WHERE id = %s",
        (MENDED, f"{column}: {value.strip()}. {because.strip()}", person.account, row),
    )
    return made[0]


def _row(connection: psycopg.Connection, row: str) -> tuple[str, str, dict[str, str]]:
    """The row's file, the column that was wrong, and its cells by column."""
    found = connection.execute(
        'SELECT f.file, q."column", q.value FROM storage_quarantinedrow q '
        "JOIN storage_receivedfile f ON f.id = q.received_id "
        "WHERE q.id::text = %s AND q.settled_as = '' FOR UPDATE OF q",
        (row,),
    ).fetchone()
    if found is None:
        msg = "That row waits no longer: open the page again."
        raise Refusal(msg)
    file, column, value = found
    cells = cells_of(value)
    if PurePosixPath(file).suffix.lower() != ".csv" or column not in cells:
        msg = f"{file} cannot be mended here: have the agency put it right and send it again."
        raise Refusal(msg)
    return file, column, cells


def cells_of(value: str) -> dict[str, str]:
    """A row as it was kept whole, by column; empty where it is no row of a table."""
    try:
        told = json.loads(value)
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {str(name): str(cell or "") for name, cell in told.items()}
