"""Enter what the force's own systems do not supply; judge that child again at once."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import psycopg
from psycopg.types.json import Jsonb

from trigpoint.access.permissions import check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.records.record import Refusal
from trigpoint.services.emergency_access import check_open
from trigpoint.services.judge_children import judge_one
from trigpoint.services.look import Looking
from trigpoint.services.webhooks import tell
from trigpoint.storage import columns, entered, staff
from trigpoint.storage.entered import SOURCE
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import FACTS, EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was entered. `happened`: (earliest, latest) instants; `corrects`: an event id."""

    child: str
    kind: EventKind
    happened: tuple[int, int]
    reference: str = ""
    about: str = ""
    facts: Mapping[str, str]
    corrects: str = ""
    #: Whom it is about, where that is not who enters it; as the force's list names them.
    officer: str = ""
    #: The last event that the person had seen of this child: another's newer one is shown.
    seen: str = ""


class Overtaken(Refusal):
    """Somebody else added to this child's chronology meanwhile; nothing was lost."""


def enter_event(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    given: Given,
    now: int,
) -> str:
    """Add the event and judge the child; the event's id.

    Refuses a fact that its kind does not have, a time after now, and, where `seen` is
    told, an entry made without having seen another person's newer one.
    """
    check(person, Action.ENTER)
    _check_given(given, now)
    entered.not_while_joined(connection, person.organisation)
    events = columns.read_events(connection, person.organisation, given.child)
    check_open(connection, person, given.child, events)
    _check_seen(connection, person, given)
    if given.officer and not staff.knows(
        connection, person.organisation, given.officer
    ):
        msg = f"No officer {given.officer} stands on the force's staff list: check the number."
        raise Refusal(msg)
    looking.did(Action.ENTER.value, child=given.child, about=given.kind.value)
    old = next((e for e in events if e.event == given.corrects), None)
    if given.corrects and old is None:
        msg = "The entry to correct is not on this child's record: open the file again."
        raise Refusal(msg)
    if old is not None and old.source != SOURCE:
        msg = f"{old.source} holds this record: have it put right there, and send it again."
        raise Refusal(msg)
    event = given.corrects or _number(person, given, now)
    if old is None and not given.reference:
        # What begins here is a record of its own: what follows can be tied to it.
        given = replace(given, reference=event)
    digest = hashlib.sha256(f"{event}|{now}|{given}".encode()).hexdigest()
    _add(connection, person, given, event, digest, now)
    if old is not None:
        _replace(connection, person, given, digest, now)
    judge_one(connection, person.organisation, given.child, as_at=now)
    tell(connection, person.organisation, "entry.added", {"event": event})
    return event


def _check_given(given: Given, now: int) -> None:
    unknown = sorted(set(given.facts) - set(FACTS))
    if unknown:
        msg = f"{', '.join(unknown)}: no such fact of {given.kind.label.lower()}."
        raise Refusal(msg)
    if given.happened[0] > now:
        msg = "The time lies ahead: give the time at which it happened."
        raise Refusal(msg)


def _check_seen(connection: psycopg.Connection, person: Person, given: Given) -> None:
    """Two people at once: the second sees the first's entry before adding theirs."""
    connection.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
        (f"{person.organisation}{given.child}",),
    )
    row = connection.execute(
        "SELECT id::text FROM storage_entry WHERE organisation_id = %s AND child = %s "
        "ORDER BY at DESC, id LIMIT 1",
        (person.organisation, given.child),
    ).fetchone()
    newest = row[0] if row else ""
    if newest != given.seen:
        msg = (
            "Somebody else has added to this child's chronology since you opened the "
            "form. What you wrote is kept below: read theirs, then send yours again."
        )
        raise Overtaken(msg)


def newest_entry(connection: psycopg.Connection, organisation: str, child: str) -> str:
    """What a form must carry as `seen`."""
    row = connection.execute(
        "SELECT id::text FROM storage_entry WHERE organisation_id = %s AND child = %s "
        "ORDER BY at DESC, id LIMIT 1",
        (organisation, child),
    ).fetchone()
    return row[0] if row else ""


def _number(person: Person, given: Given, now: int) -> str:
    """No two entries have one number, though the clock of an invented force stands still."""
    about = f"{person.account}|{given.child}|{given.kind}|{given.happened}"
    text = f"{about}|{now}|{given.seen}"
    return "X" + hashlib.sha256(text.encode()).hexdigest()[:16]


def _add(
    connection: psycopg.Connection,
    person: Person,
    given: Given,
    event: str,
    digest: str,
    now: int,
) -> None:
    """The time is the clock's and not the transaction's: whoever waited comes later."""
    officer = given.officer or person.officer
    rank, skills = staff.standing(
        connection, person.organisation, officer, given.happened[0]
    )
    connection.execute(
        "INSERT INTO storage_eventversion (organisation_id, child, event, kind, earliest, "
        "latest, recorded, source, agency, actor, actor_rank, actor_skills, team, district, "
        "reference, about, adult, facts, source_file, source_sheet, source_row, digest) "
        "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, false, %s, "
        "'entered in Trigpoint', '', '', %s)",
        (person.organisation, given.child, event, given.kind.value, *given.happened, now,
         SOURCE, Agency.POLICE.value, officer, rank, skills, person.team, person.district,
         given.reference, given.about, Jsonb(dict(given.facts)), digest),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO storage_entry (id, organisation_id, by_id, at, child, kind, event, "
        "given) VALUES (gen_random_uuid(), %s, %s, clock_timestamp(), %s, %s, %s, %s)",
        (person.organisation, person.account, given.child, given.kind.value, event,
         Jsonb({"facts": dict(given.facts), "happened": list(given.happened),
                "corrects": given.corrects})),
    )  # fmt: skip


def _replace(
    connection: psycopg.Connection, person: Person, given: Given, digest: str, now: int
) -> None:
    """The versions before this one are replaced from now on; they stay as they were."""
    connection.execute(
        "INSERT INTO storage_eventchange (organisation_id, digest, replaced, child) "
        "SELECT organisation_id, digest, %s, '' FROM event_now WHERE organisation_id = %s "
        "AND child = %s AND event = %s AND digest <> %s AND replaced IS NULL",
        (now, person.organisation, given.child, given.corrects, digest),
    )
