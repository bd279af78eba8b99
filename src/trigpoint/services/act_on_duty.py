"""What a person does about one duty: acknowledge it, or say it is done."""

import psycopg

from trigpoint.access.permissions import NotPermitted, check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach
from trigpoint.access.visibility import unknown_child
from trigpoint.records.record import Refusal
from trigpoint.services.look import Looking
from trigpoint.services.read_worklist import reach_to, read_reach, within
from trigpoint.standards.catalogue import all_standards
from trigpoint.storage.agreements import READ

_EVER = 2**63 - 1


def acknowledge(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    standard: str,
    occasion: str,
) -> None:
    """Say that it has been seen: an act of its own, apart from having been told."""
    check(person, Action.ACKNOWLEDGE)
    _check_duty(connection, person, child, standard, occasion)
    looking.did(Action.ACKNOWLEDGE.value, child=child, about=f"{standard} {occasion}")
    connection.execute(
        "INSERT INTO storage_acknowledgement (id, organisation_id, by_id, at, child, "
        "standard, occasion) VALUES (gen_random_uuid(), %s, %s, now(), %s, %s, %s)",
        (person.organisation, person.account, child, standard, occasion),
    )


def acknowledge_missing(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    episode: str,
) -> None:
    """Say that the report of a missing child has been read: no duty, but an act like one."""
    check(person, Action.ACKNOWLEDGE)
    check(person, Action.SEE_MISSING)
    owner = _owner_of(connection, person, child, episode)
    if not owner:
        raise NotPermitted(unknown_child(person))
    looking.did(Action.ACKNOWLEDGE.value, child=child, about=f"{READ} {episode}")
    if owner != person.organisation:
        looking.told_to(owner, child, Action.ACKNOWLEDGE)
    connection.execute(
        "INSERT INTO storage_acknowledgement (id, organisation_id, by_id, at, child, "
        "standard, occasion) VALUES (gen_random_uuid(), %s, %s, now(), %s, %s, %s)",
        (person.organisation, person.account, child, READ, episode),
    )


def _owner_of(
    connection: psycopg.Connection, person: Person, child: str, episode: str
) -> str:
    """Whose record the report is, where it is on this person's list; "" if it is not."""
    if person.role.reach is Reach.SHARED:
        row = connection.execute(
            "SELECT organisation_id::text FROM missing_shared(0, %s, %s) "
            "WHERE event = %s LIMIT 1",
            (_EVER, child, episode),
        ).fetchone()
    else:
        row = connection.execute(
            "SELECT organisation_id::text FROM event_now WHERE organisation_id = %s AND "
            "child = %s AND event = %s AND kind = 'MISSING_REPORTED' LIMIT 1",
            (person.organisation, child, episode),
        ).fetchone()
    return row[0] if row else ""


def claim_done(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    standard: str,
    occasion: str,
    done_at: int,
    now: int,
    note: str = "",
) -> None:
    """Say that it is done, awaiting the record; the judgement does not change by it.

    Refuses a time after now. How far such records reach is kept with it: only what
    comes in after that can bear it out.
    """
    check(person, Action.CLAIM)
    _check_duty(connection, person, child, standard, occasion)
    if done_at > now:
        msg = "The time lies ahead: give the time at which it was done."
        raise Refusal(msg)
    known = next((one for one in all_standards() if one.slug == standard), None)
    reach = reach_to(known, read_reach(connection)) if known else None
    looking.did(Action.CLAIM.value, child=child, about=f"{standard} {occasion}")
    connection.execute(
        "INSERT INTO storage_claim (id, organisation_id, by_id, at, child, standard, "
        "occasion, done_at, note, reach) VALUES (gen_random_uuid(), %s, %s, now(), %s, "
        "%s, %s, %s, %s, %s)",
        (person.organisation, person.account, child, standard, occasion, done_at,
         note.strip(), reach),
    )  # fmt: skip


def _check_duty(
    connection: psycopg.Connection,
    person: Person,
    child: str,
    standard: str,
    occasion: str,
) -> None:
    """Refuse a duty that is not on this person's list, in words that tell nothing."""
    which, values = within(person)
    row = connection.execute(
        "SELECT 1 FROM storage_judgementrow j WHERE j.child = %s AND j.standard = %s "
        f"AND j.occasion = %s AND {which} LIMIT 1",
        (child, standard, occasion, *values),
    ).fetchone()
    if row is None:
        raise NotPermitted(unknown_child(person))
