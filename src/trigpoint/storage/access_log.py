"""Log before look: an entry stands, committed, before a record leaves.

Written on a connection of its own, as a role that can do nothing else: a request that
is rolled back does not take its entry with it.
"""

import hashlib
import threading
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from uuid import UUID

import psycopg

_HELD = threading.local()
#: How long an entry may take to write, and wait for another's (milliseconds).
PATIENCE, WAIT = 10_000, 5_000


class Unwritable(Exception):
    """The entry could not be written: nothing may be shown and nothing done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is about to be done. `about` names ids only, never what a record says."""

    organisation: str
    actor: str | None
    role: str
    action: str
    child: str = ""
    about: str = ""
    reason: str = ""


def append(dsn: str, look: Look) -> int:
    """Write the entry and commit it; its number in the organisation's chain.

    Raises Unwritable where it cannot be written, whatever the database said, and where
    somebody else holds the log for too long: then nothing may be shown.
    """
    try:
        row = _connected(dsn).execute(
            "SELECT append_entry(%s, %s, %s, %s, %s, %s, %s)",
            (look.organisation, look.actor, look.role, look.action, look.child,
             look.about, look.reason),
        ).fetchone()  # fmt: skip
    except psycopg.Error as problem:
        msg = f"The access log cannot be written ({type(problem).__name__})."
        raise Unwritable(msg) from problem
    if row is None or row[0] is None:
        msg = "The access log did not say which entry was written."
        raise Unwritable(msg)
    return int(row[0])


def _connected(dsn: str) -> psycopg.Connection:
    """This thread's own connection to the log, made anew where it was lost."""
    connection = getattr(_HELD, "connection", None)
    if connection is None or connection.closed or _HELD.dsn != dsn:
        limits = f"-c statement_timeout={PATIENCE} -c lock_timeout={WAIT}"
        connection = psycopg.connect(
            dsn, autocommit=True, options=limits, connect_timeout=PATIENCE // 1000
        )
        _HELD.connection, _HELD.dsn = connection, dsn
    return connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An entry as it is kept. `at`: microseconds since 1970 UTC."""

    organisation: UUID
    sequence: int
    at: int
    actor: UUID | None
    role: str
    action: str
    child: str
    about: str
    reason: str
    previous: bytes
    hash: bytes


def hash_of(entry: Kept) -> bytes:
    """The hash that an unaltered entry must have."""
    parts = (
        str(entry.organisation), str(entry.sequence), str(entry.at),
        "" if entry.actor is None else str(entry.actor), entry.role, entry.action,
        entry.child, entry.about, entry.reason,
    )  # fmt: skip
    text = "\x1f".join(parts)
    return hashlib.sha256(b"\x00" + entry.previous + text.encode()).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a check of one chain found. `first_bad`: the first entry that is not right."""

    organisation: str
    entries: int
    first_bad: int | None
    said: str


def verify(
    organisation: str, entries: Iterable[Kept], *, head: tuple[int, bytes] | None
) -> Verified:
    """Walk the chain; `head` is one that somebody else holds, (sequence, hash)."""
    last, expected, count = b"", 1, 0
    held: bytes | None = None
    for entry in entries:
        count += 1
        wrong = _wrong(entry, expected, last)
        if wrong:
            return Verified(
                organisation=organisation, entries=count, first_bad=expected, said=wrong
            )
        if head is not None and entry.sequence == head[0]:
            held = entry.hash
        last, expected = entry.hash, expected + 1
    if head is not None and held != head[1]:
        cut = "the log is shorter than that" if head[0] >= expected else "it differs"
        said = (
            f"entry {head[0]} is not the one that the head held elsewhere names: {cut}"
        )
        return Verified(
            organisation=organisation, entries=count, first_bad=head[0], said=said
        )
    said = "intact" if count else "empty: nothing was ever looked at"
    return Verified(organisation=organisation, entries=count, first_bad=None, said=said)


def _wrong(entry: Kept, expected: int, last: bytes) -> str:
    if entry.sequence != expected:
        return f"entry {expected} is missing"
    if entry.previous != last:
        return f"entry {expected} does not follow the one before it"
    return f"entry {expected} was altered" if hash_of(entry) != entry.hash else ""


def kept(
    connection: psycopg.Connection, organisation: str
) -> Generator[Kept, None, None]:
    """An organisation's entries in order, read in a stream."""
    with connection.cursor(name="looks") as cursor:
        cursor.execute(
            "SELECT organisation_id, sequence, (extract(epoch FROM at) * 1000000)::bigint, "
            "actor, role, action, child, about, reason, previous, hash "
            "FROM storage_accessentry WHERE organisation_id = %s ORDER BY sequence",
            (organisation,),
        )
        for row in cursor:
            yield Kept(
                organisation=row[0], sequence=row[1], at=row[2], actor=row[3],
                role=row[4], action=row[5], child=row[6], about=row[7], reason=row[8],
                previous=bytes(row[9]), hash=bytes(row[10]),
            )  # fmt: skip
