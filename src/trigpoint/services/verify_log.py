"""Check the access log against itself, and against a head that somebody else holds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg

from trigpoint.storage import access_log, launcher


def verify_log(
    *, place: Path, held: Sequence[dict[str, Any]] = ()
) -> list[access_log.Verified]:
    """One result for each organisation that has a log, or of which a head is held.

    `held`: heads that were checked already (`log_heads.read_held`); of several of one
    organisation the furthest counts.
    """
    server = launcher.start(place)
    found = []
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        for slug, number in _organisations(connection):
            with connection.transaction():
                connection.execute(
                    "SELECT set_config('trigpoint.organisation', %s, true)", (number,)
                )
                entries = access_log.kept(connection, number)
                outside = max(
                    (
                        (int(head["sequence"]), bytes.fromhex(head["hash"]))
                        for head in held
                        if head["organisation"] == slug
                    ),
                    default=None,
                )
                result = access_log.verify(slug, entries, head=outside)
                # Ended here, within its transaction, where a bad entry stopped the walk.
                entries.close()
            if result.entries or outside:
                found.append(result)
    return found


def read_heads(*, place: Path) -> list[dict[str, Any]]:
    """The end of each organisation's chain, and when that was."""
    server = launcher.start(place)
    found = []
    with psycopg.connect(server.dsn("trigpoint_app")) as connection:
        for slug, number in _organisations(connection):
            with connection.transaction():
                connection.execute(
                    "SELECT set_config('trigpoint.organisation', %s, true)", (number,)
                )
                row = connection.execute(
                    "SELECT sequence, hash, now() FROM storage_accesshead"
                ).fetchone()
            if row:
                told = {
                    "organisation": slug,
                    "sequence": row[0],
                    "hash": bytes(row[1]).hex(),
                    "at": row[2].isoformat(timespec="seconds"),
                }
                found.append(told)
    return found


def _organisations(connection: psycopg.Connection) -> list[tuple[str, str]]:
    rows = connection.execute(
        "SELECT slug, id::text FROM storage_organisation ORDER BY slug"
    ).fetchall()
    connection.commit()
    return rows
