"""Records that may be one child: shown field by field, decided with a reason, undone."""

import json
from typing import Any

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.chronology.likely import Band
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking

PAGE = 20
_ANEW = "records are joined anew"
_PAIR = "one_space, one_id, other_space, other_id"
#: The newest decision on each pair; what it says is what holds.
_STANDING = (
    f"SELECT DISTINCT ON ({_PAIR}) d.* FROM storage_linkdecision d "
    f"WHERE d.organisation_id = %s ORDER BY {_PAIR}, d.at DESC, d.id"
)
_OPEN = (
    "FROM storage_linkproposal p WHERE p.organisation_id = %s AND p.band = %s "
    "AND NOT EXISTS (SELECT 1 FROM storage_linkdecision d WHERE d.organisation_id = "
    "p.organisation_id AND (d.one_space, d.one_id, d.other_space, d.other_id) = "
    "(p.one_space, p.one_id, p.other_space, p.other_id))"
)
Row = dict[str, Any]


def read_open(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    band: Band = Band.TO_DECIDE,
) -> tuple[list[Row], int]:
    """Pairs that nobody has decided, likeliest first: the first of them, and how many.

    `band`: those for a person, or those that likeness alone has joined.
    """
    check(person, Action.DECIDE_LINKS)
    values = (person.organisation, band.value)
    row = connection.execute(f"SELECT count(*) {_OPEN}", values).fetchone()
    found = _rows(
        connection,
        f"SELECT p.id::text, {_PAIR}, p.one_child, p.other_child, p.probability, "
        f"p.shown::text AS shown "
        f"{_OPEN} ORDER BY p.probability DESC, p.id LIMIT {PAGE}",
        values,
    )
    _told(looking, found)
    return found, row[0] if row else 0


def read_decided(
    connection: psycopg.Connection, *, person: Person, looking: Looking
) -> list[Row]:
    """The decisions that hold, newest first, each with who decided, why, and what they saw."""
    check(person, Action.DECIDE_LINKS)
    found = _rows(
        connection,
        "SELECT s.id::text, s.same, s.because, s.at, s.shown::text AS shown, "
        "s.one_space, s.one_id, s.other_space, s.other_id, "
        "s.shown->>'one_child' AS one_child, s.shown->>'other_child' AS other_child, "
        f"a.shown_as AS who FROM ({_STANDING}) s JOIN storage_account a ON a.id = s.by_id "
        f"ORDER BY s.at DESC, s.id LIMIT {PAGE}",
        (person.organisation,),
    )
    _told(looking, found)
    return found


def decide(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    pair: str,
    same: str,
    because: str,
) -> None:
    """Add a decision on a proposal, or on an earlier decision, and have records joined anew.

    Nothing is overwritten: the newer decision holds. Refuses one without a reason.
    """
    check(person, Action.DECIDE_LINKS)
    if same not in ("yes", "no") or len(because.strip()) < 10:
        msg = "Say whether they are one child, and why in at least ten characters."
        raise Refusal(msg)
    # One decision of an organisation at a time: the later one is the one that holds.
    connection.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 5))", (person.organisation,)
    )
    found = _rows(
        connection,
        f"SELECT {_PAIR}, (shown || jsonb_build_object('one_child', one_child, "
        "'other_child', other_child))::text AS shown FROM storage_linkproposal "
        "WHERE organisation_id = %s AND id::text = %s "
        f"UNION ALL SELECT {_PAIR}, shown::text FROM storage_linkdecision "
        "WHERE organisation_id = %s AND id::text = %s",
        (person.organisation, pair, person.organisation, pair),
    )
    if not found:
        msg = "That pair is not there any more: open the page again."
        raise Refusal(msg)
    row = found[0]
    keys = [row[name] for name in _PAIR.split(", ")]
    looking.did(Action.DECIDE_LINKS.value, about=f"{same} {' '.join(keys)}")
    connection.execute(
        f"INSERT INTO storage_linkdecision (id, organisation_id, by_id, at, {_PAIR}, "
        "same, because, shown) VALUES (gen_random_uuid(), %s, %s, clock_timestamp(), "
        "%s, %s, %s, %s, %s, %s, %s)",
        (person.organisation, person.account, *keys, same == "yes", because.strip(),
         Jsonb(row["shown"])),
    )  # fmt: skip
    _join_anew(connection, person)


def _join_anew(connection: psycopg.Connection, person: Person) -> None:
    """A job that reads what is kept again; one that waits already will do for several.

    It is held until the decision is there to be read: a worker that took it up before
    would join the records without it.
    """
    waiting = connection.execute(
        "SELECT 1 FROM storage_job WHERE organisation_id = %s AND kind = 'import' AND "
        "state = 'waiting' AND said = %s AND NOT cancel_asked LIMIT 1 FOR UPDATE",
        (person.organisation, _ANEW),
    ).fetchone()
    if waiting is None:
        connection.execute(
            "INSERT INTO storage_job (id, organisation_id, kind, state, said, rows, "
            "asked_by_id, asked_at) VALUES (gen_random_uuid(), %s, 'import', 'waiting', "
            "%s, 0, %s, now())",
            (person.organisation, _ANEW, person.account),
        )


def waiting(person: Person) -> tuple[str, tuple[object, ...]]:
    """What counts the pairs that wait for a person, with its values; "" for who decides none."""
    if Action.DECIDE_LINKS not in person.role.may:
        return "", ()
    return f"SELECT 1 {_OPEN}", (person.organisation, Band.TO_DECIDE.value)


def count_doubtful(
    connection: psycopg.Connection, organisation: str, child: str
) -> int:
    """How many open pairs have a record of this child in them."""
    row = connection.execute(
        f"SELECT count(*) {_OPEN} AND %s IN (p.one_child, p.other_child)",
        (organisation, Band.TO_DECIDE.value, child),
    ).fetchone()
    return row[0] if row else 0


def _told(looking: Looking, rows: list[Row]) -> None:
    """Which records are shown; without a child's reference, the records' own numbers."""
    shown = {
        row[f"{which}_child"] or f"{row[f'{which}_space']}:{row[f'{which}_id']}"
        for row in rows
        for which in ("one", "other")
    }
    looking.at_many(sorted(shown), Action.DECIDE_LINKS)


def _rows(
    connection: psycopg.Connection, query: str, values: tuple[object, ...]
) -> list[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(query, values)
        return [{**row, "shown": json.loads(row["shown"])} for row in cursor]
