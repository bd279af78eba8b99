"""Imports asked for on the site: kept, waited for, worked off, watched and cancelled.

The queue is the table of jobs itself. Whoever works on a job holds a lock of the database
that ends with its connection: if it dies, the next one takes the job up again from the
start, and what it had written was never committed.
"""

import logging
import re
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import ROLES, Action
from trigpoint.records.intake import INVENTED
from trigpoint.records.record import Refusal
from trigpoint.services.import_records import LAST_STEP, import_records
from trigpoint.services.look import Looking
from trigpoint.services.webhooks import deliver_one, tell
from trigpoint.storage.launcher import Server

_LOG = logging.getLogger(__name__)
#: A job that killed its worker so often is left for a person.
TRIES = 5
_NAME = re.compile(r"^[\w][\w .()-]{0,100}\.(csv|xml|xlsx)$", re.IGNORECASE)
_READ = re.compile(r": .* ([\d,]+) rows")
_OPEN = "state IN ('waiting', 'running')"
#: In which folder of a job lies what a person sent.
_SENT = "uploaded"
_ENDED = (
    "Whoever sent this may not import records any more: nothing was read. If it is "
    "right, have somebody who may send it again."
)


class Cancelled(Exception):
    """Somebody asked for it to stop."""


def ask_for_import(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    place: Path,
    files: Iterable[tuple[str, Iterable[bytes]]],
) -> str:
    """Keep what was sent and put the job in the queue; its number.

    Refuses a name that is no file of the formats that are read, before anything is kept.
    """
    check(person, Action.IMPORT)
    sent = list(files)
    if not sent:
        msg = "Choose at least one file."
        raise Refusal(msg)
    for name, _ in sent:
        if not _NAME.match(name):
            msg = f"{name[:80]}: send CSV, XML or Excel (.xlsx) files, by a plain name."
            raise Refusal(msg)
    job = str(uuid.uuid4())
    looking.did(Action.IMPORT.value, about=job)
    folder = place / "arriving" / job / _SENT / job[:8]
    folder.mkdir(parents=True)
    for name, chunks in sent:
        with (folder / name).open("xb") as target:
            for chunk in chunks:
                target.write(chunk)
    connection.execute(
        "INSERT INTO storage_job (id, organisation_id, kind, state, said, rows, files, "
        "asked_by_id, asked_at) VALUES (%s, %s, 'import', 'waiting', '', 0, 0, %s, now())",
        (job, person.organisation, person.account),
    )
    return job


def cancel(
    connection: psycopg.Connection, *, person: Person, looking: Looking, job: str
) -> None:
    """Ask a job to stop; it stops at its next step, having written nothing."""
    check(person, Action.IMPORT)
    looking.did(Action.IMPORT.value, about=f"cancel {job}")
    connection.execute(
        f"UPDATE storage_job SET cancel_asked = true WHERE id = %s AND {_OPEN}", (job,)
    )


def read_jobs(
    connection: psycopg.Connection, *, person: Person
) -> list[dict[str, Any]]:
    """The last jobs, newest first, with their rate and the seconds left, if known."""
    check(person, Action.SETTLE_QUARANTINE)
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            "SELECT id::text, state, said, rows, files, files_done, tries, cancel_asked, "
            "asked_at, began_at, ended_at, extract(epoch FROM coalesce(ended_at, now()) - "
            "began_at)::float AS seconds FROM storage_job WHERE kind = 'import' "
            "ORDER BY asked_at DESC, id LIMIT 10"
        )
        return [{**row, **_pace(row)} for row in cursor]


def _pace(row: dict[str, Any]) -> dict[str, Any]:
    seconds, done = row["seconds"] or 0.0, row["files_done"]
    rate = round(row["rows"] / seconds) if seconds > 0.5 and row["rows"] else None
    # Reading is about half of the work; what follows has no measure of its own.
    left = None
    if row["state"] == "running" and 0 < done < row["files"]:
        left = round(seconds * (2 * row["files"] - done) / done)
    return {"rate": rate, "left": left, "open": row["state"] in ("waiting", "running")}


def work(server: Server, *, wait: Callable[[], bool]) -> None:
    """Work off jobs, and tell what is to be told elsewhere.

    `wait` is asked whenever there is nothing to do, and says whether to go on.
    """
    while True:
        if not run_one(server) and not deliver_one(server) and not wait():
            return


def run_one(server: Server) -> bool:
    """Take one job that nobody works on and bring it to its end; False: there is none."""
    with psycopg.connect(server.dsn("trigpoint_app"), autocommit=True) as connection:
        for slug, ours in _organisations(connection):
            connection.execute(
                "SELECT set_config('trigpoint.organisation', %s, false)", (ours,)
            )
            with _claimed(connection) as job:
                if job is not None:
                    _run(server, connection, slug, job)
                    return True
    return False


def _organisations(connection: psycopg.Connection) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT slug, id::text FROM storage_organisation ORDER BY slug"
    ).fetchall()


@contextmanager
def _claimed(connection: psycopg.Connection) -> Iterator[str | None]:
    """The oldest job that nobody holds; held until the block or the connection ends."""
    rows = connection.execute(
        f"SELECT id::text FROM storage_job WHERE kind = 'import' AND {_OPEN} "
        "ORDER BY asked_at, id"
    ).fetchall()
    for (job,) in rows:
        lock = "hashtextextended(%s, 3)"
        got = connection.execute(f"SELECT pg_try_advisory_lock({lock})", (job,))
        if not (got.fetchone() or (False,))[0]:
            continue
        try:
            still = connection.execute(
                f"SELECT 1 FROM storage_job WHERE id = %s AND {_OPEN}", (job,)
            ).fetchone()
            if still:
                yield job
                return
        finally:
            connection.execute(f"SELECT pg_advisory_unlock({lock})", (job,))
    yield None


def _run(server: Server, connection: psycopg.Connection, slug: str, job: str) -> None:
    """Import, with progress on the job's row; whatever goes wrong is said there."""
    arriving = server.place / "arriving" / job
    row = connection.execute(
        "UPDATE storage_job SET state = 'running', tries = tries + 1, began_at = now(), "
        "rows = 0, files_done = 0 WHERE id = %s RETURNING tries",
        (job,),
    ).fetchone()
    assert row is not None
    if row[0] > TRIES:
        _end(connection, job, "failed", f"Given up after {TRIES} tries; ask for help.")
        return
    if (arriving / _SENT).exists() and not _may_still(connection, job):
        _end(connection, job, "failed", _ENDED)
        return
    watch = _Watch(connection, job, _count(arriving, server.place / "received" / slug))
    try:
        # Without files it reads again what is kept: decisions on links are then heeded.
        paths = (arriving,) if arriving.exists() else ()
        import_records(
            server=server, organisation=slug, paths=paths, progress=watch, job=job
        )
    except Cancelled:
        _end(connection, job, "cancelled", "Cancelled: nothing was written.")
    except Refusal as refusal:
        # What was sent stays where it arrived, for a person to look at.
        _end(connection, job, "failed", str(refusal))
        return
    except Exception:
        # Ours to mend; nothing was committed, and the job is tried again.
        _LOG.exception("job %s", job)
        return
    shutil.rmtree(arriving, ignore_errors=True)


def _may_still(connection: psycopg.Connection, job: str) -> bool:
    """Whether who asked for it may still do so today; a command asks for nobody."""
    rows = connection.execute(
        "SELECT j.asked_by_id, m.role, o.kind FROM storage_job j JOIN storage_organisation o "
        "ON o.id = j.organisation_id LEFT JOIN storage_account a ON a.id = j.asked_by_id "
        "AND a.is_active LEFT JOIN storage_membership m ON m.account_id = a.id "
        "AND m.organisation_id = o.id AND daterange(m.begins, m.ends) @> "
        "(now() AT TIME ZONE 'Europe/London')::date WHERE j.id = %s",
        (job,),
    ).fetchall()
    return any(
        asked_by is None
        or (role in ROLES and kind in ROLES[role].kinds
            and Action.IMPORT in ROLES[role].may)
        for asked_by, role, kind in rows
    )  # fmt: skip


def _count(*folders: Path) -> int:
    """How many files there are to read; what only says that it is invented is none."""
    return sum(
        1
        for one in folders
        for p in one.rglob("*")
        if p.is_file() and p.name != INVENTED and not p.name.startswith(".")
    )


def _end(connection: psycopg.Connection, job: str, state: str, said: str) -> None:
    row = connection.execute(
        "UPDATE storage_job SET state = %s, said = %s, ended_at = now() WHERE id = %s "
        "RETURNING organisation_id::text",
        (state, said, job),
    ).fetchone()
    if row:
        tell(connection, row[0], "import.failed", {"job": job, "state": state})


class _Watch:
    """Writes each step on the job's row, and stops where that was asked for."""

    def __init__(self, connection: psycopg.Connection, job: str, files: int) -> None:
        self._connection, self._job, self._files = connection, job, files
        self._rows = self._done = 0

    def __call__(self, said: str) -> None:
        found = _READ.search(said)
        if found:
            self._rows += int(found[1].replace(",", ""))
            self._done += 1
        row = self._connection.execute(
            "UPDATE storage_job SET said = %s, rows = %s, files = %s, files_done = %s "
            "WHERE id = %s RETURNING cancel_asked",
            (said.strip()[:200], self._rows, self._files, self._done, self._job),
        ).fetchone()
        if row and row[0] and said != LAST_STEP:
            raise Cancelled
