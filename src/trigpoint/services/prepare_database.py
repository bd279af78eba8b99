"""Bring the database of an installation up to date: tables, then walls."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from trigpoint.records.record import Refusal
from trigpoint.services.keep_figures import keep_missing
from trigpoint.storage import launcher
from trigpoint.storage.walls import raise_walls

#: How long one try waits for a table that somebody works on (milliseconds): less than the
#: second after which PostgreSQL would break off that work to end a deadlock.
WAIT = 800
#: How often it is tried, and the seconds between, in which the site goes on.
TRIES, PAUSE = 40, 0.75
#: How long another start that does the same is waited for (milliseconds).
OTHERS = 300_000
_SAID = "lock timeout"


class _Busy(Exception):
    """Somebody works on a table that is to be changed."""


def prepare_database(*, place: Path) -> launcher.Server:
    """Start the server, migrate as the owner, raise the walls; safe to repeat.

    One at a time. A table in use is not waited for, with everybody else behind: it is
    tried again later, and refused where that never helps; then nothing was changed.
    """
    server = launcher.start(place)
    with _alone(server):
        _patiently(lambda: _migrate(place))
        _patiently(lambda: _raise(server))
        keep_missing(server)
    return server


@contextmanager
def _alone(server: launcher.Server) -> Iterator[None]:
    options = f"-c lock_timeout={OTHERS}"
    with psycopg.connect(
        server.owner_dsn(), options=options, autocommit=True
    ) as connection:
        try:
            connection.execute("SELECT pg_advisory_lock(hashtextextended('walls', 6))")
        except psycopg.errors.LockNotAvailable as problem:
            msg = "Another start prepares this database and does not end: see to it first."
            raise Refusal(msg) from problem
        yield


def _patiently(do: Callable[[], None]) -> None:
    for _ in range(TRIES):
        try:
            return do()
        except _Busy:
            time.sleep(PAUSE)
    msg = (
        "A table that has to be changed is in use all the time (an import, a backup?), "
        "and was not: do this again when that has ended."
    )
    raise Refusal(msg)


def _migrate(place: Path) -> None:
    environment = {
        **os.environ,
        "TRIGPOINT_PLACE": str(place),
        "TRIGPOINT_MIGRATING": "1",
        "DJANGO_SETTINGS_MODULE": "trigpoint.web.settings",
        "PGOPTIONS": f"-c lock_timeout={WAIT}",
    }
    # A process of its own: the one that serves never becomes the owner.
    command = [sys.executable, "-m", "trigpoint.storage.migrate"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode and _SAID in done.stderr:
        raise _Busy
    if done.returncode:
        msg = f"The tables could not be made: {done.stderr[-1500:]}"
        raise Refusal(msg)


def _raise(server: launcher.Server) -> None:
    options = f"-c lock_timeout={WAIT}"
    with psycopg.connect(server.owner_dsn(), options=options) as connection:
        try:
            raise_walls(connection)
        except psycopg.errors.LockNotAvailable as problem:
            raise _Busy from problem
