"""Emergency access: one child, one person, one hour; told at once and reviewed after.

It begins with a reason that stays on the log. While it lasts the child is within the
person's reach; every look is on the log as one of the emergency; then it ends by itself.
"""

from datetime import datetime

import psycopg

from trigpoint.access.permissions import NotPermitted, check
from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.access.visibility import UNKNOWN_CHILD, check_reach, within_reach
from trigpoint.chronology.event import Event
from trigpoint.records.record import Refusal
from trigpoint.services.child_file import dealings_of
from trigpoint.services.look import Looking
from trigpoint.storage import columns

MINUTES = 60
#: Fewer characters are no reason.
SHORTEST = 20
#: What the log calls a look under emergency access; the access itself is `BREAK_GLASS`.
LOOKED = "emergency-look"
#: The clock, as the database is asked for it; a test moves it.
CLOCK = "now()"


class TooShort(Refusal):
    """The reason says too little."""


def begin(
    connection: psycopg.Connection,
    *,
    person: Person,
    looking: Looking,
    child: str,
    reason: str,
) -> None:
    """Open a child's record to the person for an hour; nothing happens within reach.

    Refuses a short reason, and a child who is not there as one out of reach.
    """
    check(person, Action.LOOK)
    check(person, Action.BREAK_GLASS)
    check_reason(reason)
    events = columns.read_events(connection, person.organisation, child)
    if not events:
        looking.did("refused-look", child=child)
        raise NotPermitted(UNKNOWN_CHILD)
    if within_reach(person, dealings_of(events)) or until(connection, person, child):
        return
    looking.at(child, Action.BREAK_GLASS, reason=reason.strip())
    connection.execute(
        "INSERT INTO storage_emergencygrant (id, organisation_id, by_id, at, child, "
        f"reason, ends_at) VALUES (gen_random_uuid(), %s, %s, {CLOCK}, %s, %s, "
        f"{CLOCK} + make_interval(mins => %s))",
        (person.organisation, person.account, child, reason.strip(), MINUTES),
    )


def check_reason(reason: str) -> None:
    """Refuse a reason that says too little."""
    if len(reason.strip()) < SHORTEST:
        msg = (
            f"Say in at least {SHORTEST} characters why the record must be opened now."
        )
        raise TooShort(msg)


def until(
    connection: psycopg.Connection, person: Person, child: str
) -> datetime | None:
    """When the person's emergency access to the child ends; None where there is none."""
    row = connection.execute(
        "SELECT max(ends_at) FROM storage_emergencygrant WHERE organisation_id = %s AND "
        f"by_id = %s AND child = %s AND at <= {CLOCK} AND ends_at > {CLOCK}",
        (person.organisation, person.account, child),
    ).fetchone()
    return row[0] if row else None


def check_open(
    connection: psycopg.Connection, person: Person, child: str, events: list[Event]
) -> datetime | None:
    """Refuse a child neither within reach nor opened in an emergency; when that ends."""
    dealings = dealings_of(events)
    if within_reach(person, dealings):
        return None
    ends = until(connection, person, child) if events else None
    if ends is None:
        check_reach(person, dealings)
    return ends
